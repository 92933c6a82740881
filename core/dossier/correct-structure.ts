/**
 * What an importer took for one paragraph may be two, or half of one, or a heading. A person can say so before anything
 * rests on the paragraph; afterwards the correction makes a new edition (`applyStructureChanges`).
 *
 * **Ids.** An id names one text, for ever. A joined or split text therefore gets a new id, one that the edition has
 * never given: the next after `idsGiven`, which counts those that were given and is kept with the edition. An id that
 * went out of use is never given again, so what still names it (an old version of a note, a link in a mail) finds
 * nothing, and can't find other words. Taking a change back restores the old texts, and so their old ids; what it takes
 * away keeps its id, too, which makes doing it again the same as the first time.
 */
import { done, refused, type Result } from '../result.ts';
import { ordinalOf, paragraphIdAt, type EditionId, type ParagraphId } from './ids.ts';
import { renumber } from './number-paragraphs.ts';
import { joinTexts, splitText, type CutProblem, type JoinProblem, type Seam } from './paragraph-pieces.ts';
import type { Edition, ImportedParagraph, Paragraph, ParagraphKind } from './source.ts';

/** What a paragraph can be said to be. Rows of a table stay what they are. */
export const markedKinds = ['text', 'heading', 'item', 'quote'] as const satisfies readonly ParagraphKind[];
export type MarkedKind = (typeof markedKinds)[number];

export type StructureChange =
  /** With the one after it. The first says what kind of paragraph it is, and on which page it begins. */
  | { readonly kind: 'join'; readonly paragraph: ParagraphId; readonly seam: Seam }
  /** `page`: on which the second half begins, where that is another one than the first begins on. */
  | { readonly kind: 'split'; readonly paragraph: ParagraphId; readonly at: number; readonly page?: number }
  /** Takes it back from the leftovers as well. */
  | { readonly kind: 'mark'; readonly paragraph: ParagraphId; readonly as: MarkedKind }
  | { readonly kind: 'set-aside'; readonly paragraph: ParagraphId; readonly leftover: boolean }
  /**
   * Puts back what another change replaced: `undo` of a step is one of these. Whoever makes the change keeps it; it is
   * not to be taken from a window, as it could give the id of one text to another.
   */
  | {
      readonly kind: 'restore';
      readonly replaced: readonly ParagraphId[];
      readonly paragraphs: readonly Paragraph[];
    };

export interface EditionStructure {
  readonly edition: EditionId;
  readonly paragraphs: readonly Paragraph[];
  /** How many ids the edition has given, those that went out of use with them. Never gets smaller. */
  readonly idsGiven: number;
}

export interface StructureStep {
  readonly structure: EditionStructure;
  /** Applied to `structure`, it gives the paragraphs back as they were, with their ids. */
  readonly undo: StructureChange;
}

export type ChangeProblem =
  | CutProblem
  | 'paragraph-not-found'
  | 'nothing-after'
  | 'table-row'
  | JoinProblem
  | 'bad-page'
  | 'would-change-words';

/** `idsGiven` is what was kept with the edition; `null` of one that was never corrected, as all its ids are in use. */
export function structureOf(
  edition: Pick<Edition, 'id' | 'paragraphs'>,
  idsGiven: number | null,
): EditionStructure {
  return {
    edition: edition.id,
    paragraphs: edition.paragraphs,
    idsGiven: highestId(edition.id, edition.paragraphs, idsGiven ?? 0),
  };
}

/** Not with the arguments of `Math.max`, of which there can't be as many as an edition has paragraphs. */
function highestId(edition: EditionId, paragraphs: readonly Paragraph[], atLeast: number): number {
  return paragraphs.reduce((most, { id }) => Math.max(most, ordinalOf(edition, id) ?? 0), atLeast);
}

/** Makes the change, numbers the paragraphs again, and says how to take it back. */
export function changeStructure(
  structure: EditionStructure,
  change: StructureChange,
): Result<StructureStep, ChangeProblem> {
  if (change.kind === 'restore') return restore(structure, change.replaced, change.paragraphs);
  const index = structure.paragraphs.findIndex(({ id }) => id === change.paragraph);
  const paragraph = structure.paragraphs[index];
  if (paragraph === undefined) return notFound();
  switch (change.kind) {
    case 'join':
      return join(structure, index, change.seam);
    case 'split':
      return split(structure, index, change.at, change.page);
    case 'mark':
      if (paragraph.kind === 'table') return tableRow();
      return replace(structure, index, 1, [{ ...paragraph, kind: change.as, leftover: false }]);
    case 'set-aside':
      return replace(structure, index, 1, [{ ...paragraph, leftover: change.leftover }]);
  }
}

const notFound = () =>
  refused('paragraph-not-found', 'This text has no such paragraph any more. Open the source again.');

const tableRow = () =>
  refused('table-row', 'A row of a table can be set aside, but not joined, split or made something else.');

function join(structure: EditionStructure, index: number, seam: Seam): Result<StructureStep, ChangeProblem> {
  const [first, second] = structure.paragraphs.slice(index, index + 2);
  if (first === undefined || second === undefined) {
    return refused('nothing-after', 'This is the last paragraph: there is none to join it with.');
  }
  if (first.kind === 'table' || second.kind === 'table') return tableRow();
  const joined = joinTexts(first, second, seam);
  if (!joined.ok) return joined;
  const { links: _, ...rest } = first;
  const paragraph = { ...rest, ...joined.value, id: paragraphIdAt(structure.edition, structure.idsGiven) };
  return replace(structure, index, 2, [paragraph]);
}

