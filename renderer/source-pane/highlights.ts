/**
 * Highlights are painted over the text with the CSS Custom Highlight API: no node is split, overlaps are free.
 * The page has one highlight of each name, in which every view of a source has its own ranges.
 * https://drafts.csswg.org/css-highlight-api-1/
 */
import { categories, type Annotation } from '../../core/dossier/annotation.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import { rangesOfPassage, type ParagraphBlocks } from './paragraph-dom.ts';

/** Where several are painted over the same words, the higher one is on top. */
const priorities: Readonly<Record<string, number>> = {
  'annotation-active': 2,
  'passage-shown': 3,
  'find-place': 4,
  'find-current': 5,
};

export interface HighlightPainter {
  /** Every annotation of the edition that is shown; `active` gets a line of its own. */
  paintAnnotations(
    blocks: ParagraphBlocks,
    annotations: readonly Annotation[],
    active: Annotation | undefined,
  ): void;
  /** Where a citation led. */
  paintShownPassage(blocks: ParagraphBlocks, passage: Passage | undefined): void;
  paintFound(places: readonly Range[], current: Range | undefined): void;
  clear(): void;
}

function highlightNamed(name: string): Highlight {
  const there = CSS.highlights.get(name);
  if (there !== undefined) return there;
  const made = new Highlight();
  made.priority = priorities[name] ?? 0;
  CSS.highlights.set(name, made);
  return made;
}

/** Paints for one view of a source. */
export function createHighlightPainter(): HighlightPainter {
  const own = new Map<string, readonly Range[]>();

  function paint(name: string, ranges: readonly Range[]): void {
    const before = own.get(name) ?? [];
    if (before.length === 0 && ranges.length === 0) return;
    const highlight = highlightNamed(name);
    for (const range of before) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    own.set(name, ranges);
  }

  return {
    paintAnnotations(blocks, annotations, active) {
      for (const category of categories) {
        const ranges = annotations
          .filter((annotation) => annotation.category === category)
          .flatMap((annotation) => rangesOfPassage(blocks, annotation.passage));
        paint(`annotation-${category}`, ranges);
      }
      paint('annotation-active', active === undefined ? [] : rangesOfPassage(blocks, active.passage));
    },
    paintShownPassage(blocks, passage) {
      paint('passage-shown', passage === undefined ? [] : rangesOfPassage(blocks, passage));
    },
    paintFound(places, current) {
      paint('find-place', places);
      paint('find-current', current === undefined ? [] : [current]);
    },
    clear() {
      for (const name of own.keys()) paint(name, []);
    },
  };
}
