/**
 * Which values the metadata of a source may have, wherever they come from: a file of the dossier, the window, a
 * bibliography. What a dossier of today holds fits, so nothing that it may hold is shut out later.
 */
import * as v from 'valibot';
import type { CslValue } from './source.ts';

/** UTF-16 units; no paragraph of a source is longer either. */
const longestText = 1_000_000;
const text = v.pipe(v.string(), v.maxLength(longestText));

const parts = v.pipe(v.array(v.pipe(v.number(), v.integer())), v.readonly());

const cslDateSchema = v.object({
  'date-parts': v.exactOptional(v.pipe(v.array(parts), v.readonly())),
  season: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4))),
  circa: v.exactOptional(v.boolean()),
  literal: v.exactOptional(text),
});

const cslNameSchema = v.object({
  family: v.exactOptional(text),
  given: v.exactOptional(text),
  literal: v.exactOptional(text),
  suffix: v.exactOptional(text),
  'dropping-particle': v.exactOptional(text),
  'non-dropping-particle': v.exactOptional(text),
});

const names = v.pipe(v.array(cslNameSchema), v.readonly());

/** The name of a CSL variable; `__proto__` is none. */
export const cslVariableName = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

export const otherLimits = {
  variables: 200,
  /** How many lists and mappings may stand in one another; CSL itself needs three. */
  depth: 6,
} as const;

/** Looks no deeper than the limit, so that a value nested a million deep is refused and not followed. */
export function isCslValue(value: unknown, depth: number = otherLimits.depth): value is CslValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return true;
  if (typeof value === 'string') return value.length <= longestText;
  if (typeof value !== 'object' || depth === 0) return false;
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.every((one) => isCslValue(one, depth - 1));
}

const otherSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(cslVariableName)),
    v.custom<CslValue>((value) => isCslValue(value)),
  ),
  v.check((other) => Object.keys(other).length <= otherLimits.variables, 'Too many variables.'),
  v.readonly(),
);

export const metadataSchema = v.object({
  type: v.string(),
  title: v.exactOptional(text),
  author: v.exactOptional(names),
  editor: v.exactOptional(names),
  translator: v.exactOptional(names),
  recipient: v.exactOptional(names),
  'container-title': v.exactOptional(text),
  publisher: v.exactOptional(text),
  'publisher-place': v.exactOptional(text),
  authority: v.exactOptional(text),
  genre: v.exactOptional(text),
  number: v.exactOptional(text),
  edition: v.exactOptional(text),
  volume: v.exactOptional(text),
  issue: v.exactOptional(text),
  page: v.exactOptional(text),
  'event-title': v.exactOptional(text),
  'event-place': v.exactOptional(text),
  'event-date': v.exactOptional(cslDateSchema),
  issued: v.exactOptional(cslDateSchema),
  accessed: v.exactOptional(cslDateSchema),
  URL: v.exactOptional(text),
  DOI: v.exactOptional(text),
  ISBN: v.exactOptional(text),
  archive: v.exactOptional(text),
  language: v.exactOptional(text),
  abstract: v.exactOptional(text),
  note: v.exactOptional(text),
  other: v.exactOptional(otherSchema),
});
