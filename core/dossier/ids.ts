declare const kind: unique symbol;

/** A string that can't be mistaken for the id of something else. Minted only here. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type SourceId = Id<'source'>;
export type EditionId = Id<'edition'>;
export type ParagraphId = Id<'paragraph'>;
export type AnnotationId = Id<'annotation'>;
export type NoteId = Id<'note'>;

/** Gives a new, never repeated string of letters and digits. Passed in, so that tests and samples are repeatable. */
export type NewId = () => string;

/** Gives the present moment as an ISO 8601 string in UTC. Passed in for the same reason. */
export type Now = () => string;

export const asSourceId = (text: string) => text as SourceId;
export const asEditionId = (text: string) => text as EditionId;
export const asParagraphId = (text: string) => text as ParagraphId;
export const asAnnotationId = (text: string) => text as AnnotationId;
export const asNoteId = (text: string) => text as NoteId;

/**
 * The id that an edition gives as number `index` (from 0): unique in the whole dossier. A new edition gives them in the
 * order of its paragraphs; what a joining or a splitting makes later gets the ids after those (`correct-structure.ts`).
 */
export const paragraphIdAt = (edition: EditionId, index: number) =>
  asParagraphId(`${edition}.${String(index + 1)}`);

/** Whether the id is one that this edition gives, be the paragraph there or not. */
export const isParagraphOf = (edition: EditionId, paragraph: ParagraphId) =>
  paragraph.slice(0, paragraph.lastIndexOf('.')) === edition;

/** Which of the edition's ids it is, counted from 1; `undefined` for an id that this edition never gives. */
export function ordinalOf(edition: EditionId, paragraph: ParagraphId): number | undefined {
  if (!isParagraphOf(edition, paragraph)) return undefined;
  const written = paragraph.slice(edition.length + 1);
  return /^[1-9]\d{0,8}$/u.test(written) ? Number(written) : undefined;
}

/** The edition that gave the id; `undefined` for a text that is no id of a paragraph. */
export function editionOfParagraph(paragraph: ParagraphId): EditionId | undefined {
  const edition = asEditionId(paragraph.slice(0, Math.max(0, paragraph.lastIndexOf('.'))));
  return edition !== '' && ordinalOf(edition, paragraph) !== undefined ? edition : undefined;
}
