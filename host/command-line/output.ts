import type { Refusal } from '../../core/result.ts';

export interface TextStream {
  write(text: string): unknown;
}

/** What a command says: its result on stdout, for a person or for a program; everything else on stderr. */
export interface Output {
  /** The whole result: `value` for a program, `lines` for a person. */
  result(value: unknown, lines: readonly string[]): void;
  /** A long result, one entry at a time: `{ "<key>": [entry, …] }` for a program. */
  resultList<Entry>(key: string, entries: Iterable<Entry>, line: (entry: Entry) => string): void;
  /** Something to know that is no result. */
  message(text: string): void;
  refusal(refusal: Refusal): void;
}

interface OutputOptions {
  readonly json: boolean;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
}

// A text of a hostile dossier must not steer the terminal it is shown in.
const forTerminal = (text: string) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

export function createOutput({ json, stdout, stderr }: OutputOptions): Output {
  const printLine = (stream: TextStream, text: string) => void stream.write(`${forTerminal(text)}\n`);
  const printJson = (value: unknown) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return {
    result(value, lines) {
      if (json) printJson(value);
      else for (const text of lines) printLine(stdout, text);
    },
    resultList(key, entries, line) {
      if (!json) {
        for (const entry of entries) printLine(stdout, line(entry));
        return;
      }
      let before = `{ ${JSON.stringify(key)}: [\n  `;
      for (const entry of entries) {
        stdout.write(before + JSON.stringify(entry));
        before = ',\n  ';
      }
      stdout.write(before === ',\n  ' ? '\n] }\n' : `{ ${JSON.stringify(key)}: [] }\n`);
    },
    message(text) {
      printLine(stderr, text);
    },
    refusal({ code, message }) {
      if (json) printJson({ error: { code, message } });
      printLine(stderr, `chancery: ${message} [${code}]`);
    },
  };
}
