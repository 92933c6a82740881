import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findForeignTraces } from '../../build/checks/foreign-traces.ts';
import { checkHouseRules } from '../../build/checks/house-rules.ts';
import { installedCopies } from '../../build/checks/installed-copies.ts';
import { projectFiles, readProjectText } from '../../build/checks/project-files.ts';
import { createFixtureTree } from './fixture-tree.ts';
import { projectRoot } from './project-root.ts';

describe('house rules', () => {
  it.each([
    [
      'the present moment',
      'core/a.ts',
      'export const x = 1;\nexport const at = new Date();',
      'no-clock-in-core',
      2,
    ],
    ['the same without brackets', 'core/a.ts', 'export const at = new Date;', 'no-clock-in-core', 1],
    ['Date as a function', 'core/a.ts', 'export const at = Date();', 'no-clock-in-core', 1],
    ['export *', 'renderer/a.ts', `export * from './b.ts';`, 'no-barrels', 1],
    ['export * as', 'host/a.ts', `export * as b from './b.ts';`, 'no-barrels', 1],
    ['a name exported again', 'core/a.tsx', `\nexport { b } from './b.ts';`, 'no-barrels', 2],
    ['a type exported again', 'core/a.ts', `export type { B } from './b.ts';`, 'no-barrels', 1],
  ])('refuse %s', (_, file, text, rule, line) => {
    expect(checkHouseRules(file, text).map((violation) => [violation.rule, violation.line])).toEqual([
      [rule, line],
    ]);
  });

  it.each([
    ['a given time', 'core/a.ts', `export const at = (text: string) => new Date(text);`],
    ['the clock outside of core', 'host/a.ts', 'export const at = new Date();'],
    ['words about it', 'core/a.ts', '// new Date()\nexport const text = "new Date()";'],
    ['exports of its own', 'core/a.ts', 'const a = 1;\nexport { a };'],
  ])('allow %s', (_, file, text) => {
    expect(checkHouseRules(file, text)).toEqual([]);
  });
});

describe('traces of a machine', () => {
  // Put together here, so that this file does not hold what it looks for.
  const home = (folder: string, name: string) => [folder, name, 'notes.txt'].join('/');
  const registry = ['registry', 'example', 'com'].join('.');

  it.each([
    [
      'the folder of the checkout',
      `see ${path.resolve('/made/up', 'checkout')}${path.sep}a.txt`,
      'a path of this machine',
    ],
    ['a home folder', `const file = '${home('/home', 'jdoe')}';`, 'a home folder'],
    ['a home folder on macOS', home('/Users', 'jdoe'), 'a home folder'],
    ['a home folder on Windows', ['C:', 'Users', 'jdoe'].join('\\'), 'a home folder'],
    ['the same inside a string', ['C:', 'Users', 'jdoe'].join('\\\\'), 'a home folder'],
    ['a registry', `https://${registry}/x`, 'the host of a package registry'],
    [
      'where a package was downloaded from',
      `"resolved": "${'https:'}//example.com/x.tgz"`,
      'the host of a package registry',
    ],
  ])('are found: %s', (_, text, what) => {
    const machinePaths = [path.resolve('/made/up', 'checkout') + path.sep];
    expect(findForeignTraces(`first line\n${text}\n`, machinePaths)).toEqual([{ line: 2, what }]);
  });

  it.each([
    ['an example', home('/home', 'anna')],
    ['a path inside the project', 'core/home/jdoe.ts'],
    ['the word', 'a registry of sources'],
  ])('are not seen in %s', (_, text) => {
    expect(findForeignTraces(text, ['/', 'C:\\'])).toEqual([]);
  });
});

describe('copies of a package', () => {
  it('are found at every depth, in scopes too', () => {
    const tree = createFixtureTree();
    try {
      tree.write('node_modules/lexical/package.json', '{}');
      tree.write('node_modules/@lexical/react/package.json', '{}');
      tree.write('node_modules/@lexical/react/node_modules/lexical/package.json', '{}');
      tree.write('node_modules/a/node_modules/b/node_modules/lexical/package.json', '{}');
      expect(installedCopies(tree.folder, 'lexical').toSorted()).toEqual(
        [
          ['node_modules', '@lexical', 'react', 'node_modules', 'lexical'],
          ['node_modules', 'a', 'node_modules', 'b', 'node_modules', 'lexical'],
          ['node_modules', 'lexical'],
        ].map((parts) => path.join(...parts)),
      );
      expect(installedCopies(tree.folder, 'react')).toEqual([]);
    } finally {
      tree.remove();
    }
  });

  it('there is one of lexical', () => {
    expect(installedCopies(projectRoot, 'lexical')).toHaveLength(1);
  });
});

describe('the files of the project', () => {
  it('are found in a checkout, without what is installed', async () => {
    const files = await projectFiles(projectRoot);
    expect(files).toContain('core/result.ts');
    expect(files.some((file) => file.startsWith('node_modules/'))).toBe(false);
  });

  it('are found where there is no Git, without what is made or installed', async () => {
    const tree = createFixtureTree();
    try {
      tree.write('core/a.ts', 'text');
      tree.write('dist/b.js', 'text');
      tree.write('node_modules/c/index.js', 'text');
      tree.write('picture.png', 'a\0b');
      expect((await projectFiles(tree.folder)).toSorted()).toEqual(['core/a.ts', 'picture.png']);
      expect(readProjectText(tree.folder, 'core/a.ts')).toBe('text');
      expect(readProjectText(tree.folder, 'picture.png')).toBeNull();
      expect(readProjectText(tree.folder, 'gone.ts')).toBeNull();
    } finally {
      tree.remove();
    }
  });
});
