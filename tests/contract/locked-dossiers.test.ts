/** Dossiers with a passphrase: nothing of them can be read without it, and nothing of them gets lost by it. */
import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import {
  findDossierKey,
  makeDossierKey,
  type DossierKey,
} from '../../host/dossier-file/passphrase/dossier-key.ts';
import {
  keyRecordLength,
  parseKeyRecord,
  writeKeyRecord,
  type KeyRecord,
} from '../../host/dossier-file/passphrase/key-record.ts';
import { companionEnding, readKeyRecord } from '../../host/dossier-file/passphrase/kept-key-record.ts';
import { relockDossier } from '../../host/dossier-file/passphrase/relock-dossier.ts';
import { sealLength } from '../../host/dossier-file/seal.ts';
import { codeOf, countingTools, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { allOf } from './all-of-a-dossier.ts';
import { bringIn, seedA, startHost, startWithDossier, type TestHost } from './host-fixture.ts';

const passphrase = 'a long walk by the lake';
const cheap = { log2N: 4, r: 1, p: 1 };
/** Sentences of the source, the note, the annotation and the search index that must be nowhere. */
const secrets = [
  'EVIPA',
  'Both sides expressed their delight',
  'Wholly unheard-of remark',
  'Title nobody may read',
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Each file in which a secret can be read, in the encodings that SQLite and Node use. */
function filesThatTell(folder: string): string[] {
  return filesIn(folder).filter((file) => {
    const bytes = readFileSync(file);
    return secrets.some((secret) =>
      (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(secret, encoding))),
    );
  });
}

const pathOf = (host: TestHost) => join(host.folder, 'documents', 'work.dossier');

/** Fills the open dossier with the secrets. */
async function write(host: TestHost): Promise<void> {
  valueOf(await bringIn(host, seedA));
  const { sources } = valueOf(await host.handlers.readDossier({}));
  const source = sources[0]?.source;
  if (source === undefined) throw new Error('no source');
  const edition = valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
  const paragraph = edition.paragraphs[0];
  if (paragraph === undefined) throw new Error('no paragraph');
  const exact = paragraph.text.slice(0, 10);
  valueOf(
    await host.handlers.saveAnnotation({
      annotation: {
        id: 'a1' as never,
        source: source.id,
        passage: {
          edition: edition.id,
          anchors: [
            {
              paragraph: paragraph.id,
              position: { start: 0, end: 10 },
              quote: { exact, prefix: '', suffix: paragraph.text.slice(10, 42) },
            },
          ],
        },
        category: 'fact',
        comment: 'Wholly unheard-of remark',
        tags: [],
        createdAt: '2025-07-12T09:00:00.000Z',
        updatedAt: '2025-07-12T09:00:00.000Z',
      },
    }),
  );
  valueOf(await host.handlers.createNote({ template: 'plain', title: 'Title nobody may read' }));
}

const lock = async (host: TestHost) => {
  valueOf(await host.handlers.changePassphrase({ present: null, next: passphrase }));
};

async function startLocked(): Promise<TestHost> {
  const host = await startWithDossier();
  await write(host);
  await lock(host);
  return host;
}

describe('a dossier with a passphrase', () => {
  it('leaves no word of it on the disk: not in the file, its log, its backups, or anything beside', async () => {
    const first = await startWithDossier();
    await write(first);
    await first.close();
    // A session before the passphrase leaves a plain backup, which is what has to change.
    const host = startHost({ folder: first.folder });
    valueOf(await host.handlers.session({}));
    expect(filesThatTell(host.folder).length).toBeGreaterThan(1);
    await lock(host);
    expect(filesThatTell(host.folder)).toEqual([]);
    valueOf(await host.handlers.createNote({ template: 'plain', title: 'Title nobody may read' }));
    expect(statSync(`${pathOf(host)}-wal`).size).toBeGreaterThan(0);
    expect(filesThatTell(host.folder)).toEqual([]);
    valueOf(await host.handlers.compactDossier({}));
    expect(filesThatTell(host.folder)).toEqual([]);
    await host.close();
    expect(filesThatTell(host.folder)).toEqual([]);
    expect(filesIn(join(host.folder, 'data', 'backups')).length).toBeGreaterThan(1);
  });

  it('is opened by its passphrase only, is all there, and can be searched', async () => {
    const first = await startLocked();
    const before = valueOf(await first.handlers.readDossier({}));
    await first.close();
    const host = startHost({ folder: first.folder });
    const session = valueOf(await host.handlers.session({}));
    expect([session.dossier, session.refusal?.code]).toEqual([null, 'needs-passphrase']);
    const untouched = hashOf(pathOf(host));
    for (const wrong of ['', 'a long walk by the lak', `${passphrase} `, 'A long walk by the lake']) {
      const refused = await host.handlers.unlockDossier({ passphrase: wrong });
      expect(refused).toEqual({
        ok: false,
        error: {
          code: 'wrong-passphrase',
          message: 'That is not the passphrase of this dossier. Type it again.',
        },
      });
    }
    expect(hashOf(pathOf(host))).toBe(untouched);
    expect(valueOf(await host.handlers.unlockDossier({ passphrase })).hasPassphrase).toBe(true);
    expect(valueOf(await host.handlers.readDossier({}))).toEqual(before);
    expect(valueOf(await host.handlers.search({ query: 'evipa', limit: 5 })).length).toBeGreaterThan(0);
  });

  it('takes the same letters however a keyboard composed them', async () => {
    const key = await makeDossierKey('ti\u1ebfng Vi\u1ec7t', cheap);
    expect(codeOf(await findDossierKey(key.record, 'tie\u0302\u0301ng Vie\u0323\u0302t'))).toBe(null);
  });

  it('changes and loses its passphrase only for whoever knows it', async () => {
    const host = await startLocked();
    const next = 'an even longer walk';
    for (const present of [null, 'wrong']) {
      expect(codeOf(await host.handlers.changePassphrase({ present, next }))).toBe('wrong-passphrase');
      expect(codeOf(await host.handlers.changePassphrase({ present, next: null }))).toBe('wrong-passphrase');
    }
    valueOf(await host.handlers.changePassphrase({ present: passphrase, next }));
    valueOf(await host.handlers.lockDossier({}));
    expect(codeOf(await host.handlers.unlockDossier({ passphrase }))).toBe('wrong-passphrase');
    valueOf(await host.handlers.unlockDossier({ passphrase: next }));
    const plain = valueOf(await host.handlers.changePassphrase({ present: next, next: null }));
    expect(plain.dossier.hasPassphrase).toBeUndefined();
    await host.close();
    valueOf(openDossierFile(pathOf(host))).close();
  });

  it('is locked on demand, and shows nothing until it is opened again', async () => {
    const host = await startLocked();
    valueOf(await host.handlers.lockDossier({}));
    expect(codeOf(await host.handlers.readDossier({}))).toBe('no-dossier');
    const session = valueOf(await host.handlers.session({}));
    expect([session.dossier, session.refusal?.code]).toEqual([null, 'needs-passphrase']);
    valueOf(await host.handlers.unlockDossier({ passphrase }));
    expect(valueOf(await host.handlers.readDossier({})).notes).toHaveLength(1);
  });

  it('can’t be locked without a passphrase, nor given one while it is only read', async () => {
    const host = await startWithDossier();
    expect(codeOf(await host.handlers.lockDossier({}))).toBe('no-passphrase');
    await host.close();
    const reader = startHost({ folder: host.folder });
    valueOf(reader.openPath(pathOf(host), { readOnly: true }));
    expect(codeOf(await reader.handlers.changePassphrase({ present: null, next: passphrase }))).toBe(
      'read-only',
    );
    expect(valueOf(await reader.handlers.readDossier({})).title).toBe('work');
  });

  it.each(['saveCopy', 'duplicateDossier'] as const)(
    'gives a copy the same passphrase: %s',
    async (method) => {
      const host = await startLocked();
      const copy = join(host.folder, 'documents', 'copy.dossier');
      host.answers.save.push(copy);
      const reply =
        method === 'saveCopy' ? await host.handlers.saveCopy({}) : await host.handlers.duplicateDossier({});
      expect(reply.ok).toBe(true);
      await host.close();
      expect(filesThatTell(host.folder)).toEqual([]);
      const record = readKeyRecord(copy);
      if (record === null) throw new Error('the copy is plain');
      const key = valueOf(await findDossierKey(record, passphrase));
      const opened = valueOf(openDossierFile(copy, { key }));
      expect(opened.notes.list()).toHaveLength(1);
      opened.close();
    },
  );

  it('gets a backup back, with its passphrase', async () => {
    const first = await startLocked();
    valueOf(await first.handlers.createNote({ template: 'plain', title: 'Another' }));
    await first.close();
    const host = startHost({ folder: first.folder, ...countingTools() });
    valueOf(await host.handlers.session({}));
    valueOf(await host.handlers.unlockDossier({ passphrase }));
    const [latest] = valueOf(await host.handlers.listBackups({}));
    if (latest === undefined) throw new Error('no backup');
    host.answers.save.push(join(host.folder, 'documents', 'restored.dossier'));
    expect(valueOf(await host.handlers.restoreBackup({ key: latest.key }))?.hasPassphrase).toBe(true);
    expect(valueOf(await host.handlers.readDossier({})).notes).toHaveLength(2);
  });
});

describe('the way from the passphrase to the key', () => {
  let made: { readonly bytes: Buffer; readonly key: DossierKey } | undefined;

  /** A copy of the sample, locked, in a folder of its own. */
  async function lockedCopy() {
    made ??= await makeLocked();
    const path = join(temporaryFolder(), 'x.dossier');
    writeFileSync(path, made.bytes);
    return { path, key: made.key, record: made.key.record, length: made.bytes.length };
  }

  async function makeLocked() {
    const host = startHost();
    valueOf(await host.handlers.openSample({}));
    await host.close();
    const path = join(host.folder, 'data', 'Sample.dossier');
    const key = await makeDossierKey(passphrase, cheap);
    relockDossier(valueOf(openDossierFile(path)), key, 'new');
    return { bytes: readFileSync(path), key };
  }

  it('is told by the end of the file, and survives every way of closing it', async () => {
    const { path, key, record } = await lockedCopy();
    const first = open(path);
    const { sources } = allOf(first);
    first.close();
    for (const change of [
      () => undefined,
      (dossier: ReturnType<typeof open>) => {
        dossier.compact();
      },
      (dossier: ReturnType<typeof open>) => {
        const [summary] = dossier.notes.list();
        const note = summary && dossier.notes.find(summary.id);
        if (note !== undefined) dossier.notes.save(note);
      },
    ]) {
      const dossier = open(path);
      change(dossier);
      dossier.close();
      expect(readKeyRecord(path)).toEqual(record);
      expect(existsSync(path + companionEnding)).toBe(false);
    }
    const last = open(path);
    expect(allOf(last).sources).toEqual(sources);
    last.close();

    function open(file: string) {
      return valueOf(openDossierFile(file, { key }));
    }
  });

  it('is found beside the file where a crash has cut it off, and put back', async () => {
    const { path, key, record } = await lockedCopy();
    truncateSync(path, statSync(path).size - sealLength - keyRecordLength);
    expect(readKeyRecord(path)).toBe(null);
    writeFileSync(path + companionEnding, writeKeyRecord(record));
    const dossier = valueOf(openDossierFile(path, { key }));
    dossier.close();
    expect(existsSync(path + companionEnding)).toBe(false);
    expect(readKeyRecord(path)).toEqual(record);
    valueOf(openDossierFile(path, { key })).close();
  });

  it('stays with the file as long as it is open, so that a copy of the file alone is never lost', async () => {
    const { path, key, record } = await lockedCopy();
    const dossier = valueOf(openDossierFile(path, { key }));
    const [first] = dossier.notes.list();
    const note = first && dossier.notes.find(first.id);
    if (note === undefined) throw new Error('no note');
    const [header] = note.tree.children;
    const value = 'word '.repeat(40_000);
    for (let round = 0; round < 60; round += 1) {
      const text = { type: 'text' as const, value: `${String(round)} ${value}` };
      dossier.notes.save({
        ...note,
        tree: { ...note.tree, children: [header, { type: 'paragraph', children: [text] }] },
      });
    }
    expect(statSync(`${path}-wal`).size).toBeLessThan(8 * 1024 * 1024); // it was folded in on the way
    const copy = join(temporaryFolder(), 'copy.dossier');
    cpSync(path, copy);
    expect(readKeyRecord(copy)).toEqual(record);
    dossier.close();
  });

  it('refuses by name, and leaves untouched, a file that is cut off at any length', async () => {
    const { length, key } = await lockedCopy();
    for (let at = 1; at < length; at += Math.ceil(length / 60)) {
      const { path } = await lockedCopy();
      truncateSync(path, at);
      const before = hashOf(path);
      const opened = openDossierFile(path, { key });
      expect(opened.ok, String(at)).toBe(false);
      expect(['not-a-dossier', 'damaged'], String(at)).toContain(codeOf(opened));
      expect(hashOf(path), String(at)).toBe(before);
    }
  });

  it('refuses by name a file in which a byte was turned, and never takes it for a wrong passphrase', async () => {
    const { length } = await lockedCopy();
    for (let at = 3; at < length; at += Math.ceil(length / 90)) {
      const { path } = await lockedCopy();
      const bytes = readFileSync(path);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(path, bytes);
      const found = readKeyRecord(path);
      const refused = found === null ? openDossierFile(path) : await openWith(path, found);
      expect(['damaged', 'not-a-dossier'], String(at)).toContain(codeOf(refused));
    }

    async function openWith(path: string, found: KeyRecord) {
      return openDossierFile(path, { key: valueOf(await findDossierKey(found, passphrase)) });
    }
  });

  it('does not believe a record that asks for more than a laptop has', async () => {
    const { record } = await lockedCopy();
    const asking = (cost: KeyRecord['cost']) => parseKeyRecord(writeKeyRecord({ ...record, cost }));
    expect(asking({ log2N: 30, r: 8, p: 1 })).toBe(null);
    expect(asking({ log2N: 20, r: 1_000_000, p: 1 })).toBe(null);
    expect(asking({ log2N: 14, r: 8, p: 4_000_000 })).toBe(null);
    expect(asking({ log2N: 17, r: 8, p: 1 })).not.toBe(null);
  });
});
