/** `npm run check`: everything that can be said about the code without opening a window. */
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findForeignTraces } from './checks/foreign-traces.ts';
import { checkHouseRules } from './checks/house-rules.ts';
import { checkImports } from './checks/import-rules.ts';
import { installedCopies } from './checks/installed-copies.ts';
import { projectFiles, readProjectText } from './checks/project-files.ts';
import { runTool } from './checks/tool.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Check {
  readonly name: string;
  /** Resolves to what is wrong, for a person to read; empty when nothing is. */
  readonly run: () => Promise<string>;
}

const typedFolders = ['core', 'host', 'electron', 'renderer', 'build', 'tests'];

const checks: readonly Check[] = [
  {
    name: 'format',
    run: () =>
      withTool({ package: 'prettier', program: 'prettier' }, ['--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'lint',
    run: () => withTool({ package: 'oxlint', program: 'oxlint' }, ['--deny-warnings', '--format', 'unix']),
  },
  ...typedFolders.map((folder) => ({
    name: `types of ${folder}`,
    run: () => withTool({ package: 'typescript', program: 'tsc' }, ['-p', folder]),
  })),
  { name: 'import rules', run: checkImportRules },
  { name: 'house rules', run: checkHouse },
  {
    name: 'dead code',
    run: () => withTool({ package: 'knip', program: 'knip' }, ['--no-progress', '--no-config-hints']),
  },
  { name: 'one copy of lexical', run: checkLexical },
  { name: 'nothing of this machine', run: checkTraces },
];

/** Runs the static checks, as many at a time as there are processors, and prints each as it ends. True when all pass. */
export async function runChecks(): Promise<boolean> {
  const waiting = [...checks];
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, os.availableParallelism()) }, work));
  const total = String(checks.length);
  console.log(failed === 0 ? `All ${total} checks pass.` : `${String(failed)} of ${total} checks failed.`);
  return failed === 0;
}

async function passes({ name, run }: Check): Promise<boolean> {
  const started = performance.now();
  const complaint = await run().catch((error: unknown) => `The check could not run: ${String(error)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${complaint === '' ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (complaint !== '') console.log(complaint.trimEnd().replace(/^/gm, '    '));
  return complaint === '';
}

async function withTool(
  tool: { package: string; program: string },
  args: readonly string[],
): Promise<string> {
  const { exitCode, stdout, stderr } = await runTool(root, tool, args);
  if (exitCode === 0) return '';
  return `${stdout}${stderr}`.trim() || `${tool.program} ended with ${String(exitCode)}`;
}

async function checkImportRules(): Promise<string> {
  const { modules, violations, advice } = await checkImports(root);
  if (modules === 0) return 'No file was looked at: the tool does not understand this TypeScript.';
  return violations
    .map(({ rule, from, to }) => `${rule}: ${from} → ${to}\n  ${advice[rule] ?? ''}`)
    .join('\n');
}

async function checkHouse(): Promise<string> {
  const files = (await projectFiles(root)).filter((file) => /\.tsx?$/.test(file));
  return files
    .flatMap((file) =>
      checkHouseRules(file, readProjectText(root, file) ?? '').map(
        ({ rule, line, advice }) => `${rule}: ${file}:${String(line)}\n  ${advice}`,
      ),
    )
    .join('\n');
}

async function checkLexical(): Promise<string> {
  const copies = installedCopies(root, 'lexical');
  return copies.length === 1
    ? ''
    : `There must be one, or the editor does not know its own nodes: ${copies.join(', ') || 'none'}. Pin lexical and @lexical/* to one version.`;
}

async function checkTraces(): Promise<string> {
  const machinePaths = [path.resolve(root), os.homedir()].map((folder) => folder + path.sep);
  return (await projectFiles(root))
    .flatMap((file) =>
      findForeignTraces(readProjectText(root, file) ?? '', machinePaths).map(
        ({ line, what }) => `${file}:${String(line)} names ${what}.`,
      ),
    )
    .join('\n');
}

/** The tests that need no window. Resolves to whether they pass. */
function runQuickTests(): Promise<boolean> {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const projects = ['unit', 'contract', 'architecture'].flatMap((name) => ['--project', name]);
  const child = spawn(process.execPath, [vitest, 'run', ...projects], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      resolve(exitCode === 0);
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const checked = await runChecks();
  const tested = await runQuickTests();
  if (!checked) console.log('The tests are summed up above; the checks before them failed.');
  process.exitCode = checked && tested ? 0 : 1;
}
