import { notAssessed } from '../../core/dossier/source-assessment.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asEditionId, asSourceId, paragraphIdAt } from '../../core/dossier/ids.ts';
import { sourceLabelAt } from '../../core/dossier/source-label.ts';
import { createDossierFile, type DossierFile } from '../../host/dossier-file/dossier-file.ts';
import { openDatabase, type Database } from '../../host/dossier-file/database.ts';
import { searchDossier } from '../../host/search.ts';
import type { BenchRow } from './bench-row.ts';
import { paragraphsOfSource, queriesAsTyped } from './searched-corpus.ts';
import { median, percentile } from './statistics.ts';

const sources = 100; // of a thousand paragraphs
const limit = 30; // what the palette asks for
const at = '2025-07-12T09:00:00.000Z';

function addSource(dossier: DossierFile, index: number): void {
  const [source, edition] = [asSourceId(`s${String(index)}`), asEditionId(`e${String(index)}`)];
  const title = `Report ${String(index)}`;
  dossier.sources.add(
    {
      id: source,
      label: sourceLabelAt(index),
      title,
      metadata: { type: 'document' },
      assessment: notAssessed,
      currentEdition: edition,
    },
    {
      id: edition,
      source,
      sha256: String(index).padStart(64, '0'),
      fileName: `${title}.txt`,
      byteLength: 1,
      importedAt: at,
      paragraphs: paragraphsOfSource(index).map((text, position) => ({
        id: paragraphIdAt(edition, position),
        kind: 'text',
        text,
        leftover: false,
        number: position + 1,
      })),
    },
    new Uint8Array([index]),
  );
}

function makeSearched(file: string): DossierFile {
  let count = 0;
  const newId = () => `id${String((count += 1))}`;
  const made = createDossierFile(file, { title: 'Searched', now: () => at, newId });
  if (!made.ok) throw new Error(made.error.message);
  for (let index = 0; index < sources; index += 1) addSource(made.value, index);
  return made.value;
}

/** The least that finds the same words: one FTS5 table of the texts, and nothing else. */
function makeRaw(file: string): Database {
  const raw = openDatabase(file);
  raw.write(() => {
    raw.execute(`CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize='unicode61 remove_diacritics 2')`);
    for (let index = 0; index < sources; index += 1) {
      for (const text of paragraphsOfSource(index)) raw.run('INSERT INTO texts (text) VALUES (?)', [text]);
    }
  });
  return raw;
}

const rawQuery = `SELECT rowid, snippet(texts, 0, '[', ']', '…', 30) AS snippet FROM texts
  WHERE texts MATCH ? ORDER BY rank LIMIT ${String(limit)}`;

/** The same in FTS5's own words; its tokenizer knows no đ. */
function rawTerms(query: string): string {
  if (query.startsWith('"')) return query;
  return query
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `"${word}"`)
    .join(' ')
    .concat(query.endsWith(' ') ? '' : ' *');
}

/** Milliseconds of each. */
function timesOf(queries: readonly string[], ask: (query: string) => readonly unknown[]): number[] {
  let found = 0;
  const times = queries.map((query) => {
    const start = performance.now();
    found += ask(query).length;
    return performance.now() - start;
  });
  if (found === 0) throw new Error('Nothing was found, so nothing was measured.');
  return times;
}

/** Searching 100,000 paragraphs as somebody types, beside one FTS5 table of the same texts. */
export async function benchSearch(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-bench-'));
  const dossier = makeSearched(path.join(folder, 'searched.dossier'));
  const raw = makeRaw(path.join(folder, 'raw.sqlite'));
  try {
    const queries = queriesAsTyped(sources);
    const ours = timesOf(queries, (query) => searchDossier(dossier, query, limit));
    const theirs = timesOf(queries, (query) => raw.all(rawQuery, [rawTerms(query)]));
    const row = (what: string, value: (times: readonly number[]) => number, atMost: number | null) => ({
      what: `Search of 100,000 paragraphs, ${what} of ${String(queries.length)} queries as typed`,
      unit: 'ms',
      ours: value(ours),
      baseline: value(theirs),
      baselineName: 'raw FTS5 with its snippets',
      atMost,
    });
    return await Promise.resolve([
      row('p95', (times) => percentile(times, 0.95), 50),
      row('median', median, null),
    ]);
  } finally {
    dossier.close();
    raw.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
