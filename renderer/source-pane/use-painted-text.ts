import { useEffect, useRef, type RefObject } from 'react';
import type { Annotation } from '../../core/dossier/annotation.ts';
import type { AnnotationId, ParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import type { HighlightPainter } from './highlights.ts';
import { rangesOfPassage, type ParagraphBlocks } from './paragraph-dom.ts';
import { describeAnnotations, marginKey, paintMargin } from './paragraph-margin.ts';
import { bringIntoView } from './scroll-text.ts';
import { selectPassage } from './select-passage.ts';

function byParagraph(annotations: readonly Annotation[]): Map<ParagraphId, Annotation[]> {
  const map = new Map<ParagraphId, Annotation[]>();
  for (const annotation of annotations) {
    for (const { paragraph } of annotation.passage.anchors) {
      const list = map.get(paragraph);
      if (list === undefined) map.set(paragraph, [annotation]);
      else list.push(annotation);
    }
  }
  return map;
}

interface Margins {
  readonly edition: Edition;
  readonly annotations: readonly Annotation[];
  readonly citationCounts: ReadonlyMap<ParagraphId, number>;
}

/** Keeps the margins and spoken descriptions of all paragraphs in step with annotations and citations. */
export function usePaintedMargins(
  blocks: ParagraphBlocks | null,
  { edition, annotations, citationCounts }: Margins,
): void {
  // What stands in each margin now: most changes concern one paragraph of thousands.
  const painted = useRef(new Map<ParagraphId, string>());
  useEffect(() => {
    painted.current.clear();
  }, [blocks]);
  useEffect(() => {
    if (blocks === null) return;
    const annotated = byParagraph(annotations);
    for (const paragraph of edition.paragraphs) {
      const own = annotated.get(paragraph.id) ?? [];
      const cited = citationCounts.get(paragraph.id) ?? 0;
      const content = marginKey({ paragraph, cited, annotations: own });
      if (content === (painted.current.get(paragraph.id) ?? '')) continue;
      painted.current.set(paragraph.id, content);
      const block = blocks.get(paragraph.id);
      const margin = block?.lastElementChild;
      if (block === undefined || !(margin instanceof HTMLElement)) continue;
      paintMargin(margin, { paragraph, cited, annotations: own });
      const description = describeAnnotations(own, paragraph.id);
      if (description === '') block.removeAttribute('aria-description');
      else block.setAttribute('aria-description', description);
    }
  }, [blocks, edition, annotations, citationCounts]);
}

/** What is to be brought into view. A new object each time, so that asking twice shows it twice. */
export interface RevealedPassage {
  readonly paragraph: ParagraphId;
  readonly passage?: Passage;
  readonly focus: boolean;
  readonly select?: boolean;
}

interface PaintedPassages {
  readonly annotations: readonly Annotation[];
  readonly activeAnnotation: AnnotationId | null;
  readonly reveal: RevealedPassage | null;
  readonly painter: HighlightPainter;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly makeCurrent: (block: HTMLElement) => void;
  /** Called before something is brought into view. */
  readonly lead: () => void;
}

/** Paints highlights, and brings what was asked for into view. */
export function usePaintedPassages(blocks: ParagraphBlocks | null, options: PaintedPassages): void {
  const { annotations, activeAnnotation, reveal, painter, scroll, makeCurrent } = options;
  const lead = useRef(options.lead);
  const answered = useRef<RevealedPassage | null>(null);
  useEffect(() => {
    lead.current = options.lead;
  });
  useEffect(() => {
    if (blocks === null) return;
    const active = annotations.find((annotation) => annotation.id === activeAnnotation);
    painter.paintAnnotations(blocks, annotations, active);
  }, [blocks, painter, annotations, activeAnnotation]);
  useEffect(() => {
    if (blocks === null) return;
    painter.paintShownPassage(blocks, reveal?.passage);
    for (const block of blocks.values()) delete block.dataset['shown'];
    const block = reveal === null ? undefined : blocks.get(reveal.paragraph);
    if (block === undefined || reveal === null) return;
    block.dataset['shown'] = '';
    // A text that is made anew, because its numbers changed, stays where the person has scrolled it.
    if (answered.current === reveal) return;
    answered.current = reveal;
    lead.current();
    block.scrollIntoView({ block: 'center' });
    const [first] = reveal.passage === undefined ? [] : rangesOfPassage(blocks, reveal.passage);
    // Of a long paragraph, the middle may be far from the passage.
    if (first !== undefined && scroll.current !== null) bringIntoView(scroll.current, first);
    makeCurrent(block);
    if (reveal.focus) block.focus({ preventScroll: true });
    if (reveal.select === true && reveal.passage !== undefined) selectPassage(blocks, reveal.passage);
  }, [blocks, painter, scroll, reveal, makeCurrent]);
  useEffect(
    () => () => {
      painter.clear();
    },
    [painter],
  );
}
