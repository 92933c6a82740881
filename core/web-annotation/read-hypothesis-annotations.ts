/**
 * Reads what the API of Hypothesis (https://h.readthedocs.io/en/latest/api-reference/) answers to a search: its rows,
 * each an annotation of a page, and what tools for taking them out of it keep as a list of rows.
 */
import * as v from 'valibot';
import type { LooseFind, LooseQuote } from '../anchoring/find-in-edition.ts';
import type { Annotation } from '../dossier/annotation.ts';
import { asAnnotationId } from '../dossier/ids.ts';
import { done, refused, type Result } from '../result.ts';
import { packForeign } from './foreign-properties.ts';
import {
  importEach,
  type ImportCode,
  type ImportedAnnotations,
  type ImportOptions,
} from './imported-annotations.ts';
import { knowSources, type EditionOfSource, type KnownSources } from './known-sources.ts';
import { isObject, passageFound, quoteIn } from './locate-target.ts';
import { readJson, type ReadCode } from './read-web-annotations.ts';
import type { SourceWithEditions } from './write-web-annotations.ts';

const name = v.pipe(v.string(), v.minLength(1));

const rowSchema = v.looseObject({
  id: v.optional(v.string()),
  uri: v.string(),
  text: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.string()), []),
  user: v.optional(v.string()),
  user_info: v.nullish(v.looseObject({ display_name: v.nullish(v.string()) })),
  created: v.optional(v.string()),
  updated: v.optional(v.string()),
  /** Of the annotations that it answers. */
  references: v.optional(v.array(v.string()), []),
  target: v.optional(v.array(v.looseObject({ selector: v.optional(v.array(v.unknown()), []) })), []),
  links: v.optional(v.looseObject({ html: v.optional(name) })),
});

type Row = v.InferOutput<typeof rowSchema>;

/**
 * The rows of the sources that are in the dossier. A row's quotation is looked for in the source with the row's
 * address, or, when there is none, in all of them; it is taken when it stands once. White space alone may differ, as a
 * browser's text and an edition have it at other places. Everything else is refused by name.
 */
export function readHypothesisAnnotations(
  text: string,
  sources: readonly SourceWithEditions[],
  options: ImportOptions,
): Result<ImportedAnnotations, ReadCode> {
  const given = readJson(text);
  if (!given.ok) return given;
  const rows = isObject(given.value) ? given.value['rows'] : given.value;
  if (!Array.isArray(rows)) {
    return refused('not-annotations', 'The file holds no annotations as Hypothesis gives them out.');
  }
  const known = knowSources(sources);
  return done(
    importEach(
      rows,
      (one) => (isObject(one) && typeof one['id'] === 'string' ? one['id'] : null),
      (one) => readRow(one, known, options),
    ),
  );
}

function readRow(
  given: unknown,
  known: KnownSources,
  { newId, now, unclassified }: ImportOptions,
): Result<Annotation, ImportCode> {
  const parsed = v.safeParse(rowSchema, given);
  if (!parsed.success) {
    return refused('not-an-annotation', 'This entry is not an annotation as Hypothesis gives them out.');
  }
  const row = parsed.output;
  if (row.references.length > 0) {
    return refused('is-reply', 'This is a reply to another annotation; Chancery keeps none.');
  }
  const quote = quoteIn(row.target.flatMap(({ selector }) => selector));
  if (quote === null) {
    return refused('no-quotation', 'This is a note on a whole page: it quotes no words.');
  }
  const place = placeOf(row.uri, quote, known);
  if (!place.ok) return place;
  const { source, edition, find } = place.value;
  const passage = passageFound(edition, find);
  if (!passage.ok) return passage;
  const createdAt = timestamp(row.created) ?? now();
  const creator = creatorOf(row);
  const foreign = packForeign({ annotation: row.links?.html === undefined ? {} : { via: row.links.html } });
  return done({
    id: asAnnotationId(newId()),
    source: source.id,
    passage: passage.value,
    category: unclassified,
    comment: row.text,
    tags: row.tags,
    createdAt,
    updatedAt: timestamp(row.updated) ?? createdAt,
    ...(creator === '' ? {} : { creator }),
    ...(foreign === null ? {} : { foreign }),
  });
}

interface Place extends EditionOfSource {
  readonly find: LooseFind;
}

function placeOf(address: string, quote: LooseQuote, known: KnownSources): Result<Place, ImportCode> {
  const named = known.ofAddress(address);
  const looked = (named.length > 0 ? named : known.current).map((one) => ({
    ...one,
    find: known.textOf(one.edition).find(quote),
  }));
  const holding = looked.filter(({ find }) => find.state !== 'not-found');
  const [only, second] = holding;
  if (second !== undefined) {
    return refused(
      'ambiguous-source',
      'The quoted words stand in several sources, and its address does not say in which.',
    );
  }
  if (only !== undefined) return done(only);
  return named.length > 0
    ? refused('quote-not-found', 'The quoted words do not stand in the source.')
    : refused(
        'unknown-source',
        'No source of the dossier has this address or these words. Add the source first.',
      );
}

/** Hypothesis writes `2025-07-12T08:00:00.000000+00:00`; a dossier keeps the time in UTC. */
function timestamp(given: string | undefined): string | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(?:Z|[+-]00:?00)$/u.exec(given ?? '');
  if (parts === null) return null;
  const [, seconds = '', fraction = '.000'] = parts;
  return `${seconds}${fraction.slice(0, 4).padEnd(4, '0')}Z`;
}

/** The name that people see, or the account: `acct:name@hypothes.is`. */
function creatorOf({ user, user_info: info }: Row): string {
  return info?.display_name ?? user?.replace(/^acct:/u, '').replace(/@.*$/u, '') ?? '';
}
