import { wordsOf } from '../search/words-of.ts';

/** UTF-16 units; a tag is a word or two, and stands on a card. */
export const longestTag = 60;

/** A tag as it is kept: one line, without the commas that part tags. Empty when nothing is left. */
export function cleanTag(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replaceAll(/[\s,\p{Cc}]+/gu, ' ')
    .trim();
  // Whole characters only: half of a surrogate pair could not be stored.
  let kept = '';
  for (const character of line) {
    if (kept.length + character.length > longestTag) break;
    kept += character;
  }
  return kept.trim();
}

// Case alone makes no other tag; an accent may make another word.
const asCompared = (tag: string) => tag.normalize('NFC').toLowerCase();

const sameTag = (a: string, b: string): boolean => asCompared(a) === asCompared(b);

/** The tag as it is spelled in the dossier already, so that `eu` does not stand beside `EU`. */
export function spelledAsKnown(tag: string, known: readonly string[]): string {
  if (known.includes(tag)) return tag;
  return known.find((each) => sameTag(each, tag)) ?? tag;
}

/** The same list when the tag is there already. */
export function withTag(tags: readonly string[], tag: string): readonly string[] {
  return tag === '' || tags.some((each) => sameTag(each, tag)) ? tags : [...tags, tag];
}

/** The same list when the tag is not there. */
export function withoutTag(tags: readonly string[], tag: string): readonly string[] {
  return tags.some((each) => sameTag(each, tag)) ? tags.filter((each) => !sameTag(each, tag)) : tags;
}

/** The tags of all of these, the one used most first. */
export function tagsInUse(tagged: Iterable<{ readonly tags: readonly string[] }>): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of tagged) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
    .map(([tag]) => tag);
}

/** The tags that are on every one of these. */
export function sharedTags(tagged: readonly { readonly tags: readonly string[] }[]): string[] {
  const [first, ...rest] = tagged;
  return (first?.tags ?? []).filter((tag) =>
    rest.every(({ tags }) => tags.some((each) => sameTag(each, tag))),
  );
}

/** Known tags that what is being typed may become: each word of it begins a word of the tag. Without the given ones. */
export function suggestTags(typed: string, known: readonly string[], given: readonly string[]): string[] {
  const wanted = wordsOf(typed).map(({ folded }) => folded);
  return known.filter((tag) => {
    if (given.some((each) => sameTag(each, tag))) return false;
    const words = wordsOf(tag).map(({ folded }) => folded);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  });
}
