import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../../build/checks/tool.ts';
import { createFixtureTree, type FixtureTree } from './fixture-tree.ts';
import { projectRoot } from './project-root.ts';

interface Row {
  readonly file: string;
  readonly text: string;
  /** Every rule that fires, as the linter names it; none on a file that is in order. */
  readonly rules: readonly string[];
}

const hook = `import { useEffect, useState } from 'react';\n`;

const rows: readonly Row[] = [
  {
    file: 'core/clock.ts',
    text: 'export const at = () => Date.now();\n',
    rules: ['eslint(no-restricted-properties)'],
  },
  {
    file: 'core/chance.ts',
    text: 'export const n = () => Math.random();\n',
    rules: ['eslint(no-restricted-properties)'],
  },
  { file: 'core/log.ts', text: `console.log('x');\n`, rules: ['eslint(no-console)'] },
  { file: 'host/log.ts', text: `console.error('x');\n`, rules: ['eslint(no-console)'] },
  { file: 'core/any.ts', text: 'export const x = (y: any) => y;\n', rules: ['typescript(no-explicit-any)'] },
  {
    file: 'core/bang.ts',
    text: 'export const x = (y?: string) => y!;\n',
    rules: ['typescript(no-non-null-assertion)'],
  },
  {
    file: 'core/ignore.ts',
    text: '// @ts-ignore\nexport const x: string = 1;\n',
    rules: ['typescript(ban-ts-comment)'],
  },
  {
    file: 'core/default.ts',
    text: 'const x = 1;\nexport default x;\n',
    rules: ['import(no-default-export)'],
  },
  { file: 'core/equal.ts', text: 'export const x = (y: number) => y == 1;\n', rules: ['eslint(eqeqeq)'] },
  { file: 'core/eval.ts', text: `export const x = () => eval('1');\n`, rules: ['eslint(no-eval)'] },
  { file: 'core/unused.ts', text: 'const x = 1;\nexport const y = 2;\n', rules: ['eslint(no-unused-vars)'] },
  {
    file: 'core/excuse.ts',
    text: '// oxlint-disable-next-line no-console\nexport const y = 2;\n',
    rules: [''], // a directive that excuses nothing has no rule of its own
  },
  {
    file: 'renderer/danger.tsx',
    text: 'export const X = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;\n',
    rules: ['react(no-danger)'],
  },
  {
    file: 'renderer/hook.tsx',
    text: `${hook}export function X({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return useEffect;\n}\n`,
    rules: ['react-hooks(rules-of-hooks)'],
  },
  {
    file: 'renderer/effect.tsx',
    text: `${hook}export function X({ on }: { on: () => void }) {\n  useEffect(() => {\n    on();\n  }, []);\n  return useState;\n}\n`,
    rules: ['react-hooks(exhaustive-deps)'],
  },
  {
    file: 'renderer/picture.tsx',
    text: 'export const X = () => <img src="a.png" />;\n',
    rules: ['jsx-a11y(alt-text)'],
  },
  {
    file: 'renderer/click.tsx',
    text: 'export const X = ({ f }: { f: () => void }) => <div onClick={f}>x</div>;\n',
    rules: ['jsx-a11y(click-events-have-key-events)', 'jsx-a11y(no-static-element-interactions)'],
  },
  {
    file: 'renderer/button.tsx',
    text: 'export const X = () => <button>x</button>;\n',
    rules: ['react(button-has-type)'],
  },

  { file: 'host/clock.ts', text: 'export const at = () => Date.now();\n', rules: [] },
  { file: 'host/command-line/log.ts', text: `console.log('x');\n`, rules: [] },
  { file: 'build/log.ts', text: `console.log('x');\n`, rules: [] },
  { file: 'made-up.config.ts', text: 'export default 1;\n', rules: [] },
  {
    file: 'renderer/fine.tsx',
    text: 'export const X = () => <button type="button">x</button>;\n',
    rules: [],
  },
];

interface LintOutput {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code?: string;
    readonly severity: string;
  }[];
}

describe('lint rules', () => {
  let tree: FixtureTree;
  let output: LintOutput;

  beforeAll(async () => {
    tree = createFixtureTree();
    copyFileSync(path.join(projectRoot, '.oxlintrc.json'), path.join(tree.folder, '.oxlintrc.json'));
    for (const { file, text } of rows) tree.write(file, text);
    const run = await runTool(
      projectRoot,
      { package: 'oxlint', program: 'oxlint' },
      ['--format', 'json', '--deny-warnings'],
      tree.folder,
    );
    if (run.exitCode !== 1) throw new Error(`oxlint ended with ${String(run.exitCode)}: ${run.stderr}`);
    output = JSON.parse(run.stdout) as LintOutput;
  });
  afterAll(() => {
    tree.remove();
  });

  it.each(rows)('$file: $rules', ({ file, rules }) => {
    const fired = output.diagnostics.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(file));
    expect(fired.map(({ code }) => code ?? '').toSorted()).toEqual(rules);
    expect(fired.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
