/** What the evidence board shows: every annotation of a dossier, with where it stands and whether a note uses it. */
import type { Annotation } from '../dossier/annotation.ts';
import type { EditionId, NoteId, ParagraphId, SourceId } from '../dossier/ids.ts';
import { sideOf } from '../dossier/source-side.ts';
import type { Edition, Source } from '../dossier/source.ts';
import { citationDisplay } from '../note-tree/citation-label.ts';
import { searchedTextOfAnnotation } from '../search/searched-text.ts';
import { wordsOf, type Word } from '../search/words-of.ts';
import {
  byParagraph,
  citesParagraphOf,
  citesPassage,
  type CitedPlace,
  type PlacesByParagraph,
} from './cited-places.ts';

/** In the open note; if not there, in another one; or in none. Each annotation is exactly one of them. */
export const uses = ['here', 'elsewhere', 'unused'] as const;
export type Use = (typeof uses)[number];

export interface Evidence {
  readonly annotation: Annotation;
  readonly source: Source;
  /** Whose account it is; `null` where that is not known. */
  readonly side: string | null;
  /** `A ¶12`; `null` where none of its paragraphs has a number, so that it can't be cited. */
  readonly place: string | null;
  readonly quotation: string;
  /** What a search looks through. */
  readonly words: readonly Word[];
  readonly use: Use;
  /** The other notes that use it, be it used in the open one or not. */
  readonly otherNotes: readonly NoteId[];
  /** The open note does not use it, but cites other words of its paragraph. */
  readonly besideCited: boolean;
}

export interface EvidenceSources {
  readonly annotations: readonly Annotation[];
  /** In the order of the dossier. */
  readonly sources: readonly Source[];
  readonly editions: ReadonlyMap<EditionId, Edition>;
  /** What each note of the dossier cites. */
  readonly citations: ReadonlyMap<NoteId, readonly CitedPlace[]>;
  readonly openNote: NoteId | null;
}

interface Place {
  readonly index: number;
  readonly number: number | null;
}
type Places = ReadonlyMap<ParagraphId, Place>;

export const quotationOf = ({ passage }: Annotation): string =>
  passage.anchors.map((anchor) => anchor.quote.exact).join(' ¶ ');

/** How many annotations each source bears: the one count of them, wherever it is shown. */
export function countBySource(annotations: readonly Annotation[]): ReadonlyMap<SourceId, number> {
  const counts = new Map<SourceId, number>();
  for (const { source } of annotations) counts.set(source, (counts.get(source) ?? 0) + 1);
  return counts;
}

const noPlaces: Places = new Map();

function placesOf(edition: Edition): Places {
  return new Map(edition.paragraphs.map(({ id, number }, index) => [id, { index, number }]));
}

function searchedWords({ passage, comment, tags }: Annotation): Word[] {
  const quotations = passage.anchors.map(({ quote }) => quote.exact);
  return wordsOf(searchedTextOfAnnotation({ quotations, comment, tags }));
}

function placeName(source: Source, annotation: Annotation, places: Places): string | null {
  const numbered = annotation.passage.anchors.flatMap(({ paragraph }) => {
    const number = places.get(paragraph)?.number ?? null;
    return number === null ? [] : [{ source: source.label, paragraph: number }];
  });
  return numbered.length === 0 ? null : citationDisplay(numbered);
}

interface Cited {
  readonly here: PlacesByParagraph;
  readonly elsewhere: readonly (readonly [NoteId, PlacesByParagraph])[];
}

function useOf({ passage }: Annotation, places: Places, { here, elsewhere }: Cited) {
  const canBeCited = (paragraph: ParagraphId) => (places.get(paragraph)?.number ?? null) !== null;
  const isHere = citesPassage(here, passage, canBeCited);
  const otherNotes = elsewhere.flatMap(([note, cited]) =>
    citesPassage(cited, passage, canBeCited) ? [note] : [],
  );
  const use: Use = isHere ? 'here' : otherNotes.length > 0 ? 'elsewhere' : 'unused';
  return { use, otherNotes, besideCited: !isHere && citesParagraphOf(here, passage) };
}

/**
 * Reads a dossier's annotations as evidence, by sources and in reading order. What was found out about an annotation
 * or an edition is remembered as long as that lives, so that one change among thousands is quick.
 */
export function createEvidenceReader(): (dossier: EvidenceSources) => Evidence[] {
  const words = new WeakMap<Annotation, readonly Word[]>();
  const places = new WeakMap<Edition, Places>();
  const latest = new WeakMap<Annotation, Evidence>();
  /** The same object as before when it says the same. */
  const kept = (evidence: Evidence): Evidence => {
    const before = latest.get(evidence.annotation);
    if (before !== undefined && sameEvidence(before, evidence)) return before;
    latest.set(evidence.annotation, evidence);
    return evidence;
  };
  const remembered = <Key extends object, Value>(
    memory: WeakMap<Key, Value>,
    key: Key,
    find: (key: Key) => Value,
  ): Value => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const found = find(key);
    memory.set(key, found);
    return found;
  };

  return ({ annotations, sources, editions, citations, openNote }) => {
    const cited: Cited = {
      here: byParagraph(openNote === null ? [] : (citations.get(openNote) ?? [])),
      elsewhere: Array.from(citations, ([note, list]) => [note, byParagraph(list)] as const).filter(
        ([note, list]) => note !== openNote && list.size > 0,
      ),
    };
    const sourceById = new Map(sources.map((source, order) => [source.id, { source, order }]));
    const found = annotations.flatMap((annotation) => {
      const known = sourceById.get(annotation.source);
      if (known === undefined) return [];
      const edition = editions.get(annotation.passage.edition);
      const own = edition === undefined ? noPlaces : remembered(places, edition, placesOf);
      const { paragraph, position } = annotation.passage.anchors[0];
      const evidence = kept({
        annotation,
        source: known.source,
        side: sideOf(known.source),
        place: placeName(known.source, annotation, own),
        quotation: quotationOf(annotation),
        words: remembered(words, annotation, searchedWords),
        ...useOf(annotation, own, cited),
      });
      return [
        { evidence, order: known.order, index: own.get(paragraph)?.index ?? Infinity, start: position.start },
      ];
    });
    return found
      .toSorted(
        (a, b) =>
          a.order - b.order ||
          compare(a.index, b.index) ||
          a.start - b.start ||
          compare(a.evidence.annotation.createdAt, b.evidence.annotation.createdAt) ||
          compare(a.evidence.annotation.id, b.evidence.annotation.id),
      )
      .map(({ evidence }) => evidence);
  };
}

/** Whether nothing that the board shows has changed, so that its card can stay as it is. */
function sameEvidence(a: Evidence, b: Evidence): boolean {
  return (
    a.source === b.source &&
    a.place === b.place &&
    a.use === b.use &&
    a.besideCited === b.besideCited &&
    a.otherNotes.length === b.otherNotes.length &&
    a.otherNotes.every((note, index) => note === b.otherNotes[index])
  );
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
