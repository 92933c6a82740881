import type { ParagraphId } from '../dossier/ids.ts';
import type { Paragraph } from '../dossier/source.ts';
import { findInText, foldText, type FoldedText } from './find-in-text.ts';

/** A place where a phrase stands: UTF-16 offsets into the paragraph's text, `end` exclusive. */
export interface FoundPlace {
  readonly paragraph: ParagraphId;
  /** Of the paragraph in its edition, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A search that folds each paragraph once, at the first phrase. */
export function createEditionSearch(paragraphs: readonly Paragraph[]): (phrase: string) => FoundPlace[] {
  let texts: readonly FoldedText[] | null = null;
  return (phrase) => {
    const wanted = foldText(phrase);
    texts ??= paragraphs.map(({ text }) => foldText(text));
    return paragraphs.flatMap(({ id }, index) => {
      const text = texts?.[index];
      return text === undefined
        ? []
        : findInText(text, wanted).map(({ start, end }) => ({ paragraph: id, index, start, end }));
    });
  };
}

type PlaceInOrder = Pick<FoundPlace, 'index' | 'start'>;

interface Point {
  readonly index: number;
  readonly offset: number;
}

/** Which of the places is the first at or behind a point; from the beginning again where there is none. */
export function placeFrom(places: readonly PlaceInOrder[], from: Point): number {
  const at = places.findIndex(
    ({ index, start }) => index > from.index || (index === from.index && start >= from.offset),
  );
  return Math.max(0, at);
}

/** Which of the places is the last before a point; the last of all where there is none. */
export function placeBefore(places: readonly PlaceInOrder[], from: Point): number {
  const at = places.findLastIndex(
    ({ index, start }) => index < from.index || (index === from.index && start < from.offset),
  );
  return at === -1 ? places.length - 1 : at;
}
