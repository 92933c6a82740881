import type { parseArgs } from 'node:util';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import { refused, type Result } from '../../core/result.ts';
import type { Resources } from '../resources.ts';
import type { Output } from './output.ts';

type OptionConfig = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export interface CommandContext {
  readonly output: Output;
  readonly resources: Resources;
  readonly now: Now;
  readonly newId: NewId;
}

export interface CommandArguments {
  readonly positionals: readonly string[];
  /** By name; options that were not given are missing. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  /** One word, or two: `note import`. */
  readonly name: string;
  /** What follows the name, as `--help` shows it. */
  readonly usage: string;
  readonly summary: string;
  /** Names of the options that take a text, beside `--json`. */
  readonly options: readonly string[];
  run(args: CommandArguments, context: CommandContext): Promise<Result<null>>;
}

export const optionConfig = (names: readonly string[]): OptionConfig => ({
  ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  json: { type: 'boolean' },
  help: { type: 'boolean' },
});

/** The refusal that ends with exit code 2. */
export const wrongUsage = (message: string) =>
  refused('wrong-usage', `${message} “chancery --help” shows how.`);
