/** The host's own process, killed again and again while it changes one dossier: what it acknowledged is there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../host/dossier-file/database.ts';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { makeDossierKey, type DossierKey } from '../../host/dossier-file/passphrase/dossier-key.ts';
import { relockDossier } from '../../host/dossier-file/passphrase/relock-dossier.ts';
import { temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { startHost } from './host-fixture.ts';
import { chosenSeed, seededRandom } from './seeded-random.ts';

const seed = chosenSeed();
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is in the dossier, by thing: the title of its note and the comment of each annotation. */
type Contents = Map<string, string | null>;

interface Told {
  /** The last acknowledged value of each thing that was changed; `null` is a deleted one. */
  readonly acknowledged: Contents;
  /** The change that was under way: it may have come to the disk or not. */
  readonly underWay: { readonly key: string; readonly value: string | null } | null;
}

/** One plain file, as starting a hundred processes through a compiler would take minutes. */
async function bundleDriver(folder: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['libsql', '@myriaddreamin/typst-ts-node-compiler'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: path.join(root, 'tests', 'contract', 'kill-store', 'store-driver.ts'),
        external: [/^node:/],
        output: { format: 'es', entryFileNames: 'driver.mjs' },
      },
    },
  });
  return path.join(folder, 'driver.mjs');
}

async function runUntilKilled(driver: string, args: readonly string[], lifetime: number): Promise<Told> {
  const child = spawn(process.execPath, [driver, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: Contents = new Map();
  let underWay: Told['underWay'] = null;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    const line = JSON.parse(text) as 'ready' | 'done' | { doing: string; value: string | null };
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), lifetime);
    else if (line !== 'done') underWay = { key: line.doing, value: line.value };
    else if (underWay !== null) {
      acknowledged.set(underWay.key, underWay.value);
      underWay = null;
    }
  });
  const [[code, signal]] = await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  return { acknowledged, underWay };
}

function readContents(file: string, key: DossierKey | null): Contents {
  const dossier = valueOf(openDossierFile(file, { key }));
  try {
    return new Map<string, string | null>([
      ...dossier.notes.list().map(({ id, title }) => [id, title] as const),
      ...dossier.annotations.list().map(({ id, comment }) => [id, comment] as const),
    ]);
  } finally {
    dossier.close();
  }
}

function integrity(file: string, key: DossierKey | null): unknown {
  const database = openDatabase(file, { key });
  try {
    return database.get('PRAGMA integrity_check')?.['integrity_check'];
  } finally {
    database.close();
  }
}

/** A dossier with a source, a note and an annotation in it. */
async function makeDossier(): Promise<string> {
  const host = startHost();
  valueOf(await host.handlers.openSample({}));
  await host.close();
  return path.join(host.folder, 'data', 'Sample.dossier');
}

interface Row {
  readonly what: string;
  readonly kills: number;
  /** Milliseconds of changes before a kill at the most; a change takes one or two. */
  readonly longestLife: number;
  /** Of a note: many, so that the log is folded in while changes go on. */
  readonly words: number;
  readonly passphrase: string;
}

const rows: readonly Row[] = [
  { what: 'a dossier', kills: 100, longestLife: 60, words: 200, passphrase: '' },
  {
    what: 'a dossier with a passphrase',
    kills: 40,
    longestLife: 400,
    words: 60_000,
    passphrase: 'a long walk by the lake',
  },
];

/** The dossier, and what opens it where that takes a passphrase; a cheap one, as it is made sure of a hundred times. */
async function prepare(passphrase: string) {
  const file = await makeDossier();
  if (passphrase === '') return { file, key: null };
  const key = await makeDossierKey(passphrase, { log2N: 4, r: 1, p: 1 });
  expect(relockDossier(valueOf(openDossierFile(file)), key, 'new').outcome.ok).toBe(true);
  return { file, key };
}

describe.each(rows)('$what', ({ kills, longestLife, words, passphrase }) => {
  it(`has all that was acknowledged after each of ${String(kills)} kills (seed ${String(seed)})`, async () => {
    // Inside the checkout, where its native packages are found.
    const bundle = path.join(root, 'dist', 'tests', `kill-store-${String(process.pid)}`);
    onTestFinished(() => rm(bundle, { recursive: true, force: true }));
    const driver = await bundleDriver(bundle);
    const { file, key } = await prepare(passphrase);
    const dataFolder = temporaryFolder();
    const random = seededRandom(seed);
    let expected = readContents(file, key);
    let acknowledgedInAll = 0;
    for (let round = 0; round < kills; round += 1) {
      const args = [dataFolder, file, String(seed + round), String(words), passphrase];
      const told = await runUntilKilled(driver, args, random.next() * longestLife);
      const found = readContents(file, key);
      const where = `seed ${String(seed)}, kill ${String(round)}`;
      expect(integrity(file, key), where).toBe('ok');
      expected = new Map([...expected, ...told.acknowledged]);
      acknowledgedInAll += told.acknowledged.size;
      const { underWay } = told;
      // What was under way counts as done when it is found, and must otherwise have left no trace.
      if (underWay !== null && (found.get(underWay.key) ?? null) === underWay.value) {
        expected.set(underWay.key, underWay.value);
      }
      for (const [thing, value] of expected) if (value === null) expected.delete(thing);
      expect(Object.fromEntries(found), where).toEqual(Object.fromEntries(expected));
    }
    expect(acknowledgedInAll).toBeGreaterThan(kills);
  }, 300_000);
});
