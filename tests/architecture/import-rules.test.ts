import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkImports, type ImportReport } from '../../build/checks/import-rules.ts';
import { createFixtureTree, type FixtureTree } from './fixture-tree.ts';
import { projectRoot } from './project-root.ts';

interface Row {
  readonly from: string;
  /** As it stands in the import. */
  readonly imports: string;
  /** `undefined`: allowed. */
  readonly rule: string | undefined;
  readonly typeOnly?: true;
}

const refusedImports: readonly Row[] = [
  { from: 'core/a1.ts', imports: '../host/host.ts', rule: 'core-imports-only-core' },
  { from: 'core/a2.ts', imports: '../electron/main.ts', rule: 'core-imports-only-core' },
  { from: 'core/a3.ts', imports: '../renderer/main.ts', rule: 'core-imports-only-core' },
  { from: 'core/a4.ts', imports: '../build/bundle.ts', rule: 'core-imports-only-core' },
  { from: 'core/a5.ts', imports: '../host/host.ts', rule: 'core-imports-only-core', typeOnly: true },
  { from: 'core/b1.ts', imports: 'node:fs', rule: 'core-is-free-of-node' },
  { from: 'core/b2.ts', imports: 'path', rule: 'core-is-free-of-node' },
  { from: 'core/deep/er/c1.ts', imports: 'react', rule: 'core-uses-few-packages' },
  { from: 'core/c2.ts', imports: 'lexical', rule: 'core-uses-few-packages' },
  { from: 'core/c3.ts', imports: 'libsql', rule: 'core-uses-few-packages' },
  { from: 'core/c4.ts', imports: 'not-on-any-list', rule: 'core-uses-few-packages', typeOnly: true },
  { from: 'host/d1.ts', imports: '../electron/main.ts', rule: 'host-imports-only-core' },
  { from: 'host/d2.ts', imports: '../renderer/main.ts', rule: 'host-imports-only-core' },
  { from: 'host/d3.ts', imports: 'react', rule: 'host-uses-few-packages' },
  { from: 'electron/e1.ts', imports: '../renderer/main.ts', rule: 'shell-imports-only-host-and-core' },
  { from: 'electron/e2.ts', imports: '../build/bundle.ts', rule: 'shell-imports-only-host-and-core' },
  { from: 'electron/e3.ts', imports: 'libsql', rule: 'shell-uses-only-electron' },
  { from: 'renderer/g1.tsx', imports: '../host/host.ts', rule: 'window-imports-only-core' },
  { from: 'renderer/g2.tsx', imports: '../electron/main.ts', rule: 'window-imports-only-core' },
  { from: 'renderer/g3.tsx', imports: 'node:path', rule: 'window-is-free-of-node' },
  { from: 'renderer/g4.tsx', imports: 'libsql', rule: 'window-uses-few-packages' },
  {
    from: 'renderer/source-pane/h1.ts',
    imports: '../note-editor/editor.ts',
    rule: 'panes-meet-in-the-workspace',
  },
  {
    from: 'renderer/note-editor/h2.ts',
    imports: '../source-pane/pane.ts',
    rule: 'panes-meet-in-the-workspace',
  },
  {
    from: 'renderer/note-editor/deep/h3.ts',
    imports: '../../source-pane/pane.ts',
    rule: 'panes-meet-in-the-workspace',
    typeOnly: true,
  },
  { from: 'core/i1.ts', imports: 'electron', rule: 'electron-only-in-electron' },
  { from: 'host/i2.ts', imports: 'electron', rule: 'electron-only-in-electron', typeOnly: true },
  { from: 'renderer/i3.tsx', imports: 'electron', rule: 'electron-only-in-electron' },
  { from: 'build/i4.ts', imports: 'electron', rule: 'electron-only-in-electron' },
  { from: 'core/j1.ts', imports: '../tests/unit/made-up.ts', rule: 'nothing-imports-tests' },
  { from: 'build/j2.ts', imports: '../tests/unit/made-up.ts', rule: 'nothing-imports-tests' },
  { from: 'electron/j3.ts', imports: '../tests/unit/made-up.ts', rule: 'nothing-imports-tests' },
  { from: 'core/k1.ts', imports: './k1.ts', rule: 'no-circular-imports' },
  { from: 'core/k2.ts', imports: './not-there.ts', rule: 'imports-resolve' },
  { from: 'host/k3.ts', imports: 'not-installed', rule: 'imports-resolve' },
];

const allowedImports: readonly Row[] = [
  { from: 'core/l1.ts', imports: './domain.ts', rule: undefined },
  { from: 'core/l2.ts', imports: 'valibot', rule: undefined },
  { from: 'core/l3.ts', imports: 'mdast', rule: undefined, typeOnly: true },
  { from: 'core/l4.ts', imports: 'micromark-util-types', rule: undefined },
  { from: 'host/l5.ts', imports: '../core/domain.ts', rule: undefined },
  { from: 'host/l6.ts', imports: 'node:fs', rule: undefined },
  { from: 'host/l7.ts', imports: 'libsql', rule: undefined },
  { from: 'electron/l8.ts', imports: '../host/host.ts', rule: undefined },
  { from: 'electron/l9.ts', imports: 'electron', rule: undefined },
  { from: 'electron/l10.ts', imports: 'node:path', rule: undefined },
  { from: 'renderer/l11.tsx', imports: '../core/domain.ts', rule: undefined },
  { from: 'renderer/l12.tsx', imports: 'react', rule: undefined },
  { from: 'renderer/l13.tsx', imports: '@lexical/extension', rule: undefined },
  { from: 'renderer/workspace/l14.ts', imports: '../note-editor/editor.ts', rule: undefined },
  { from: 'renderer/note-editor/l15.ts', imports: './editor.ts', rule: undefined },
  { from: 'tests/unit/l16.ts', imports: '../../renderer/main.ts', rule: undefined },
  { from: 'build/l17.ts', imports: '../host/host.ts', rule: undefined },
];

