import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { createDossierFile, openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { sealLength } from '../../host/dossier-file/seal.ts';
import {
  codeOf,
  countingTools,
  hashOf,
  newDossier,
  temporaryFolder,
  valueOf,
} from '../unit/host/dossier-fixture.ts';

/** A closed dossier with a hundred notes, so that it has pages beyond the first few. */
function filledDossier(): string {
  const dossier = newDossier();
  dossier.inOneStep(() => {
    for (let number = 0; number < 100; number += 1) {
      dossier.notes.save({
        id: `n${String(number)}` as never,
        tree: {
          type: 'root',
          children: [
            {
              type: 'noteHeader',
              title: 'x'.repeat(900),
              template: 'plain',
              scheme: 'none',
              marking: null,
              language: 'en',
              fields: [],
            },
          ],
        },
        createdAt: '2025-07-12T09:00:00.000Z',
        updatedAt: '2025-07-12T09:00:00.000Z',
      });
    }
  });
  dossier.close();
  return dossier.path;
}

function patch(path: string, offset: number, bytes: Uint8Array): void {
  const content = readFileSync(path);
  content.set(bytes, offset);
  writeFileSync(path, content);
}

function bySql(path: string, sql: string): void {
  const connection = new Libsql(path);
  connection.exec(sql);
  connection.close();
}

const userVersionAt = 60;
const applicationIdAt = 68;

const rows: readonly [what: string, code: string, spoil: (path: string) => void][] = [
  [
    'that is a text file',
    'not-a-dossier',
    (path) => {
      writeFileSync(path, 'Dear colleague,\n'.repeat(50));
    },
  ],
  [
    'that is empty',
    'not-a-dossier',
    (path) => {
      truncateSync(path, 0);
    },
  ],
  [
    'that is another SQLite file',
    'not-a-dossier',
    (path) => {
      patch(path, applicationIdAt, Buffer.alloc(4));
    },
  ],
  [
    'cut within its first bytes',
    'damaged',
    (path) => {
      truncateSync(path, 12);
    },
  ],
  [
    'cut within its header',
    'damaged',
    (path) => {
      truncateSync(path, 60);
    },
  ],
  [
    'cut after its header',
    'damaged',
    (path) => {
      truncateSync(path, 100);
    },
  ],
  [
    'cut within its first page',
    'damaged',
    (path) => {
      truncateSync(path, 3000);
    },
  ],
  [
    'cut at a page',
    'damaged',
    (path) => {
      truncateSync(path, 8 * 4096);
    },
  ],
  [
    'cut by the last byte of its last page',
    'damaged',
    (path) => {
      truncateSync(path, readFileSync(path).length - sealLength - 1);
    },
  ],
  [
    'of a newer version',
    'newer-version',
    (path) => {
      patch(path, userVersionAt, Buffer.from([0, 0, 3, 0]));
    },
  ],
  [
    'of no version',
    'damaged',
    (path) => {
      patch(path, userVersionAt, Buffer.alloc(4));
    },
  ],
  [
    'with a page of rubbish',
    'damaged',
    (path) => {
      patch(path, 4096 * 20, Buffer.alloc(4096, 0xa5));
    },
  ],
  [
    'with a broken first page',
    'damaged',
    (path) => {
      patch(path, 100, Buffer.alloc(200, 0xff));
    },
  ],
  [
    'with a missing table',
    'damaged',
    (path) => {
      bySql(path, 'DROP TABLE anchors');
    },
  ],
  [
    'with a trigger of its own',
    'damaged',
    (path) => {
      bySql(path, 'CREATE TRIGGER evil AFTER INSERT ON notes BEGIN DELETE FROM notes; END');
    },
  ],
  [
    'with a row that points nowhere',
    'damaged',
    (path) => {
      bySql(path, `PRAGMA foreign_keys=OFF; INSERT INTO edition_bytes VALUES ('none', x'00')`);
    },
  ],
];

describe('a dossier is refused and not written to', () => {
  it.each(rows)('%s: %s', (_, code, spoil) => {
    const path = filledDossier();
    spoil(path);
    const before = hashOf(path);
    expect(codeOf(openDossierFile(path))).toBe(code);
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(['x.dossier']);
  });

  it('that is not there: not-found', () => {
    const folder = temporaryFolder();
    expect(codeOf(openDossierFile(join(folder, 'none.dossier')))).toBe('not-found');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('whose folder is a file: not-found', () => {
    const path = filledDossier();
    expect(codeOf(openDossierFile(join(path, 'x.dossier')))).toBe('not-found');
  });

  it('that is a folder: not-a-dossier', () => {
    const path = join(temporaryFolder(), 'folder.dossier');
    mkdirSync(path);
    expect(codeOf(openDossierFile(path))).toBe('not-a-dossier');
  });
});

describe('a dossier in another process', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const openElsewhere = (path: string, options: { uid?: number } = {}) => {
    const script = `
      import { createDossierFile, openDossierFile } from ${JSON.stringify(new URL('../../host/dossier-file/dossier-file.ts', import.meta.url).href)};
      const opened = openDossierFile(${JSON.stringify(path)});
      console.log(opened.ok ? 'opened' : opened.error.code);
      if (opened.ok) opened.value.close();`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
      ...options,
    });
    return child.stdout.trim() || child.stderr;
  };

  it('is locked as long as it is open here', () => {
    const dossier = newDossier();
    dossier.inOneStep(() => undefined);
    expect(openElsewhere(dossier.path)).toBe('locked');
    // A second try from here must not loosen the lock of the first.
    expect(codeOf(openDossierFile(dossier.path))).toBe('locked');
    expect(openElsewhere(dossier.path)).toBe('locked');
    dossier.close();
    expect(openElsewhere(dossier.path)).toBe('opened');
  });

  // Root may write anywhere, so there the other process is somebody else. Windows has no such bits.
  it.runIf(process.platform === 'linux')('made where no file can be made: read-only-folder', () => {
    const path = '/proc/Notes of July.dossier';
    expect(codeOf(createDossierFile(path, { title: 'July', ...countingTools() }))).toBe('read-only-folder');
  });

  it.runIf(process.platform !== 'win32')('in a folder that may not be written: read-only-folder', () => {
    const path = filledDossier();
    const before = hashOf(path);
    chmodSync(path, 0o666);
    chmodSync(dirname(path), 0o555);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    expect(openElsewhere(path, nobody)).toBe('read-only-folder');
    chmodSync(dirname(path), 0o755);
    expect(hashOf(path)).toBe(before);
  });

  it.runIf(process.platform !== 'win32')('that may not be read: no-permission', () => {
    const path = filledDossier();
    chmodSync(path, 0o600);
    chmodSync(dirname(path), 0o755);
    if (process.getuid?.() !== 0) chmodSync(path, 0);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    expect(openElsewhere(path, nobody)).toBe('no-permission');
  });
});

describe('what was acknowledged', () => {
  it('is there after the process was killed', () => {
    const dossier = newDossier();
    dossier.close();
    const script = `
      import { createDossierFile, openDossierFile } from ${JSON.stringify(new URL('../../host/dossier-file/dossier-file.ts', import.meta.url).href)};
      const { value: dossier } = openDossierFile(${JSON.stringify(dossier.path)});
      const header = { type: 'noteHeader', title: 'T', template: 'plain', scheme: 'none', marking: null, language: 'en', fields: [] };
      for (let n = 0; n < 40; n += 1) {
        dossier.notes.save({ id: 'n' + n, tree: { type: 'root', children: [header] }, createdAt: 'c', updatedAt: 'u' });
      }
      process.kill(process.pid, 'SIGKILL');`;
    const root = fileURLToPath(new URL('../..', import.meta.url));
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: root });
    expect(readdirSync(dirname(dossier.path))).toContain('x.dossier-wal');
    const again = valueOf(openDossierFile(dossier.path));
    expect(again.notes.list()).toHaveLength(40);
    again.close();
    expect(readdirSync(dirname(dossier.path))).toEqual(['x.dossier']);
  });
});
