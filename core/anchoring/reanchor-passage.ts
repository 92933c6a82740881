import type { Passage } from '../dossier/passage.ts';
import { describePassageIn } from './describe-passage.ts';
import { reanchorAnchor, type Reanchored } from './reanchor-anchor.ts';
import type { Replacement } from './replacement.ts';
import type { AnchorPlace } from './resolve-anchor.ts';

/** What became of a passage of the older edition as a whole. `anchors` has one for each of its anchors, in order. */
export type ReanchoredPassage = { readonly anchors: readonly Reanchored[] } & (
  | { readonly state: 'found'; readonly passage: Passage; readonly typography: boolean }
  /** No anchor is orphaned, but one is ambiguous, or they stand in another order now. */
  | { readonly state: 'ambiguous' }
  /** One anchor at least is orphaned. */
  | { readonly state: 'orphaned' }
);

/**
 * Finds a passage of the older edition in the newer one. It is found when each of its anchors is, in the same order,
 * and then described anew, so that its surroundings are those of the newer edition.
 */
export function reanchorPassage(replacement: Replacement, passage: Passage): ReanchoredPassage {
  const anchors = passage.anchors.map((anchor) => reanchorAnchor(replacement, anchor));
  if (anchors.some(({ state }) => state === 'orphaned')) return { state: 'orphaned', anchors };
  const found = anchors.flatMap((anchor) => (anchor.state === 'found' ? [anchor] : []));
  const described =
    found.length === anchors.length
      ? describePlaces(
          replacement,
          found.flatMap(({ places }) => places),
        )
      : null;
  if (described === null) return { state: 'ambiguous', anchors };
  return {
    state: 'found',
    anchors,
    passage: described,
    typography: found.some(({ typography }) => typography),
  };
}

/**
 * A passage of these places; `null` unless each is after the one before it. Those in one paragraph become one, if only
 * white space is between them.
 */
export function describePlaces({ after }: Replacement, places: readonly AnchorPlace[]): Passage | null {
  const joined: AnchorPlace[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    const index = after.indexOf(place.paragraph) ?? -1;
    const lastIndex = last === undefined ? -1 : (after.indexOf(last.paragraph) ?? -1);
    if (index < lastIndex || index === -1) return null;
    if (last === undefined || index > lastIndex) joined.push(place);
    else {
      const { text } = after.paragraphAt(index);
      if (place.start < last.end || text.slice(last.end, place.start).trim() !== '') return null;
      joined[joined.length - 1] = { ...last, end: place.end };
    }
  }
  const passage = describePassageIn(after, joined);
  if (!passage.ok) throw new Error(`a place that was found can't be described: ${passage.error.code}`);
  return passage.value;
}
