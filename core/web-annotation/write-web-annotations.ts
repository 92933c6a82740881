import type { Annotation } from '../dossier/annotation.ts';
import type { Anchor } from '../dossier/passage.ts';
import type { Edition, Source } from '../dossier/source.ts';
import { unpackForeign, type ForeignProperties } from './foreign-properties.ts';
import {
  annotationUrn,
  bytesUrn,
  codePointsBefore,
  paragraphFragment,
  webAnnotationContext,
  type JsonObject,
} from './web-annotation-terms.ts';

export interface SourceWithEditions {
  readonly source: Source;
  readonly editions: readonly Edition[];
}

/**
 * Annotations as an `AnnotationCollection` with one page, in JSON-LD. The same text for the same annotations.
 * The editions of all of them must be among those of the sources.
 */
export function writeWebAnnotations(
  annotations: readonly Annotation[],
  sources: readonly SourceWithEditions[],
): string {
  const editions = new Map(
    sources.flatMap(({ source, editions: all }) =>
      all.map((edition) => [edition.id, { source, edition }] as const),
    ),
  );
  const items = annotations.map((annotation) => {
    const home = editions.get(annotation.passage.edition);
    if (home === undefined) throw new Error(`no edition ${annotation.passage.edition} for ${annotation.id}`);
    return webAnnotation(annotation, home.source, home.edition);
  });
  const collection = {
    '@context': webAnnotationContext,
    id: 'urn:chancery:annotations',
    type: 'AnnotationCollection',
    total: items.length,
    first: {
      id: 'urn:chancery:annotations:1',
      type: 'AnnotationPage',
      partOf: 'urn:chancery:annotations',
      startIndex: 0,
      items,
    },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function webAnnotation(annotation: Annotation, source: Source, edition: Edition): JsonObject {
  const { id, passage, comment, tags, creator, createdAt, updatedAt } = annotation;
  const foreign = unpackForeign(annotation.foreign);
  const motivation = [
    'highlighting',
    'classifying',
    ...(comment === '' ? [] : ['commenting']),
    ...(tags.length === 0 ? [] : ['tagging']),
    ...(foreign.motivation ?? []),
  ];
  return {
    ...foreign.annotation,
    id: annotationUrn(id),
    type: 'Annotation',
    motivation,
    ...(creator === undefined ? {} : { creator: { type: 'Person', ...foreign.creator, name: creator } }),
    created: createdAt,
    modified: updatedAt,
    body: bodiesOf(annotation, foreign),
    target: passage.anchors.map((anchor, index) =>
      targetOf(anchor, source, edition, foreign.targets?.[index] ?? {}),
    ),
  };
}

function bodiesOf({ category, comment, tags }: Annotation, foreign: ForeignProperties): unknown[] {
  const body = (purpose: string, value: string, others: unknown) => ({
    type: 'TextualBody',
    format: 'text/plain',
    ...(isObject(others) ? others : {}),
    purpose,
    value,
  });
  return [
    body('classifying', category, foreign.category),
    ...(comment === '' ? [] : [body('commenting', comment, foreign.comment)]),
    ...tags.map((tag) => body('tagging', tag, foreign.tags?.[tag])),
    ...(foreign.bodies ?? []),
  ];
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

function targetOf(anchor: Anchor, source: Source, edition: Edition, foreign: JsonObject): JsonObject {
  const { paragraph, position, quote } = anchor;
  const index = edition.paragraphs.findIndex(({ id }) => id === paragraph);
  const text = edition.paragraphs[index]?.text;
  if (text === undefined) throw new Error(`edition ${edition.id} has no paragraph ${paragraph}`);
  const { exact, prefix, suffix } = quote;
  const words = { type: 'TextQuoteSelector', exact, prefix, suffix };
  const place = {
    type: 'TextPositionSelector',
    start: codePointsBefore(text, position.start),
    end: codePointsBefore(text, position.end),
  };
  const others = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return {
    ...foreign,
    type: 'SpecificResource',
    source: source.metadata.URL ?? bytesUrn(edition.sha256),
    state: [
      { type: 'TimeState', sourceDate: edition.importedAt, cached: bytesUrn(edition.sha256) },
      ...others(foreign['state']),
    ],
    selector: [
      { type: 'FragmentSelector', value: paragraphFragment(index), refinedBy: [words, place] },
      words,
      ...others(foreign['selector']),
    ],
  };
}
