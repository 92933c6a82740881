import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../host/log.ts';
import { safeFileName } from '../../../host/safe-file-name.ts';
import { writeAtomically } from '../../../host/write-atomically.ts';
import { createOutput } from '../../../host/command-line/output.ts';
import { temporaryFolder } from './dossier-fixture.ts';

describe('a name for a file', () => {
  it.each([
    ['Viet Nam: bilaterals at the 58th AMM', 'Viet Nam bilaterals at the 58th AMM', 'a colon'],
    ['a/b\\c', 'a b c', 'what parts folders'],
    ['..\\..\\etc', 'etc', 'ways up'],
    ['Ends with a dot. ', 'Ends with a dot', 'what Windows cuts'],
    ['con', '_con', 'a device of Windows'],
    ['COM1.txt', '_COM1.txt', 'a device of Windows with an ending'],
    ['Concert', 'Concert', 'a word that only begins like one'],
    ['tab\there\nand there', 'tab here and there', 'control characters'],
    ['report\u202efdp.exe', 'reportfdp.exe', 'a direction override'],
    ['Hội đàm Việt – Mỹ', 'Hội đàm Việt – Mỹ', 'other scripts stay'],
    ['/:*', 'Note', 'nothing left'],
    ['', 'Note', 'no title'],
  ])('of %j is %j: %s', (title, name) => {
    expect(safeFileName(title, 'Note')).toBe(name);
  });

  it('is never too long, and is not cut within a character', () => {
    expect(safeFileName('😀'.repeat(300), 'Note')).toBe('😀'.repeat(100));
  });
});

describe('a file that is written atomically', () => {
  const newId = () => 'id';

  it('takes the place of what was there', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'out.md');
    writeFileSync(path, 'before');
    writeAtomically(path, Buffer.from('after'), newId);
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['out.md']);
  });

  it('leaves what was there, and nothing else, when it can’t', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'out.md'));
    expect(() => {
      writeAtomically(join(folder, 'out.md'), Buffer.from('after'), newId);
    }).toThrow(/EISDIR|EPERM|EEXIST/);
    expect(readdirSync(folder)).toEqual(['out.md']);
  });
});

describe('the log', () => {
  const now = () => '2025-07-12T09:00:00.000Z';

  it('keeps one file before the current one, and no more than its size', () => {
    const folder = temporaryFolder();
    const log = createLog({ folder, now, maxBytes: 200 });
    for (let number = 0; number < 20; number += 1) log.error(`entry ${String(number)}`);
    expect(readdirSync(folder).toSorted()).toEqual(['chancery.1.log', 'chancery.log']);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(200);
    }
    expect(readFileSync(join(folder, 'chancery.log'), 'utf8')).toContain('entry 19');
  });

  it('never throws, even where it can’t write', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    createLog({ folder: file, now }).error('lost', new Error('cause'));
    expect(existsSync(join(file, 'chancery.log'))).toBe(false);
  });
});

describe('what a command says', () => {
  const collect = (json: boolean) => {
    const said: { stdout: string; stderr: string } = { stdout: '', stderr: '' };
    const output = createOutput({
      json,
      stdout: { write: (text) => (said.stdout += text) },
      stderr: { write: (text) => (said.stderr += text) },
    });
    return { said, output };
  };

  it('can’t steer the terminal', () => {
    const { said, output } = collect(false);
    output.result({}, ['a\u001b[2Jb\u009bc\rd']);
    expect(said.stdout).toBe('a\ufffd[2Jb\ufffdc\ufffdd\n');
  });

  it('is JSON for a program, and a sentence on stderr besides, when it is a refusal', () => {
    const { said, output } = collect(true);
    output.refusal({ code: 'locked', message: 'It is open.' });
    expect(JSON.parse(said.stdout)).toEqual({ error: { code: 'locked', message: 'It is open.' } });
    expect(said.stderr).toBe('chancery: It is open. [locked]\n');
  });

  it.each([[[]], [[1]], [[1, 2, 3]]])('is a list of %j', (entries) => {
    const { said, output } = collect(true);
    output.resultList('numbers', entries, String);
    expect(JSON.parse(said.stdout)).toEqual({ numbers: entries });
  });
});
