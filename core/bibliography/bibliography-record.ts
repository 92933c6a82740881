/** What the readers of all three formats share: limits, refusals, and how a value becomes a text. */
import { cleanText } from '../importers/clean-text.ts';
import type { CslName } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';

/** Far above the library of a ministry's desk. */
export const bibliographyLimits = {
  /** UTF-16 units of the file; and of all its values, after the macros of BibTeX have been put in. */
  characters: 20_000_000,
  entries: 10_000,
} as const;

export type BibliographyProblem =
  | 'bibliography-too-large'
  | 'not-a-bibliography'
  | 'bad-csl-json'
  | 'bad-bibtex'
  | 'bad-ris'
  | 'too-many-entries'
  | 'no-entries';

function tooManyEntries(fileName: string) {
  const most = bibliographyLimits.entries.toLocaleString('en');
  return refused(
    'too-many-entries',
    `“${fileName}” has more than ${most} entries, the most that can be read. Export only the ones you need.`,
  );
}

/** For a file whose entries lead nowhere: it is read whole or not at all, so that none is missed unseen. */
export function brokenAt<Code extends BibliographyProblem>(
  code: Code,
  fileName: string,
  line: number,
  fault: string,
): { readonly ok: false; readonly error: { readonly code: Code; readonly message: string } } {
  return refused(
    code,
    `Line ${line.toLocaleString('en')} of “${fileName}”: ${fault} Correct it there, or export the file again.`,
  );
}

/** At least one, at most as many as the limit. */
export function countedEntries<Entry>(
  entries: readonly Entry[],
  fileName: string,
): Result<readonly Entry[], 'no-entries' | 'too-many-entries'> {
  if (entries.length > bibliographyLimits.entries) return tooManyEntries(fileName);
  return entries.length === 0
    ? refused('no-entries', `“${fileName}” is a bibliography without an entry.`)
    : done(entries);
}

/** On one line, without control characters and halves of surrogate pairs. */
export function plainValue(text: string): string {
  return cleanText(text.replaceAll(/\p{Surrogate}/gu, ''));
}

/** `https://doi.org/10.1000/1` and `doi:10.1000/1` are both `10.1000/1`. */
export function bareDoi(text: string): string {
  return text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '');
}

/** `Family, Given, Suffix`; without a comma a name that is not taken apart. `undefined` for none. */
export function commaName(text: string): CslName | undefined {
  const [family = '', given = '', suffix = ''] = text.split(',').map((part) => part.trim());
  if (family === '') return given === '' ? undefined : { literal: given };
  if (given === '' && suffix === '') return { literal: family };
  return { family, ...(given === '' ? {} : { given }), ...(suffix === '' ? {} : { suffix }) };
}

/** Without the fields that hold nothing. */
export function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
