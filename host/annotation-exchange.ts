/** The annotations of a dossier as W3C Web Annotations, and those of other programs into it. */
import type { Category } from '../core/dossier/annotation.ts';
import type { NewId, Now } from '../core/dossier/ids.ts';
import type { RefusedAnnotation } from '../core/web-annotation/imported-annotations.ts';
import { readHypothesisAnnotations } from '../core/web-annotation/read-hypothesis-annotations.ts';
import { readWebAnnotations } from '../core/web-annotation/read-web-annotations.ts';
import {
  writeWebAnnotations,
  type SourceWithEditions,
} from '../core/web-annotation/write-web-annotations.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierFile } from './dossier-file/dossier-file.ts';
import { saveAnnotation } from './save-annotation.ts';

function sourcesWithEditions({ sources }: DossierFile): SourceWithEditions[] {
  return sources.list().map((source) => ({
    source,
    editions: sources.editionIds(source.id).flatMap((id) => sources.edition(id) ?? []),
  }));
}

/** JSON-LD; the same bytes for the same annotations. */
export const exportAnnotations = (dossier: DossierFile): string =>
  writeWebAnnotations(dossier.annotations.list(), sourcesWithEditions(dossier));

export interface AnnotationsBroughtIn {
  readonly added: number;
  /** That were in the dossier before, and are as the file has them now. */
  readonly replaced: number;
  readonly refused: readonly RefusedAnnotation[];
}

interface BringInOptions {
  readonly now: Now;
  readonly newId: NewId;
  /** Of those that the file puts into none of Chancery's categories. */
  readonly unclassified: Category;
}

/** Reads either format, whichever the file is in; each annotation is taken or refused by itself. */
export function importAnnotations(
  dossier: DossierFile,
  text: string,
  options: BringInOptions,
): Result<AnnotationsBroughtIn> {
  const sources = sourcesWithEditions(dossier);
  const web = readWebAnnotations(text, sources, options);
  const read =
    !web.ok && web.error.code === 'not-annotations' ? readHypothesisAnnotations(text, sources, options) : web;
  if (!read.ok) {
    return read.error.code === 'not-annotations'
      ? refused(
          'not-annotations',
          'The file holds no annotations that can be read: Web Annotations in JSON-LD, or an export of Hypothesis.',
        )
      : read;
  }
  return dossier.inOneStep(() => {
    let replaced = 0;
    for (const annotation of read.value.annotations) {
      if (dossier.annotations.find(annotation.id) !== undefined) replaced += 1;
      const saved = saveAnnotation(dossier, annotation);
      if (!saved.ok) throw new Error(`an annotation that was read can't be saved: ${saved.error.code}`);
    }
    return done({
      added: read.value.annotations.length - replaced,
      replaced,
      refused: read.value.refused,
    });
  });
}
