import type { Pane } from './visible-panes.ts';

/** Where the keyboard goes in each pane: the first of these that is there. */
const entrances: Readonly<Record<Pane, readonly string[]>> = {
  dossier: ['.dossier-item[aria-current]', '.dossier-item'],
  source: ['[data-side-active] .edition-paragraph[tabindex="0"]', '[data-side-active] [role="tab"]'],
  board: ['.evidence-card[tabindex="0"]', '.board-search'],
  note: ['.difference-scroll', '[contenteditable="true"]'],
  review: [
    '.annotation-card[data-active] .annotation-quote',
    '.annotation-quote',
    '.version[tabindex="0"]',
    '.outline-heading[tabindex="0"]',
    '.outline-empty',
  ],
};

/** Puts the keyboard into a pane, which may only just be coming into view. */
export function focusPane(pane: Pane): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
    if (element === null) return;
    const place = pane === 'review' ? shownPanel(element) : element;
    for (const selector of [...entrances[pane], 'button']) {
      // Of several notes only one is seen.
      const entrance = [...place.querySelectorAll<HTMLElement>(selector)].find((each) =>
        each.checkVisibility(),
      );
      if (entrance !== undefined) {
        entrance.focus();
        return;
      }
    }
    element.focus();
  });
}

/** What the chosen tab shows. The panel that was shown before stays in view for some frames, and takes focus with it. */
function shownPanel(pane: HTMLElement): HTMLElement {
  const tab = pane.querySelector('[role="tab"][aria-selected="true"]');
  return document.getElementById(tab?.getAttribute('aria-controls') ?? '') ?? pane;
}
