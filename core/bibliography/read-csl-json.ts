/**
 * CSL-JSON as programs write it: numbers where CSL wants texts, dates in four forms, names of variables that CSL 1.0.2
 * replaced. What Chancery reads is brought into one form; the other variables stay as they are.
 */
import { cslFieldKind, fromCsl, type CslFieldKind } from '../dossier/csl-json.ts';
import { parseCslDate } from '../dossier/csl-date.ts';
import { otherLimits } from '../dossier/metadata-schema.ts';
import type { CslName, SourceMetadata } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import { bareDoi, countedEntries, plainValue, type BibliographyProblem } from './bibliography-record.ts';

/** One array of items, one item, or what the programming interface of Zotero gives: `{ "items": [ … ] }`. */
export function readCslJson(
  text: string,
  fileName: string,
): Result<readonly SourceMetadata[], BibliographyProblem> {
  const bad = (fault: string) => refused('bad-csl-json', `“${fileName}” is no CSL-JSON: ${fault}`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return bad('it is not valid JSON. Export the file again.');
  }
  const listed = isMapping(content) && 'items' in content ? content['items'] : content;
  const counted = countedEntries(Array.isArray(listed) ? (listed as unknown[]) : [listed], fileName);
  if (!counted.ok) return counted;
  const records: SourceMetadata[] = [];
  for (const [index, item] of counted.value.entries()) {
    const read = isMapping(item) ? readItem(item) : 'it is no list of variables.';
    if (typeof read === 'string') return bad(`of entry ${String(index + 1)}, ${read}`);
    records.push(read);
  }
  return done(records);
}

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of CSL 1.0.1. */
const formerNames: Readonly<Record<string, string>> = { event: 'event-title' };

/** The fault, in words, where it can't be read. */
function readItem(item: Mapping): SourceMetadata | string {
  const type = typeof item['type'] === 'string' ? plainValue(item['type']) : '';
  if (type === '') return 'it has no type.';
  const most = otherLimits.variables;
  if (Object.keys(item).length > most) return `it has more than ${String(most)} variables.`;
  const fields = new Map<string, unknown>([['type', type]]);
  for (const [variable, given] of Object.entries(item)) {
    const current = Object.hasOwn(formerNames, variable) ? (formerNames[variable] ?? variable) : variable;
    if (variable === 'type' || (current !== variable && current in item)) continue;
    const kind = cslFieldKind(current);
    if (given === null && kind !== undefined) continue;
    const value = kind === undefined ? given : readValue(current, kind, given);
    if (value === undefined) return `“${plainValue(current).slice(0, 40)}” holds what it can’t hold.`;
    if (value !== '') fields.set(current, value);
  }
  return fromCsl(Object.fromEntries(fields)) ?? 'a value is too long.';
}

/** `undefined`: not of its kind; `''`: nothing there. */
function readValue(variable: string, kind: CslFieldKind, given: unknown): unknown {
  if (kind === 'names') return readNames(given);
  if (kind === 'date') return readDate(given);
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const text = plainValue(withoutMarkup(String(given)));
  return variable === 'DOI' ? bareDoi(text) : text;
}

/** The tags that CSL-JSON allows in texts; any other `<` is one that the author wrote. */
function withoutMarkup(text: string): string {
  return text.replaceAll(/<\/?(?:i|b|sub|sup|sc)>|<span(?: (?:class|style)="[^"<>]{0,80}")?>|<\/span>/gu, '');
}

const nameParts = [
  'family',
  'given',
  'literal',
  'suffix',
  'dropping-particle',
  'non-dropping-particle',
] as const satisfies readonly (keyof CslName)[];

function readNames(given: unknown): CslName[] | '' | undefined {
  if (!Array.isArray(given)) return undefined;
  const names: CslName[] = [];
  for (const one of given as unknown[]) {
    if (!isMapping(one)) return undefined;
    const parts = nameParts.flatMap((part) => {
      const value = one[part];
      const text = typeof value === 'string' ? plainValue(value) : '';
      return text === '' ? [] : [[part, text] as const];
    });
    if (parts.length > 0) names.push(Object.fromEntries(parts));
  }
  return names.length === 0 ? '' : names;
}

function readDate(given: unknown) {
  if (typeof given === 'string' || typeof given === 'number')
    return parseCslDate({ raw: String(given) }) ?? '';
  return isMapping(given) ? (parseCslDate(given) ?? '') : undefined;
}
