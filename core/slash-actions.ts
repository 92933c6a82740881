import { type EditorAction, type EditorActionName, editorActions } from './editor-actions.ts';
import { foldWord } from './search/fold-word.ts';

type SlashAction = EditorAction & { readonly name: EditorActionName };

const offered: readonly SlashAction[] = (editorActions as readonly SlashAction[]).filter(
  ({ slash }) => slash !== undefined,
);

const fillers = new Set(['a', 'the', 'of']);
const wordsIn = (text: string) =>
  text
    .split(/\s+/u)
    .map((word) => foldWord(word) || word)
    .filter((word) => word !== '');

const wordsOfAction = ({ label, slash }: EditorAction) => [
  ...wordsIn(label).filter((word) => !fillers.has(word)),
  ...(slash ?? []).flatMap(wordsIn),
];

/**
 * What a slash and the words typed after it offer: each typed word begins a word of the action's label or of its own
 * words. Those that the typed text begins exactly come first; otherwise in the order of the list.
 */
export function slashActionsFor(query: string): readonly SlashAction[] {
  const typed = wordsIn(query);
  const begins = (action: EditorAction) => wordsOfAction(action).some((word) => word === typed[0]);
  return offered
    .filter((action) => typed.every((part) => wordsOfAction(action).some((word) => word.startsWith(part))))
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}

/** The slash that begins a choice: first in its line or after a space, so that `and/or`, `12/7` and `https://` are text. */
const slashPattern = /(?:^|\s)\/([\p{L}\p{N}\p{M}]*(?: [\p{L}\p{N}\p{M}]*)?)$/u;

/** What was typed after a slash that stands before the caret; `null` where there is none. */
export function slashQuery(textBeforeCaret: string): string | null {
  const query = slashPattern.exec(textBeforeCaret)?.[1] ?? null;
  // `/ ` is a slash between two words.
  return query?.startsWith(' ') === true ? null : query;
}
