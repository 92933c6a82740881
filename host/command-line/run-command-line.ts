import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { standardForms } from '../../core/dossier/forms.ts';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { storageRefusal } from '../dossier-file/storage-failure.ts';
import { refusalForReading } from '../file-refusal.ts';
import { readOfficeForms, type OfficeForms } from '../office-forms.ts';
import type { Resources } from '../resources.ts';
import { optionConfig, wrongUsage, type Command, type CommandArguments } from './command.ts';
import { annotateCommand } from './commands/annotate.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import { noteImportCommand, noteListCommand, noteNewCommand } from './commands/note.ts';
import { annotationsExportCommand, annotationsImportCommand } from './commands/annotations.ts';
import { replaceCommand } from './commands/replace.ts';
import { passphraseCommand } from './commands/passphrase.ts';
import { searchCommand } from './commands/search.ts';
import { showCommand } from './commands/show.ts';
import { createOutput, type Output, type TextStream } from './output.ts';

const commands: readonly Command[] = [
  newCommand,
  importCommand,
  showCommand,
  searchCommand,
  annotateCommand,
  annotationsExportCommand,
  annotationsImportCommand,
  replaceCommand,
  noteNewCommand,
  noteImportCommand,
  noteListCommand,
  exportCommand,
  passphraseCommand,
];

const exitCodes = { done: 0, refused: 1, wrongUsage: 2 } as const;
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const officeless: OfficeForms = { forms: standardForms, faults: [] };

export interface CommandLine {
  /** What follows the program's name. */
  readonly argv: readonly string[];
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly resources: Resources;
  readonly now: Now;
  readonly newId: NewId;
  /** `CHANCERY_PASSPHRASE` of the environment. */
  readonly passphrase: string | undefined;
}

function helpText(): string {
  const rows = commands.map(({ name, usage, summary }) => `  chancery ${name} ${usage}\n      ${summary}`);
  return [
    'chancery: dossiers and notes without a window.',
    '',
    ...rows,
    '',
    'Every command takes --json: its result, or {"error":{"code","message"}}, as JSON on stdout.',
    'A dossier with a passphrase takes --passphrase-file PATH (its first line), or CHANCERY_PASSPHRASE.',
    '--forms FOLDER names the folder of an office’s own templates and schemes.',
    'Exit codes: 0 done, 1 refused with a named reason, 2 wrong usage.',
    '',
  ].join('\n');
}

function versionIn(packageFile: string): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string };
  return `chancery ${version}\n`;
}

function findCommand(argv: readonly string[]): Command | undefined {
  return commands.find((command) => {
    const words = command.name.split(' ');
    return words.every((word, index) => word === argv[index]);
  });
}

/** `null` when help was asked for. */
function readArguments(command: Command, argv: readonly string[]): Result<CommandArguments | null> {
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(command.name.split(' ').length),
      options: optionConfig(command.options),
      allowPositionals: true,
    });
    if (values['help'] === true) return { ok: true, value: null };
    const texts = Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { ok: true, value: { positionals, options: Object.fromEntries(texts) } };
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS') !== true) throw thrown;
    return wrongUsage(`${message.split('. ')[0] ?? message}.`);
  }
}

/** The first line of the file; what follows may be a person's own remark. Never an argument: other people see those. */
function readPassphrase({ options }: CommandArguments, line: CommandLine): Result<string | null> {
  const file = options['passphrase-file'];
  if (file === undefined) return done(line.passphrase ?? null);
  try {
    return done(readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '');
  } catch (thrown) {
    return refusalForReading(thrown, basename(file));
  }
}

async function runCommand(command: Command, line: CommandLine, output: Output): Promise<Result<null>> {
  const args = readArguments(command, line.argv);
  if (!args.ok) return args;
  if (args.value === null) {
    line.stdout.write(helpText());
    return { ok: true, value: null };
  }
  const { resources, now, newId } = line;
  const passphrase = readPassphrase(args.value, line);
  if (!passphrase.ok) return passphrase;
  try {
    const given = args.value.options['forms'];
    const { forms, faults } = given === undefined ? officeless : readOfficeForms(resolve(given));
    for (const fault of faults) output.message(fault);
    const context = { output, resources, now, newId, forms, passphrase: passphrase.value };
    return await command.run(args.value, context);
  } catch (thrown) {
    const refusal = storageRefusal(thrown);
    if (refusal === undefined) throw thrown;
    return refused(refusal.code, refusal.message);
  }
}

/** What a program that calls this one gets for a bug, instead of nothing that it could read. */
function reportBug(output: Output, thrown: unknown): void {
  output.message(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  output.refusal({
    code: 'bug',
    message:
      'Something went wrong in Chancery itself. The lines above say where; the dossier holds what was saved.',
  });
}

/** Runs one command. Returns the exit code. */
export async function runCommandLine(line: CommandLine): Promise<ExitCode> {
  const { argv, stdout, stderr } = line;
  const output = createOutput({ json: argv.includes('--json'), stdout, stderr });
  const command = findCommand(argv);
  if (command === undefined) {
    if (argv[0] === '--help' || argv[0] === 'help') stdout.write(helpText());
    else if (argv[0] === '--version') stdout.write(versionIn(line.resources.packageFile));
    else {
      output.refusal(
        wrongUsage(argv[0] === undefined ? 'No command was given.' : `There is no command “${argv[0]}”.`)
          .error,
      );
      return exitCodes.wrongUsage;
    }
    return exitCodes.done;
  }
  let outcome: Result<null>;
  try {
    outcome = await runCommand(command, line, output);
  } catch (thrown) {
    reportBug(output, thrown);
    return exitCodes.refused;
  }
  if (outcome.ok) return exitCodes.done;
  output.refusal(outcome.error);
  return outcome.error.code === 'wrong-usage' ? exitCodes.wrongUsage : exitCodes.refused;
}
