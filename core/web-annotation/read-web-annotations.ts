import * as v from 'valibot';
import { categories, type Annotation, type Category } from '../dossier/annotation.ts';
import { asAnnotationId } from '../dossier/ids.ts';
import type { Anchor } from '../dossier/passage.ts';
import { done, refused, type Result } from '../result.ts';
import { otherProperties, packForeign } from './foreign-properties.ts';
import {
  importEach,
  type ImportCode,
  type ImportedAnnotations,
  type ImportOptions,
} from './imported-annotations.ts';
import { knowSources, type EditionOfSource, type KnownSources } from './known-sources.ts';
import {
  anchorsOfTarget,
  asList,
  editionOfTarget,
  isBytesState,
  isObject,
  isParagraphSelector,
  quoteIn,
} from './locate-target.ts';
import { readBodies } from './read-bodies.ts';
import { annotationOfUrn, webAnnotationContext, type JsonObject } from './web-annotation-terms.ts';
import type { SourceWithEditions } from './write-web-annotations.ts';

export type ReadCode = 'not-json' | 'not-annotations';

const annotationSchema = v.looseObject({
  id: v.optional(v.string()),
  type: v.union([
    v.literal('Annotation'),
    v.pipe(
      v.array(v.string()),
      v.check((types) => types.includes('Annotation'), 'An annotation says that it is one.'),
    ),
  ]),
  created: v.optional(v.string()),
  modified: v.optional(v.string()),
  target: v.unknown(),
});

/**
 * Reads an `AnnotationPage`, an `AnnotationCollection` with its pages in it, a list of annotations or one.
 * What Chancery wrote comes back as it was. An annotation whose words do not stand where it says, or that is about
 * another text than those of the dossier, is refused by name; nothing is attached to a likely place.
 */
export function readWebAnnotations(
  text: string,
  sources: readonly SourceWithEditions[],
  options: ImportOptions,
): Result<ImportedAnnotations, ReadCode> {
  const given = readJson(text);
  if (!given.ok) return given;
  const items = itemsOf(given.value);
  if (items === null) {
    return refused(
      'not-annotations',
      'The file holds no Web Annotations, or only the address of where they are.',
    );
  }
  const known = knowSources(sources);
  return done(
    importEach(
      items,
      (one) => (isObject(one) && typeof one['id'] === 'string' ? one['id'] : null),
      (one) => readAnnotation(one, known, options),
    ),
  );
}

export function readJson(text: string): Result<unknown, 'not-json'> {
  try {
    return done(JSON.parse(text.replace(/^\ufeff/u, '')));
  } catch {
    return refused('not-json', 'The file is not JSON, or was cut short.');
  }
}

/** `null` when it is no collection of annotations. Pages that are elsewhere, on the web, can't be read. */
function itemsOf(given: unknown): readonly unknown[] | null {
  if (Array.isArray(given)) return given;
  if (!isObject(given)) return null;
  const types = asList(given['type']);
  if (types.includes('Annotation')) return [given];
  if (types.includes('AnnotationPage')) return pageItems(given);
  return types.includes('AnnotationCollection') ? pageItems(given['first']) : null;
}

function pageItems(first: unknown): readonly unknown[] | null {
  const items: unknown[] = [];
  let page: unknown = first;
  while (isObject(page)) {
    if (!Array.isArray(page['items'])) return null;
    items.push(...page['items']);
    page = page['next'];
  }
  return page === undefined ? items : null;
}

function readAnnotation(
  given: unknown,
  known: KnownSources,
  { newId, now, unclassified }: ImportOptions,
): Result<Annotation, ImportCode> {
  const parsed = v.safeParse(annotationSchema, given);
  if (!parsed.success || !isObject(given)) {
    return refused('not-an-annotation', 'This entry is not a Web Annotation with a target.');
  }
  const targets = asList(given['target']);
  const home = homeOf(targets, known);
  if (!home.ok) return home;
  const anchors = anchorsOf(targets, home.value, known);
  if (!anchors.ok) return anchors;
  const [first, ...rest] = anchors.value;
  if (first === undefined) return refused('no-quotation', 'The annotation has no target.');

  const body = readBodies(given);
  const createdAt = timestamp(parsed.output.created) ?? now();
  const creator = readCreator(given['creator']);
  const foreign = packForeign({
    annotation: { ...foreignAnnotation(given), ...creator.unread },
    motivation: asList(given['motivation']).filter((one) => !ownMotivations.includes(String(one))),
    creator: creator.foreign,
    ...body.foreign,
    targets: targets.map(foreignTarget),
  });
  return done({
    id: annotationOfUrn(given['id']) ?? asAnnotationId(newId()),
    source: home.value.source.id,
    passage: { edition: home.value.edition.id, anchors: [first, ...rest] },
    category: categoryOf(body.category) ?? unclassified,
    comment: body.comment,
    tags: body.tags,
    createdAt,
    updatedAt: timestamp(parsed.output.modified) ?? createdAt,
    ...(creator.name === null ? {} : { creator: creator.name }),
    ...(foreign === null ? {} : { foreign }),
  });
}

