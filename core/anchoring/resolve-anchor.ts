import { isParagraphOf, type ParagraphId } from '../dossier/ids.ts';
import type { Anchor } from '../dossier/passage.ts';
import type { Edition } from '../dossier/source.ts';
import { matchesOf } from './match-quote.ts';

/** A place in an edition: UTF-16 offsets into the paragraph's text, `end` exclusive. */
export interface AnchorPlace {
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
}

export type AnchorState =
  | ({ readonly state: 'found' } & AnchorPlace)
  /** In reading order, two at least. A person decides. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly AnchorPlace[] }
  | { readonly state: 'orphaned' };

/**
 * Finds an anchor in an edition: its own, where position and words must agree, or another one, where the words
 * must stand with the same surroundings, once. Never the likeliest place: one, several or none.
 *
 * A paragraph whose text, all of it, also begins another one can't be told from it by any surroundings;
 * once the first is gone, the other is what is found.
 */
export function resolveAnchor(edition: Edition, anchor: Anchor): AnchorState {
  return isParagraphOf(edition.id, anchor.paragraph)
    ? resolveAtHome(edition, anchor)
    : resolveElsewhere(edition, anchor);
}

function resolveAtHome(edition: Edition, { paragraph, position, quote }: Anchor): AnchorState {
  const text = edition.paragraphs.find(({ id }) => id === paragraph)?.text;
  if (text === undefined || quote.exact === '') return { state: 'orphaned' };
  const { start, end } = position;
  const agrees = end - start === quote.exact.length && text.startsWith(quote.exact, start);
  return agrees ? { state: 'found', paragraph, start, end } : { state: 'orphaned' };
}

function resolveElsewhere(edition: Edition, anchor: Anchor): AnchorState {
  const candidates = edition.paragraphs.flatMap(({ id, text }) =>
    matchesOf(anchor, text).map((start) => ({
      paragraph: id,
      start,
      end: start + anchor.quote.exact.length,
    })),
  );
  const [only, second] = candidates;
  if (only === undefined) return { state: 'orphaned' };
  return second === undefined ? { state: 'found', ...only } : { state: 'ambiguous', candidates };
}
