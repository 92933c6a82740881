/**
 * Highlights are painted over the text with the CSS Custom Highlight API: no node is split, overlaps are free.
 * https://drafts.csswg.org/css-highlight-api-1/
 */
import { categories, type Annotation } from '../../core/dossier/annotation.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import { rangesOfPassage, type ParagraphBlocks } from './paragraph-dom.ts';

const activeName = 'annotation-active';
const shownName = 'passage-shown';

/** Paints every annotation of the edition that is shown; `active` gets an outline of its own. */
export function paintAnnotations(
  blocks: ParagraphBlocks,
  annotations: readonly Annotation[],
  active: Annotation | undefined,
): void {
  for (const category of categories) {
    const ranges = annotations
      .filter((annotation) => annotation.category === category)
      .flatMap((annotation) => rangesOfPassage(blocks, annotation.passage));
    CSS.highlights.set(`annotation-${category}`, new Highlight(...ranges));
  }
  const highlight = new Highlight(...(active === undefined ? [] : rangesOfPassage(blocks, active.passage)));
  highlight.priority = 2;
  CSS.highlights.set(activeName, highlight);
}

/** Shows where a citation led. */
export function paintShownPassage(blocks: ParagraphBlocks, passage: Passage | undefined): void {
  const highlight = new Highlight(...(passage === undefined ? [] : rangesOfPassage(blocks, passage)));
  highlight.priority = 3;
  CSS.highlights.set(shownName, highlight);
}

export function clearHighlights(): void {
  for (const name of [...categories.map((category) => `annotation-${category}`), activeName, shownName]) {
    CSS.highlights.delete(name);
  }
}
