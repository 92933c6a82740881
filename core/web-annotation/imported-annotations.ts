import type { Annotation, Category } from '../dossier/annotation.ts';
import { longestComment, longestCreator, longestForeign, longestTag } from '../dossier/annotation.ts';
import type { NewId, Now } from '../dossier/ids.ts';
import { done, refused, type Refusal, type Result } from '../result.ts';

/** Why one annotation of a file was not taken. */
export type ImportCode =
  | 'not-an-annotation'
  | 'unknown-source'
  | 'ambiguous-source'
  | 'other-edition'
  | 'several-editions'
  | 'no-quotation'
  | 'quote-not-found'
  | 'ambiguous'
  | 'is-reply'
  | 'too-long';

export interface RefusedAnnotation {
  /** Its place in the file, from 0. */
  readonly index: number;
  /** What the file calls it; `null` when it has no name. */
  readonly name: string | null;
  readonly error: Refusal<ImportCode>;
}

export interface ImportedAnnotations {
  readonly annotations: readonly Annotation[];
  readonly refused: readonly RefusedAnnotation[];
}

export interface ImportOptions {
  readonly newId: NewId;
  readonly now: Now;
  /** The category of those that name none of ours: a person chooses it. */
  readonly unclassified: Category;
}

/** Reads the annotations of a file one by one: one that can't be taken does not keep out the others. */
export function importEach(
  given: readonly unknown[],
  nameOf: (one: unknown) => string | null,
  read: (one: unknown) => Result<Annotation, ImportCode>,
): ImportedAnnotations {
  const annotations: Annotation[] = [];
  const refusedOnes: RefusedAnnotation[] = [];
  for (const [index, one] of given.entries()) {
    const result = read(one);
    const checked = result.ok ? withinLimits(result.value) : result;
    if (checked.ok) annotations.push(checked.value);
    else refusedOnes.push({ index, name: nameOf(one), error: checked.error });
  }
  return { annotations, refused: refusedOnes };
}

function withinLimits(annotation: Annotation): Result<Annotation, 'too-long'> {
  const { comment, tags, creator = '', foreign = '' } = annotation;
  const faults = [
    comment.length > longestComment && 'comment',
    tags.some((tag) => tag.length > longestTag) && 'tags',
    creator.length > longestCreator && 'creator’s name',
    foreign.length > longestForeign && 'other data',
  ].filter((fault) => fault !== false);
  const [fault] = faults;
  return fault === undefined
    ? done(annotation)
    : refused('too-long', `The annotation’s ${fault} would be longer than a dossier can hold.`);
}
