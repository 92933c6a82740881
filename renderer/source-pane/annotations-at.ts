import type { Annotation } from '../../core/dossier/annotation.ts';
import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { ParagraphPoint } from './paragraph-dom.ts';

function lengthOf(annotation: Annotation): number {
  return annotation.passage.anchors.reduce((sum, { position }) => sum + position.end - position.start, 0);
}

/** The annotations that cover a point, the shortest first: where they overlap, the inner one is meant. */
export function annotationsAt(annotations: readonly Annotation[], point: ParagraphPoint): Annotation[] {
  return annotations
    .filter((annotation) =>
      annotation.passage.anchors.some(
        ({ paragraph, position }) =>
          paragraph === point.paragraph && position.start <= point.offset && point.offset < position.end,
      ),
    )
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
}

/** Those of a paragraph, the shortest first. */
export function annotationsOf(annotations: readonly Annotation[], paragraph: ParagraphId): Annotation[] {
  return annotations
    .filter(({ passage }) => passage.anchors.some((anchor) => anchor.paragraph === paragraph))
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
}

/** The one to open when a point is clicked: the next one below `active` where several overlap. */
export function annotationToOpen(
  covering: readonly Annotation[],
  active: Annotation['id'] | null,
): Annotation | undefined {
  const at = covering.findIndex((annotation) => annotation.id === active);
  return covering[(at + 1) % covering.length];
}
