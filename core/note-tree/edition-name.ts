import type { Edition } from '../dossier/source.ts';

/**
 * How Markdown names the text of a source that a note cites: by the sha256 of its bytes, which is the same in every
 * dossier. Where a person corrected how those bytes were cut into paragraphs there is more than one text of them; the
 * second is `….2`, and only this dossier has it.
 * @param all editions of the source, oldest first
 */
export function editionName({ id, sha256 }: Edition, all: readonly Edition[]): string {
  const same = all.filter((edition) => edition.sha256 === sha256);
  const turn = same.findIndex((edition) => edition.id === id) + 1;
  return turn > 1 ? `${sha256}.${String(turn)}` : sha256;
}

/** The edition of that name; `undefined` when the source has none. */
export const editionNamed = (name: string, all: readonly Edition[]): Edition | undefined =>
  all.find((edition) => editionName(edition, all) === name);
