import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupsToDrop, createBackupStore } from '../../../host/backups/backup-store.ts';
import { countingTools, temporaryFolder } from './dossier-fixture.ts';

const backup = (madeAt: string, byteLength: number) => ({ madeAt, byteLength });

describe('which backups go', () => {
  const limits = { perDossier: 3, bytes: 100 };
  it.each([
    ['none within the limits', [[backup('4', 30), backup('3', 30), backup('2', 30)]], []],
    [
      'those beyond the last of a dossier',
      [[backup('4', 1), backup('3', 1), backup('2', 1), backup('1', 1)]],
      ['1'],
    ],
    [
      'the oldest of all first',
      [
        [backup('6', 40), backup('1', 40)],
        [backup('5', 40), backup('2', 40)],
      ],
      ['1', '2'],
    ],
    ['never the newest of a dossier', [[backup('2', 300)], [backup('1', 300)]], []],
    ['no more than needed', [[backup('3', 60), backup('2', 30), backup('1', 30)]], ['1']],
  ])('%s', (_, dossiers, gone) => {
    expect(backupsToDrop(dossiers, limits).map(({ madeAt }) => madeAt)).toEqual(gone);
  });
});

describe('a backup store', () => {
  function storeWithFile(limits = { perDossier: 3, bytes: 1_000_000 }) {
    const folder = temporaryFolder();
    const path = join(temporaryFolder(), 'x.dossier');
    writeFileSync(path, 'content');
    return {
      folder,
      path,
      store: createBackupStore({ folder: join(folder, 'b'), limits, ...countingTools() }),
    };
  }

  it.each(['../../outside', '..', 'a/b', 'a\\b', '', 'C:x', 'con\u0000', 'x'.repeat(300)])(
    'stays in its folder for a dossier that calls itself %j',
    (id) => {
      const { folder, path, store } = storeWithFile();
      store.keepAfter(path, id);
      expect(readdirSync(folder)).toEqual(['b']);
      const [kept] = store.list(id);
      expect(dirname(dirname(store.find(kept?.key ?? '')?.path ?? ''))).toBe(join(folder, 'b'));
    },
  );

  it('finds nothing by a key that leads elsewhere', () => {
    const { folder, path, store } = storeWithFile();
    store.keepAfter(path, 'one');
    writeFileSync(join(folder, 'secret'), 'x');
    for (const key of ['../secret', 'one/../../secret', 'one', '']) expect(store.find(key)).toBeUndefined();
  });

  it('keeps within its room, and drops what was held for a dossier that was not opened', () => {
    const { path, store, folder } = storeWithFile({ perDossier: 10, bytes: 25 });
    for (const text of ['1234567', '12345678', '123456789', '1234567890']) {
      writeFileSync(path, text);
      store.keepAfter(path, 'one');
    }
    expect(store.list('one').map(({ byteLength }) => byteLength)).toEqual([10, 9]);
    store.holdBefore(path, 'opened');
    store.dropHeld();
    store.keepHeld('two');
    expect(existsSync(join(folder, 'b', 'two'))).toBe(false);
    expect(readdirSync(join(folder, 'b'))).toEqual(['one']);
  });
});
