import type { NoteId, ParagraphId } from '../dossier/ids.ts';
import type { Passage, TextPositionSelector } from '../dossier/passage.ts';
import { citationsOf } from '../note-tree/citations-of.ts';
import type { NoteTree } from '../note-tree/note-tree.ts';

/** What a note cites of one paragraph. */
export interface CitedPlace {
  readonly paragraph: ParagraphId;
  /** How many citations of the note name it. */
  readonly citations: number;
  /** One of them is of the whole paragraph. */
  readonly whole: boolean;
  /** The runs of its text that the others are narrowed to, each once, in reading order. */
  readonly passages: readonly TextPositionSelector[];
}

/** What one note cites, without its text: little enough to be asked for of all notes at once. */
export interface NoteCitations {
  readonly note: NoteId;
  readonly places: readonly CitedPlace[];
}

interface Gathered {
  citations: number;
  whole: boolean;
  readonly passages: Map<string, TextPositionSelector>;
}

/** Every paragraph that a note cites, once, in the order in which it first cites them. */
export function citedPlacesOf(tree: NoteTree): CitedPlace[] {
  const byParagraph = new Map<ParagraphId, Gathered>();
  for (const { targets } of citationsOf(tree)) {
    for (const paragraph of new Set(targets.map((target) => target.paragraph))) {
      const gathered = byParagraph.get(paragraph) ?? { citations: 0, whole: false, passages: new Map() };
      byParagraph.set(paragraph, gathered);
      gathered.citations += 1;
      for (const target of targets.filter((each) => each.paragraph === paragraph)) {
        const own = target.passage?.anchors.filter((anchor) => anchor.paragraph === paragraph) ?? [];
        if (own.length === 0) gathered.whole = true;
        for (const { position } of own) {
          gathered.passages.set(`${String(position.start)} ${String(position.end)}`, position);
        }
      }
    }
  }
  return Array.from(byParagraph, ([paragraph, { citations, whole, passages }]) => ({
    paragraph,
    citations,
    whole,
    passages: [...passages.values()].toSorted((a, b) => a.start - b.start || a.end - b.end),
  }));
}

export type PlacesByParagraph = ReadonlyMap<ParagraphId, CitedPlace>;

export const byParagraph = (places: readonly CitedPlace[]): PlacesByParagraph =>
  new Map(places.map((place) => [place.paragraph, place]));

/**
 * Whether a note cites these words: in each paragraph that can be cited, the words themselves, a run of text that
 * takes them in, or the whole paragraph. A passage of which no paragraph can be cited is never cited.
 */
export function citesPassage(
  places: PlacesByParagraph,
  { anchors }: Passage,
  canBeCited: (paragraph: ParagraphId) => boolean,
): boolean {
  const citable = anchors.filter(({ paragraph }) => canBeCited(paragraph));
  return (
    citable.length > 0 &&
    citable.every(({ paragraph, position }) => {
      const place = places.get(paragraph);
      if (place === undefined) return false;
      return (
        place.whole || place.passages.some(({ start, end }) => start <= position.start && end >= position.end)
      );
    })
  );
}

/** Whether a note cites anything at all of a paragraph that the passage touches. */
export const citesParagraphOf = (places: PlacesByParagraph, { anchors }: Passage): boolean =>
  anchors.some(({ paragraph }) => places.has(paragraph));
