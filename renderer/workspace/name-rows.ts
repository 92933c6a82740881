/** A name of CSL-JSON as two or one fields, with all that the fields don't show. */
import type { CslName } from '../../core/dossier/source.ts';

export interface NameRow {
  /** Tells rows apart while they are added and taken away. */
  readonly key: string;
  readonly kind: 'person' | 'organisation';
  /** With its particles: `van der Berg`, `Ho Chi Minh`. */
  readonly family: string;
  readonly given: string;
  /** Of an organisation, or of a person whose name has no parts. */
  readonly whole: string;
  /** The name that the fields were made from; it is given back when they were not touched. */
  readonly from: CslName | undefined;
}

/** The row of an existing name. Particles and suffix stay with it, unseen. */
export function rowOfName(name: CslName, index: number): NameRow {
  const isPerson = name.family !== undefined || name.given !== undefined;
  return {
    key: `kept ${String(index)}`,
    kind: isPerson ? 'person' : 'organisation',
    family: name.family ?? '',
    given: name.given ?? '',
    whole: name.literal ?? '',
    from: name,
  };
}

export function emptyRow(key: string, kind: NameRow['kind']): NameRow {
  return { key, kind, family: '', given: '', whole: '', from: undefined };
}

/** `undefined`: nothing is written in it. */
export function nameOfRow(row: NameRow): CslName | undefined {
  const { from } = row;
  if (from !== undefined && isUntouched(row, rowOfName(from, 0))) return from;
  const whole = row.whole.trim();
  if (row.kind === 'organisation') return whole === '' ? undefined : { literal: whole };
  const [family, given] = [row.family.trim(), row.given.trim()];
  if (family === '' && given === '') return undefined;
  const { family: _, given: __, literal: ___, ...rest } = from ?? {};
  return { ...(family === '' ? {} : { family }), ...(given === '' ? {} : { given }), ...rest };
}

const isUntouched = (row: NameRow, was: NameRow) =>
  row.kind === was.kind && row.family === was.family && row.given === was.given && row.whole === was.whole;

/** The name as people read it: `Jan van der Berg Jr.`. */
export function nameInWords(name: CslName): string {
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ];
  const words = parts.filter((part) => part !== undefined && part !== '').join(' ');
  return words === '' ? (name.literal ?? '') : words;
}
