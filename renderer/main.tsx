/** The composition root of the window. */
import { createRoot } from 'react-dom/client';
import { connectHost } from './host-client.ts';
import { WorkspaceView } from './workspace/Workspace.tsx';
import { createWorkspace } from './workspace/workspace.ts';
import type { Pane } from './workspace/visible-panes.ts';
import './fonts.css';
import './tokens.css';
import './window.css';
import './workspace/panes.css';
import './workspace/dialogs.css';

const host = connectHost();

function logBug(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void host.logError({ message: message.slice(0, 10_000) });
}

window.addEventListener('error', (event) => {
  logBug(event.error ?? event.message);
});
window.addEventListener('unhandledrejection', (event) => {
  logBug(event.reason);
});

/** Where the keyboard goes in each pane. */
const paneEntrance: Readonly<Record<Pane, string>> = {
  dossier: '.dossier-item[aria-current], .dossier-item, button',
  source: '.edition-paragraph[tabindex="0"], button',
  note: '[contenteditable="true"], button',
  review: '.annotation-card[data-active] .annotation-quote, .annotation-quote',
};

const workspace = createWorkspace({
  host,
  newId: () => crypto.randomUUID().replaceAll('-', ''),
  now: () => new Date().toISOString(),
  windowWidth: () => window.innerWidth,
  focusPane: (pane) => {
    // The pane may only just have come into view.
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
      const entrance = element?.querySelector<HTMLElement>(paneEntrance[pane]) ?? element;
      entrance?.focus();
    });
  },
});

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no place for the window.');
createRoot(container, { onUncaughtError: logBug, onCaughtError: logBug }).render(
  <WorkspaceView workspace={workspace} host={host} onBug={logBug} />,
);
