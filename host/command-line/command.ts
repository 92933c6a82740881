import type { parseArgs } from 'node:util';
import type { Forms } from '../../core/dossier/forms.ts';
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
  /** Templates and marking schemes, with those of the folder that `--forms` names. */
  readonly forms: Forms;
  /** Of the dossiers that the command opens; `null` when none was given. */
  readonly passphrase: string | null;
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
  /** Names of the options that take a text, beside those that every command takes. */
  readonly options: readonly string[];
  run(args: CommandArguments, context: CommandContext): Promise<Result<null>>;
}

export const optionConfig = (names: readonly string[]): OptionConfig => ({
  ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  'passphrase-file': { type: 'string' },
  forms: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
});

/** The refusal that ends with exit code 2. */
export const wrongUsage = (message: string) =>
  refused('wrong-usage', `${message} “chancery --help” shows how.`);
