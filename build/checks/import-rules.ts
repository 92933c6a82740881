import { existsSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './tool.ts';

export interface ImportViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface ImportReport {
  /** How many files and packages were looked at; 0 means that nothing was checked. */
  readonly modules: number;
  readonly violations: readonly ImportViolation[];
  /** What to do instead, by the name of the rule. */
  readonly advice: Readonly<Record<string, string>>;
}

const codeFolders = ['core', 'host', 'electron', 'renderer', 'build', 'tests', 'vitest.config.ts'];

interface CruiseOutput {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: {
      readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
    };
  };
}

/**
 * Holds the tree at `folder` against the import rules of the checkout at `root`; each violation once.
 * Throws when the tool itself fails.
 */
export async function checkImports(root: string, folder = root): Promise<ImportReport> {
  const targets = codeFolders.filter((name) => existsSync(path.join(folder, name)));
  if (targets.length === 0) return { modules: 0, violations: [], advice: {} };
  const { stdout, stderr } = await runTool(
    root,
    { package: 'dependency-cruiser', program: 'depcruise' },
    [
      '--config',
      path.join(root, '.dependency-cruiser.cjs'),
      '--ts-pre-compilation-deps',
      '--output-type',
      'json',
      ...targets,
    ],
    folder,
  );
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stdout}${stderr}`);
  const { summary } = JSON.parse(stdout) as CruiseOutput;
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
    advice: Object.fromEntries(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment])),
  };
}
