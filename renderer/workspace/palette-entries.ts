import { actions, type ActionName } from '../../core/actions.ts';
import type { SearchHit } from '../../core/search/search-hit.ts';
import { wordsOf } from '../../core/search/words-of.ts';

/** A line of the palette. */
export type PaletteEntry =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | {
      readonly kind: 'action';
      readonly key: string;
      readonly action: ActionName;
      readonly label: string;
      /** As the menu shows it. */
      readonly keys: string | null;
    };

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteEntry[];
}

/** What the palette's text asks for: the actions that follow a `>`, or what is in the dossier. */
export type PaletteRequest =
  { readonly ask: 'actions'; readonly words: string } | { readonly ask: 'dossier'; readonly query: string };

export function readPaletteText(text: string): PaletteRequest {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('>')) return { ask: 'actions', words: trimmed.slice(1) };
  return { ask: 'dossier', query: text };
}

const groupLabels: readonly (readonly [SearchHit['kind'], string])[] = [
  ['paragraph', 'Sources'],
  ['annotation', 'Annotations'],
  ['note', 'Notes'],
];

function keyOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'paragraph':
      return `paragraph ${hit.paragraph}`;
    case 'annotation':
      return `annotation ${hit.annotation}`;
    case 'note':
      return `note ${hit.note}`;
  }
}

/** Hits under what they are, in the order in which they were found. */
export function groupHits(hits: readonly SearchHit[]): PaletteGroup[] {
  return groupLabels.flatMap(([kind, label]) => {
    const items = hits
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({ kind: 'hit' as const, key: keyOf(hit), hit }));
    return items.length === 0 ? [] : [{ label, items }];
  });
}

// The palette is open already.
const listed = actions.filter(({ name }) => name !== 'search');

/** The actions of the window in whose names every word begins a word. */
export function groupActions(words: string, commandKey: 'Ctrl' | '⌘'): PaletteGroup[] {
  const wanted = wordsOf(words);
  const items = listed
    .filter(({ label }) => {
      const own = wordsOf(label);
      return wanted.every((word) => own.some(({ folded }) => folded.startsWith(word.folded)));
    })
    .map(({ name, label, key }) => ({
      kind: 'action' as const,
      key: `action ${name}`,
      action: name,
      label,
      keys: key?.replace('CmdOrCtrl', commandKey) ?? null,
    }));
  return items.length === 0 ? [] : [{ label: 'Actions', items }];
}