const ownMotivations: readonly string[] = ['highlighting', 'classifying', 'commenting', 'tagging'];

const categoryOf = (word: string | null): Category | undefined => categories.find((one) => one === word);

function timestamp(given: string | undefined): string | null {
  return v.is(v.pipe(v.string(), v.isoTimestamp()), given) ? given : null;
}

function homeOf(targets: readonly unknown[], known: KnownSources): Result<EditionOfSource, ImportCode> {
  const [first, ...rest] = targets.map((target) => editionOfTarget(target, known));
  if (first === undefined) return refused('no-quotation', 'The annotation has no target.');
  if (!first.ok) return first;
  for (const other of rest) {
    if (!other.ok) return other;
    if (other.value.edition.id !== first.value.edition.id) {
      return refused(
        'several-editions',
        'The annotation is about several texts; Chancery’s annotations are about one.',
      );
    }
  }
  return first;
}

/** In the order of the targets, which must be reading order with no paragraph twice. */
function anchorsOf(
  targets: readonly unknown[],
  home: EditionOfSource,
  known: KnownSources,
): Result<readonly Anchor[], ImportCode> {
  const anchors: Anchor[] = [];
  for (const target of targets) {
    const found = anchorsOfTarget(target, home, known);
    if (!found.ok) return found;
    anchors.push(...found.value);
  }
  const places = anchors.map(({ paragraph }) =>
    home.edition.paragraphs.findIndex(({ id }) => id === paragraph),
  );
  const rises = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place));
  return rises
    ? done(anchors)
    : refused(
        'ambiguous',
        'The annotation’s targets are not one passage: they stand in another order, or twice in a paragraph.',
      );
}

interface ReadCreator {
  readonly name: string | null;
  /** What else is said of a creator who has a name. */
  readonly foreign: Record<string, unknown>;
  /** A creator without a name, or several. */
  readonly unread: JsonObject;
}

function readCreator(given: unknown): ReadCreator {
  if (given === undefined) return { name: null, foreign: {}, unread: {} };
  if (!isObject(given) || typeof given['name'] !== 'string' || given['name'] === '') {
    return { name: null, foreign: {}, unread: { creator: given } };
  }
  const known = given['type'] === 'Person' ? ['type', 'name'] : ['name'];
  return { name: given['name'], foreign: { ...otherProperties(given, known) }, unread: {} };
}

function foreignAnnotation(given: JsonObject): JsonObject {
  const read = ['type', 'motivation', 'created', 'modified', 'creator', 'body', 'bodyValue', 'target', 'id'];
  const kept = otherProperties(
    given,
    given['@context'] === webAnnotationContext ? [...read, '@context'] : read,
  );
  if (given['id'] === undefined || annotationOfUrn(given['id']) !== null) return kept;
  return { ...kept, via: [...asList(kept['via']), given['id']] };
}

function foreignTarget(target: unknown): Record<string, unknown> {
  if (!isObject(target)) return {};
  const selectors = asList(target['selector']);
  const hasParagraph = selectors.some(isParagraphSelector);
  const quote = JSON.stringify(quoteIn(selectors));
  const isOurs = (selector: unknown) =>
    isParagraphSelector(selector) || JSON.stringify(quoteIn([selector])) === quote;
  const kept: Record<string, unknown> = {
    ...otherProperties(target, ['type', 'source', 'state', 'selector']),
  };
  const states = asList(target['state']).filter((state) => !isBytesState(state));
  if (states.length > 0) kept['state'] = states;
  const others = selectors.filter((selector) => !(isOurs(selector) && (hasParagraph || quote !== 'null')));
  if (others.length > 0) kept['selector'] = others;
  return kept;
}
