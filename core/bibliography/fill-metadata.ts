/**
 * An imported record meets what is known of a source. What was empty is filled; what differs is a question for the
 * person at the form, and stays as it is until they answer it.
 */
import { fromCsl, toCsl, type CslItem } from '../dossier/csl-json.ts';
import type { CslValue, SourceMetadata } from '../dossier/source.ts';

export interface FieldDifference {
  /** Name of the CSL variable, `type` among them. */
  readonly field: string;
  readonly present: CslValue;
  readonly imported: CslValue;
}

export interface Filling {
  /** The present metadata with what it lacked; nothing that it had is changed. */
  readonly metadata: SourceMetadata;
  /** The variables that were empty and are filled now. */
  readonly filled: readonly string[];
  /** In the order of the form. */
  readonly differing: readonly FieldDifference[];
}

/** Texts that differ only in white space or in how accents are composed say the same. */
export function fillMetadata(present: SourceMetadata, imported: SourceMetadata): Filling {
  const [had, offered] = [toCsl(present), toCsl(imported)];
  const filled: string[] = [];
  const differing: FieldDifference[] = [];
  const merged = new Map(Object.entries(had));
  for (const [field, value] of Object.entries(offered)) {
    if (isEmpty(value)) continue;
    const before = merged.get(field);
    if (before === undefined || isEmpty(before)) {
      merged.set(field, value);
      filled.push(field);
    } else if (comparable(before) !== comparable(value)) {
      differing.push({ field, present: before, imported: value });
    }
  }
  return { metadata: metadataOf(Object.fromEntries(merged)), filled, differing };
}

/** What the person chose from the import, in place of what was there. */
export function takeImported(metadata: SourceMetadata, chosen: readonly FieldDifference[]): SourceMetadata {
  const taken = chosen.map(({ field, imported }) => [field, imported] as const);
  return metadataOf({ ...toCsl(metadata), ...Object.fromEntries(taken) });
}

function metadataOf(item: CslItem): SourceMetadata {
  const metadata = fromCsl(item);
  if (metadata === undefined) throw new Error('Two records that fit the schema made one that does not.');
  return metadata;
}

function isEmpty(value: CslValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (value === null || typeof value !== 'object') return value === null;
  return Object.keys(value).length === 0;
}

/** One text for all ways to write the same value. */
function comparable(value: CslValue): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