// One file can be the preload: all that it may and may not import stands in it.
const preloadImports: readonly Row[] = [
  { from: 'electron/preload.ts', imports: '../core/domain.ts', rule: 'preload-knows-only-the-contract' },
  { from: 'electron/preload.ts', imports: '../host/host.ts', rule: 'preload-knows-only-the-contract' },
  { from: 'electron/preload.ts', imports: './main.ts', rule: 'preload-knows-only-the-contract' },
  { from: 'electron/preload.ts', imports: 'node:fs', rule: 'preload-knows-only-the-contract' },
  { from: 'electron/preload.ts', imports: 'valibot', rule: 'preload-knows-only-the-contract' },
  { from: 'electron/preload.ts', imports: '../core/host-contract.ts', rule: undefined },
  { from: 'electron/preload.ts', imports: 'electron', rule: undefined },
];

const rows = [...refusedImports, ...allowedImports, ...preloadImports];

const bystanders = [
  'core/domain.ts',
  'core/host-contract.ts',
  'host/host.ts',
  'electron/main.ts',
  'renderer/main.ts',
  'renderer/note-editor/editor.ts',
  'renderer/source-pane/pane.ts',
  'build/bundle.ts',
  'tests/unit/made-up.ts',
];

const installed = [
  'react',
  'lexical',
  '@lexical/extension',
  'libsql',
  'electron',
  'valibot',
  'not-on-any-list',
  'micromark-util-types',
];

function plant(tree: FixtureTree): void {
  tree.write(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(installed.map((one) => [one, '1'])) }),
  );
  for (const name of installed) {
    tree.write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    tree.write(`node_modules/${name}/index.js`, 'exports.thing = 1;\n');
  }
  tree.write(
    'node_modules/@types/mdast/package.json',
    JSON.stringify({ name: '@types/mdast', version: '1.0.0', types: 'index.d.ts' }),
  );
  tree.write('node_modules/@types/mdast/index.d.ts', 'export interface thing {}\n');
  for (const file of bystanders) tree.write(file, 'export const thing = 1;\n');
  for (const from of new Set(rows.map((row) => row.from))) {
    const lines = rows
      .filter((row) => row.from === from)
      .map(({ imports, typeOnly }, index) => {
        const name = `thing${String(index)}`;
        return typeOnly
          ? `import type { thing as ${name} } from '${imports}';\nexport type Its${name} = ${name};\n`
          : `import { thing as ${name} } from '${imports}';\nexport const its${name} = ${name};\n`;
      });
    tree.write(from, `${lines.join('')}export const thing = 1;\n`);
  }
}

/** Whether the tool resolved the row's import to this. */
function isTargetOf({ from, imports }: Row, resolved: string): boolean {
  if (resolved === imports) return true; // as it was written: it resolves to nothing
  if (imports.startsWith('.')) return resolved === path.posix.join(path.posix.dirname(from), imports);
  const name = imports.replace(/^node:/, '');
  return resolved === name || new RegExp(`^node_modules/(?:@types/)?${name}/`).test(resolved);
}

describe('import rules', () => {
  let tree: FixtureTree;
  let report: ImportReport;

  beforeAll(async () => {
    tree = createFixtureTree();
    plant(tree);
    report = await checkImports(projectRoot, tree.folder);
  });
  afterAll(() => {
    tree.remove();
  });

  const firedFor = (row: Row) =>
    report.violations
      .filter(({ from, to }) => from === row.from && isTargetOf(row, to))
      .map(({ rule }) => rule);

  it.each(refusedImports.concat(preloadImports.filter(({ rule }) => rule !== undefined)))(
    '$from may not import $imports: $rule',
    (row) => {
      expect(firedFor(row)).toEqual([row.rule]);
    },
  );

  it.each(allowedImports.concat(preloadImports.filter(({ rule }) => rule === undefined)))(
    '$from may import $imports',
    (row) => {
      expect(firedFor(row)).toEqual([]);
    },
  );

  it('sees a circle of several files', async () => {
    const circle = createFixtureTree();
    try {
      circle.write('core/one.ts', `import type { Two } from './two.ts';\nexport type One = Two;\n`);
      circle.write('core/two.ts', `import { three } from './three.ts';\nexport type Two = typeof three;\n`);
      circle.write(
        'core/three.ts',
        `import type { One } from './one.ts';\nexport const three: One | 1 = 1;\n`,
      );
      const { violations } = await checkImports(projectRoot, circle.folder);
      expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(['no-circular-imports']));
    } finally {
      circle.remove();
    }
  });

  it('has no rule that is not shown to fire here, and says for each what to do instead', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string; comment: string }[];
    };
    const shown = new Set(rows.flatMap(({ rule }) => rule ?? []));
    expect(forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
    for (const { name, comment } of forbidden) expect(report.advice[name]).toBe(comment);
  });

  it('says how much it looked at, so that a check of nothing can’t pass for a green one', async () => {
    expect(report.modules).toBeGreaterThan(rows.length);
    const empty = createFixtureTree();
    try {
      expect((await checkImports(projectRoot, empty.folder)).modules).toBe(0);
    } finally {
      empty.remove();
    }
  });
});
