import type { ParagraphId } from '../dossier/ids.ts';
import type { Replacement } from './replacement.ts';
import { differenceBetween, type DifferenceRun } from './suggest-place.ts';

export interface ParagraphSuggestion {
  readonly paragraph: ParagraphId;
  /** The share of words in common, 0.5–1. */
  readonly score: number;
  readonly difference: readonly DifferenceRun[];
}

/** Where a paragraph that is cited as a whole is in the newer edition. */
export type ReanchoredParagraph =
  | { readonly state: 'found'; readonly paragraph: ParagraphId; readonly typography: boolean }
  /** In reading order, one at least; a candidate is one paragraph, or several that it was broken into. A person decides. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly (readonly ParagraphId[])[] }
  /** A paragraph that says something else now is not found: it is suggested. */
  | { readonly state: 'orphaned'; readonly suggestion: ParagraphSuggestion | null };

export function reanchorParagraph(replacement: Replacement, paragraph: ParagraphId): ReanchoredParagraph {
  const fate = replacement.fateOf(paragraph);
  switch (fate?.fate) {
    case 'same':
    case 'retypeset':
      return { state: 'found', paragraph: fate.paragraph, typography: fate.fate === 'retypeset' };
    case 'ambiguous':
      return { state: 'ambiguous', candidates: fate.candidates.map((candidate) => [candidate]) };
    case 'rewrapped': // whoever cites a paragraph decides whether a part of it, or more than it, will do
      return { state: 'ambiguous', candidates: [fate.into.paragraphs] };
    case 'changed': {
      const textIn = (edition: Replacement['before'], id: ParagraphId) =>
        edition.paragraphAt(edition.indexOf(id) ?? -1).text;
      const difference = differenceBetween(
        textIn(replacement.before, paragraph),
        textIn(replacement.after, fate.paragraph),
      );
      const suggestion = { paragraph: fate.paragraph, score: fate.similarity, difference };
      return { state: 'orphaned', suggestion };
    }
    case 'gone':
    case undefined:
      return { state: 'orphaned', suggestion: null };
  }
}