function split(
  structure: EditionStructure,
  index: number,
  at: number,
  page: number | undefined,
): Result<StructureStep, ChangeProblem> {
  const whole = structure.paragraphs[index];
  if (whole === undefined) return notFound();
  if (whole.kind === 'table') return tableRow();
  const halves = splitText(whole, at);
  if (!halves.ok) return halves;
  if (page !== undefined && !isPageOfHalf(page, whole, structure.paragraphs[index + 1])) {
    return refused('bad-page', 'The second half can’t begin on that page of the file.');
  }
  const { links: _, ...rest } = whole;
  const [first, second] = halves.value;
  const idOf = (offset: number) => paragraphIdAt(structure.edition, structure.idsGiven + offset);
  return replace(structure, index, 1, [
    { ...rest, ...first, id: idOf(0) },
    { ...rest, ...second, id: idOf(1), ...(page === undefined ? {} : { page }) },
  ]);
}

/** Not before the page that the whole begins on, and not after the one that the next paragraph begins on. */
function isPageOfHalf(page: number, whole: Paragraph, next: Paragraph | undefined): boolean {
  if (whole.page === undefined || !Number.isInteger(page)) return false;
  return page >= whole.page && page <= (next?.page ?? Number.MAX_SAFE_INTEGER);
}

function restore(
  structure: EditionStructure,
  replaced: readonly ParagraphId[],
  paragraphs: readonly Paragraph[],
): Result<StructureStep, ChangeProblem> {
  const index = structure.paragraphs.findIndex(({ id }) => id === replaced[0]);
  const present = structure.paragraphs.slice(index, index + replaced.length);
  if (index < 0 || present.length < replaced.length || present.some(({ id }, at) => id !== replaced[at])) {
    return notFound();
  }
  const stay = new Set(structure.paragraphs.map(({ id }) => id));
  for (const id of replaced) stay.delete(id);
  const known = paragraphs.every(({ id }) => {
    const ordinal = ordinalOf(structure.edition, id);
    return ordinal !== undefined && ordinal <= structure.idsGiven && !stay.has(id);
  });
  const distinct = new Set(paragraphs.map(({ id }) => id)).size === paragraphs.length;
  if (!known || !distinct || lettersOf(present) !== lettersOf(paragraphs)) {
    return refused('would-change-words', 'The words of a source never change. Nothing was changed.');
  }
  return replace(structure, index, replaced.length, paragraphs);
}

/** All that a joining or a splitting keeps: everything but white space and hyphens. */
const lettersOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs
    .map(({ text }) => text)
    .join('')
    .replaceAll(/[\s\u00AD\u2010-]/gu, '');

function replace(
  structure: EditionStructure,
  index: number,
  count: number,
  by: readonly Paragraph[],
): Result<StructureStep, never> {
  const { edition, paragraphs, idsGiven } = structure;
  return done({
    structure: {
      edition,
      paragraphs: renumber(paragraphs.toSpliced(index, count, ...by)),
      idsGiven: highestId(edition, by, idsGiven),
    },
    undo: {
      kind: 'restore',
      replaced: by.map(({ id }) => id),
      paragraphs: paragraphs.slice(index, index + count),
    },
  });
}

export type NotAllowed = ChangeProblem | 'would-change-cited' | 'would-renumber-cited';

/**
 * Whether the edition itself may be corrected in this way: a paragraph that is cited or annotated keeps its text and the
 * number that it has. What had no number, a leftover or a heading, may get one. Where it is refused for the sake of a
 * used paragraph (`would-…-cited`), the same change can be made in a new edition.
 */
export function structureChangeAllowed(
  structure: EditionStructure,
  change: StructureChange,
  usedParagraphs: ReadonlySet<ParagraphId>,
): Result<StructureStep, NotAllowed> {
  const step = changeStructure(structure, change);
  if (!step.ok) return step;
  const after = new Map(step.value.structure.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const used = structure.paragraphs.filter(({ id }) => usedParagraphs.has(id));
  const rewritten = used.find(({ id, text }) => after.get(id)?.text !== text);
  if (rewritten !== undefined) {
    return refused(
      'would-change-cited',
      `${nameOf(rewritten)} is cited or annotated, and would get another text. Nothing was changed.`,
    );
  }
  const moved = used.find(({ id, number }) => number !== null && after.get(id)?.number !== number);
  if (moved !== undefined) {
    return refused(
      'would-renumber-cited',
      `${nameOf(moved)} is cited or annotated, and would get another number. Nothing was changed.`,
    );
  }
  return step;
}

const nameOf = ({ number }: Paragraph) =>
  number === null ? 'A paragraph without a number' : `Paragraph ${String(number)}`;

/**
 * The paragraphs of a new edition: those of this one after the changes, each made on what the one before it left, so
 * that a later change may name an id that an earlier one gave. The edition itself stays as it is.
 */
export function applyStructureChanges(
  from: EditionStructure,
  changes: readonly StructureChange[],
): Result<readonly ImportedParagraph[], ChangeProblem> {
  let present = from;
  for (const change of changes) {
    const step = changeStructure(present, change);
    if (!step.ok) return step;
    present = step.value.structure;
  }
  return done(present.paragraphs.map(({ id: _, number: __, ...imported }) => imported));
}
