/** BibTeX and biblatex → what Chancery keeps of a source. Fields that say how a reference is sorted or set are left. */
import { monthNumber, parseDateText } from '../dossier/csl-date.ts';
import { fromCsl } from '../dossier/csl-json.ts';
import type { CslDate } from '../dossier/csl-date.ts';
import type { SourceMetadata } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import {
  bareDoi,
  brokenAt,
  countedEntries,
  plainValue,
  withoutEmpty,
  type BibliographyProblem,
} from './bibliography-record.ts';
import { readBibtexNames } from './bibtex-names.ts';
import { bibtexEntries, type BibtexEntry } from './bibtex-syntax.ts';
import { bibtexGenres, bibtexLanguages, bibtexTypes } from './bibtex-words.ts';
import { latexToText, latexToVerbatim } from './latex-text.ts';

export function readBibtex(
  text: string,
  fileName: string,
): Result<readonly SourceMetadata[], BibliographyProblem> {
  const entries = bibtexEntries(text);
  if ('fault' in entries) {
    const line = text.slice(0, entries.at).split(/\r\n?|\n/u).length;
    return brokenAt('bad-bibtex', fileName, line, entries.fault);
  }
  // Entries of biblatex that hold no document: a set of others, and data for a style.
  const counted = countedEntries(
    entries.filter(({ type }) => type !== 'set' && type !== 'xdata'),
    fileName,
  );
  if (!counted.ok) return counted;
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const records: SourceMetadata[] = [];
  for (const entry of counted.value) {
    const record = fromCsl(withoutEmpty(describe(withParent(entry, byKey))));
    if (record === undefined) {
      return refused('bad-bibtex', `The entry “${entry.key}” of “${fileName}” has a value that is too long.`);
    }
    records.push(record);
  }
  return done(records);
}

/** An entry has what its parent has and it lacks; the parent's title is that of the book. One generation only. */
function withParent(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): BibtexEntry {
  const parent = byKey.get(entry.fields.get('crossref')?.trim().toLowerCase() ?? '');
  if (parent === undefined || parent === entry) return entry;
  const inherited = new Map(parent.fields);
  const title = inherited.get('title');
  inherited.delete('title');
  inherited.delete('subtitle');
  inherited.delete('crossref');
  if (title !== undefined) inherited.set(entry.type === 'article' ? 'journal' : 'booktitle', title);
  return { ...entry, fields: new Map([...inherited, ...entry.fields]) };
}

const parts = new Set(['chapter', 'paper-conference', 'entry-encyclopedia']);

function describe({ type, fields }: BibtexEntry): Record<string, unknown> {
  const verbatim = (name: string) => plainValue(latexToVerbatim(fields.get(name) ?? ''));
  const plain = (...names: string[]) => {
    const name = names.find((one) => (fields.get(one) ?? '').trim() !== '');
    return name === undefined ? '' : plainValue(latexToText(fields.get(name) ?? ''));
  };
  const names = (name: string) => readBibtexNames(fields.get(name) ?? '');
  const date = (name: string) => parseDateText(plain(name).replace(/^['"]|['"]$/gu, ''));
  const cslType = typeOf(type, plain('entrysubtype'));
  const isArticle = cslType.startsWith('article');
  const howPublished = plain('howpublished');
  const isAddress = /^https?:/iu.test(verbatim('howpublished'));
  return {
    type: cslType,
    title: withSubtitle(plain('title'), plain('subtitle')),
    author: names('author'),
    editor: names('editor'),
    translator: names('translator'),
    'container-title': isArticle || parts.has(cslType) ? container(plain) : plain('journaltitle', 'journal'),
    publisher: plain('publisher', 'institution', 'school', 'organization'),
    'publisher-place': plain('location', 'address'),
    genre: genreOf(type, plain('type')) || (isAddress ? '' : howPublished),
    number: isArticle && plain('issue') === '' ? '' : plain('number'),
    edition: plain('edition'),
    volume: plain('volume'),
    issue: isArticle ? plain('issue', 'number') : plain('issue'),
    page: verbatim('pages').replaceAll(/\s*(?:-+|–)\s*/gu, '-'),
    'event-title': plain('eventtitle'),
    'event-place': plain('venue'),
    'event-date': date('eventdate'),
    issued: issued(plain) ?? date('date'),
    accessed: date('urldate'),
    URL: verbatim('url') || (isAddress ? verbatim('howpublished') : ''),
    DOI: bareDoi(verbatim('doi')),
    ISBN: verbatim('isbn'),
    archive: plain('library'),
    language: languageOf(plain('langid', 'language')),
    abstract: plain('abstract'),
    note: plain('note'),
    'collection-title': plain('series'),
    'chapter-number': plain('chapter'),
    'title-short': plain('shorttitle'),
    ISSN: verbatim('issn'),
    keyword: plain('keywords'),
    annote: plain('annotation', 'annote'),
    status: plain('pubstate'),
  };
}

type Plain = (...names: string[]) => string;

const withSubtitle = (title: string, subtitle: string) =>
  [title, subtitle].filter((text) => text !== '').join(': ');

const container = (plain: Plain) =>
  withSubtitle(
    plain('journaltitle', 'journal', 'booktitle', 'maintitle'),
    plain('journalsubtitle', 'booksubtitle'),
  );

function typeOf(type: string, subtype: string): string {
  if (type === 'article' && /^(?:newspaper|magazine)$/iu.test(subtype))
    return `article-${subtype.toLowerCase()}`;
  return bibtexTypes.get(type) ?? 'document';
}

function genreOf(type: string, written: string): string {
  return bibtexGenres.get(written.toLowerCase()) ?? (written || (bibtexGenres.get(type) ?? ''));
}

function languageOf(written: string): string {
  return bibtexLanguages.get(written.toLowerCase()) ?? written;
}

/** Of `year`, `month` and `day`, for entries without `date`; the month may hold the day as well, `12~July`. */
function issued(plain: Plain): CslDate | undefined {
  const [year, month, day] = [plain('year'), plain('month'), plain('day')];
  if (plain('date') !== '' || year === '') return undefined;
  if (month === '') return parseDateText(year);
  const number = /\s|\d\D/u.test(month) ? Number.NaN : monthNumber(month.replace('.', ''));
  const written = Number.isNaN(number) ? `${month} ${year}` : [year, number, day].filter(Boolean).join('-');
  return parseDateText(written);
}
