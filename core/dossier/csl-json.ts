/**
 * Metadata as it is kept, and the same as one item of CSL-JSON. The one difference is where the variables stand that
 * Chancery does not read: apart, under `other`, so that no code takes them for known ones; in CSL-JSON beside the rest.
 */
import * as v from 'valibot';
import { cslVariableName, isCslValue, metadataSchema, otherLimits } from './metadata-schema.ts';
import type { CslValue, SourceMetadata } from './source.ts';

type KnownField = Exclude<keyof SourceMetadata, 'type' | 'other'>;

/** Every variable that Chancery reads, with what it holds, in the order in which they are written. */
export const cslFields = {
  title: 'text',
  author: 'names',
  editor: 'names',
  translator: 'names',
  recipient: 'names',
  'container-title': 'text',
  publisher: 'text',
  'publisher-place': 'text',
  authority: 'text',
  genre: 'text',
  number: 'text',
  edition: 'text',
  volume: 'text',
  issue: 'text',
  page: 'text',
  'event-title': 'text',
  'event-place': 'text',
  'event-date': 'date',
  issued: 'date',
  accessed: 'date',
  URL: 'text',
  DOI: 'text',
  ISBN: 'text',
  archive: 'text',
  language: 'text',
  abstract: 'text',
  note: 'text',
} as const satisfies Readonly<Record<KnownField, 'text' | 'names' | 'date'>>;

export type CslFieldKind = (typeof cslFields)[KnownField];

/** The kind of a variable; `undefined` for those that Chancery does not read. */
export function cslFieldKind(variable: string): CslFieldKind | undefined {
  return isKnown(variable) ? cslFields[variable] : undefined;
}

const isKnown = (variable: string): variable is KnownField => Object.hasOwn(cslFields, variable);

/** One item of CSL-JSON, by variable. */
export interface CslItem {
  readonly [variable: string]: CslValue;
}

/** Known variables in their order, then the others in theirs; one that is known is never overwritten by another. */
export function toCsl(metadata: SourceMetadata): CslItem {
  const item = new Map<string, CslValue>([['type', metadata.type]]);
  for (const field of Object.keys(cslFields).filter(isKnown)) {
    const value = metadata[field];
    if (value !== undefined) item.set(field, value);
  }
  for (const [variable, value] of Object.entries(metadata.other ?? {})) {
    if (!item.has(variable) && !namesAnItem.has(variable)) item.set(variable, value);
  }
  return Object.fromEntries(item);
}

/** These say which item of its list it is, and nothing of the document. */
const namesAnItem = new Set(['id', 'citation-key', 'sha256']);

/**
 * The inverse of `toCsl`. `undefined` where a known variable holds what it can't hold. Variables that are not known are
 * kept as they are, but for those that are no CSL at all: a name that is none, a value nested without end.
 */
export function fromCsl(item: Readonly<Record<string, unknown>>): SourceMetadata | undefined {
  const known: [string, unknown][] = [];
  const other: [string, CslValue][] = [];
  for (const [variable, value] of Object.entries(item)) {
    if (variable === 'type' || isKnown(variable)) known.push([variable, value]);
    else if (isKept(variable) && isCslValue(value)) other.push([variable, value]);
  }
  const kept = Object.fromEntries(other.slice(0, otherLimits.variables));
  const parsed = v.safeParse(metadataSchema, {
    ...Object.fromEntries(known),
    ...(other.length === 0 ? {} : { other: kept }),
  });
  return parsed.success ? parsed.output : undefined;
}

const isKept = (variable: string) =>
  cslVariableName.test(variable) && !namesAnItem.has(variable) && variable !== 'other';
