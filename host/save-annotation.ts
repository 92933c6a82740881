import type { Annotation } from '../core/dossier/annotation.ts';
import type { Anchor } from '../core/dossier/passage.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierStores } from './dossier-file/filled-dossier.ts';
import { storable } from './dossier-file/storable-text.ts';

function standsThere(dossier: DossierStores, { passage }: Annotation, anchor: Anchor): boolean {
  const text = dossier.sources.paragraph(passage.edition, anchor.paragraph)?.text;
  const { start, end } = anchor.position;
  return text !== undefined && start < end && text.slice(start, end) === anchor.quote.exact;
}

/**
 * Adds an annotation, or replaces the one with the same id.
 * One whose words do not stand where it says is refused: an anchor never lies.
 */
export function saveAnnotation(
  dossier: DossierStores,
  annotation: Annotation,
): Result<Annotation, 'passage-not-found'> {
  const edition = annotation.passage.edition;
  const ofThisSource = dossier.sources.sourceOfEdition(edition) === annotation.source;
  if (
    !ofThisSource ||
    !annotation.passage.anchors.every((anchor) => standsThere(dossier, annotation, anchor))
  ) {
    return refused(
      'passage-not-found',
      'The marked words do not stand in that paragraph of the source. Select them again.',
    );
  }
  const { creator, foreign } = annotation;
  const saved = {
    ...annotation,
    comment: storable(annotation.comment),
    tags: annotation.tags.map(storable),
    ...(creator === undefined ? {} : { creator: storable(creator) }),
    ...(foreign === undefined ? {} : { foreign: storable(foreign) }),
  };
  dossier.annotations.save(saved);
  return done(saved);
}
