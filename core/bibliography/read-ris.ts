/**
 * RIS, in the form of 2011 and the older one, which programs mix: lines of `TY  - JOUR`, a record from `TY` to `ER`.
 * A line without a tag goes on with the one before it. Lines before the first `TY` are the covering letter of a
 * database, unless they have tags.
 */
import { parseDateText } from '../dossier/csl-date.ts';
import { fromCsl } from '../dossier/csl-json.ts';
import type { CslDate } from '../dossier/csl-date.ts';
import type { SourceMetadata } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import {
  bareDoi,
  brokenAt,
  commaName,
  countedEntries,
  plainValue,
  withoutEmpty,
  type BibliographyProblem,
} from './bibliography-record.ts';
import { risTypes } from './ris-words.ts';

/** Values by tag, each in the order in which they stand. */
type RisRecord = ReadonlyMap<string, readonly string[]>;

export function readRis(
  text: string,
  fileName: string,
): Result<readonly SourceMetadata[], BibliographyProblem> {
  const split = splitRecords(text, fileName);
  if (!split.ok) return split;
  const counted = countedEntries(split.value, fileName);
  if (!counted.ok) return counted;
  const records: SourceMetadata[] = [];
  for (const [index, record] of counted.value.entries()) {
    const read = fromCsl(withoutEmpty(describe(record)));
    if (read === undefined) {
      return refused('bad-ris', `Entry ${String(index + 1)} of “${fileName}” has a value that is too long.`);
    }
    records.push(read);
  }
  return done(records);
}

const tagged = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/u;

function splitRecords(text: string, fileName: string): Result<RisRecord[], 'bad-ris'> {
  const records: Map<string, string[]>[] = [];
  let record: Map<string, string[]> | undefined;
  let values: string[] | undefined;
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const tag = tagged.exec(line)?.[1];
    if (tag === 'TY') {
      record = new Map();
      records.push(record);
    } else if (tag !== undefined && tag !== 'ER' && record === undefined) {
      return brokenAt('bad-ris', fileName, index + 1, 'A record has to begin with the line “TY”.');
    }
    if (tag === 'ER') record = values = undefined;
    if (record === undefined || tag === 'ER') continue;
    if (tag === undefined) {
      if (values !== undefined && line.trim() !== '') values.push(`${values.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    values = record.get(tag) ?? [];
    record.set(tag, values);
    values.push(line.slice(tag.length).replace(/^ {1,2}- ?/u, ''));
  }
  return done(records);
}

/** Types that are named by a title of their own; of the others, `T2` is the title of what they stand in. */
const whole = new Set(['book', 'report', 'thesis', 'webpage', 'document', 'manuscript', 'pamphlet']);

function describe(record: RisRecord): Record<string, unknown> {
  const all = (...tags: string[]) =>
    tags
      .flatMap((tag) => record.get(tag) ?? [])
      .map(plainValue)
      .filter((value) => value !== '');
  const first = (...tags: string[]) => all(...tags)[0] ?? '';
  const names = (...tags: string[]) => all(...tags).flatMap((name) => commaName(name) ?? []);
  const type = risTypes.get(first('TY').toUpperCase()) ?? 'document';
  const isWhole = whole.has(type);
  const serial = first('SN');
  const isBook = type === 'book' || type === 'chapter';
  return {
    type,
    title: isWhole ? first('TI', 'T1', 'CT', 'BT') : first('TI', 'T1', 'CT'),
    author: names('AU', 'A1'),
    editor: names('ED', 'A2'),
    translator: names('A4'),
    'container-title': isWhole ? first('JF', 'JO') : first('JF', 'T2', 'JO', 'BT', 'JA', 'J1', 'J2'),
    publisher: first('PB'),
    'publisher-place': first('CY', 'PP'),
    genre: first('M3'),
    number: first('M1'),
    edition: first('ET'),
    volume: first('VL'),
    issue: first('IS'),
    page: pageRange(first('SP'), first('EP')),
    issued: risDate(first('DA')) ?? risDate(first('PY')) ?? risDate(first('Y1')),
    accessed: risDate(first('Y2')),
    URL: first('UR', 'L2'),
    DOI: bareDoi(first('DO')),
    ISBN: isBook ? serial : '',
    archive: first('AV'),
    language: first('LA'),
    abstract: first('AB', 'N2'),
    note: all('N1').join('; '),
    ISSN: isBook ? '' : serial,
    keyword: all('KW').join('; '),
    'collection-title': isWhole ? first('T3', 'T2') : first('T3'),
    'call-number': first('CN'),
    'title-short': first('ST'),
  };
}

const pageRange = (from: string, to: string) =>
  to === '' || to === from ? from : [from, to].filter(Boolean).join('-');

/** `2025/07/12/morning`, where a part may be empty; anything else as a person might write it. */
function risDate(written: string): CslDate | undefined {
  const match = /^(-?\d{3,4})\/(\d{0,2})(?:\/(\d{0,2})(?:\/.*)?)?$/u.exec(written);
  if (match === null) return parseDateText(written);
  const [, year = '', month = '', day = ''] = match;
  const parts = month === '' ? [year] : [year, month, day].filter((part) => part !== '');
  return parseDateText(parts.join('-'));
}
