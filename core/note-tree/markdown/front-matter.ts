/**
 * The YAML before the text of a note, written in one way only and read generously:
 *
 *     ---
 *     title: "Viet Nam: bilaterals"
 *     template: readout
 *     scheme: uk
 *     marking: official
 *     language: en
 *     handling: [commercial]
 *     header:
 *       to: Director, South-East Asia
 *     sources:
 *       - id: A
 *         type: webpage
 *         …CSL-JSON…
 *         sha256: 71b0…
 *     citations:
 *       A12.2:
 *         - passage:
 *             - { paragraph: 12, start: 45, end: 52, exact: yellow, prefix: "remove the ", suffix: " card" }
 *     ---
 *
 * `sources` names for each cited source the newest edition that is cited. `citations` stands only where a label does
 * not say all: one entry per paragraph of the label, with the edition where it is another one, and the passage. The
 * drafter’s words before and after a citation stand on its first entry, as `before` and `after`.
 * A hand-written note may leave out any of it, and may write header fields beside `title` instead of under `header`.
 */
import { Document, parseDocument, type YAMLMap } from 'yaml';
import { done, refused, type Result } from '../../result.ts';
import type { CslItem } from '../../dossier/csl-json.ts';
import { longestAffix } from '../citation-affixes.ts';
import type { HeaderField, MarkingOverride, NoteHeader } from '../note-tree.ts';

export interface AnchorDetail {
  /** Number of the paragraph; where it has none, `block` says which block of the edition it is, counted from 1. */
  readonly paragraph?: number;
  readonly block?: number;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface TargetDetail {
  /** Words before and after the citation as a whole; on its first entry. */
  readonly before?: string;
  readonly after?: string;
  /** sha256, where it is not the one that `sources` names. */
  readonly edition?: string;
  readonly passage?: readonly AnchorDetail[];
}

export interface SourceEntry extends CslItem {
  /** Label of the source. */
  readonly id: string;
  readonly sha256: string;
}

export interface FrontMatter {
  readonly header: NoteHeader;
  readonly sources: readonly SourceEntry[];
  readonly citations: ReadonlyMap<string, readonly TargetDetail[]>;
}

/** What a file says of itself; `undefined` where it says nothing. */
export interface WrittenFrontMatter {
  readonly title: string | undefined;
  readonly template: string | undefined;
  readonly scheme: string | undefined;
  /** `null`: said to be unmarked. */
  readonly marking: string | null | undefined;
  readonly language: string | undefined;
  readonly handling: readonly string[];
  readonly overrides: readonly MarkingOverride[];
  /** `undefined`: no list of its own. */
  readonly fields: readonly HeaderField[] | undefined;
  /** Header fields that stand beside the title. */
  readonly loose: readonly HeaderField[];
  /** sha256 by label. */
  readonly sources: ReadonlyMap<string, string>;
  readonly citations: ReadonlyMap<string, readonly TargetDetail[]>;
}

const ownKeys = new Set([
  'title',
  'template',
  'scheme',
  'marking',
  'language',
  'header',
  'handling',
  'overrides',
  'sources',
  'citations',
]);

/** With its fences and a final newline. The same front matter gives the same bytes. */
export function writeFrontMatter({ header, sources, citations }: FrontMatter): string {
  const content = new Map<string, unknown>([
    ['title', header.title],
    ['template', header.template],
    ['scheme', header.scheme],
    ['marking', header.marking],
    ['language', header.language],
  ]);
  if ((header.handling ?? []).length > 0) content.set('handling', header.handling);
  if ((header.overrides ?? []).length > 0) content.set('overrides', header.overrides);
  content.set('header', fieldsForYaml(header.fields));
  if (sources.length > 0) content.set('sources', sources);
  if (citations.size > 0) content.set('citations', citations);
  // Quoted wherever an older reader would see a boolean or a date.
  const document = new Document(content, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  setCompact(document, sources.length, citations);
  const yaml = document.toString({ lineWidth: 0, blockQuote: false, flowCollectionPadding: true });
  return `---\n${yaml}---\n`;
}

/** A list of pairs only where a mapping could not hold it: a key that stands twice. */
function fieldsForYaml(fields: readonly HeaderField[]): unknown {
  const pairs = fields.map(({ key, value }): [string, string] => [key, value]);
  const byKey = new Map(pairs);
  return byKey.size === pairs.length ? byKey : pairs.map((pair) => new Map([pair]));
}

/** Dates and anchors on one line each. */
function setCompact(
  document: Document,
  sources: number,
  citations: ReadonlyMap<string, readonly TargetDetail[]>,
): void {
  const compact = (path: readonly unknown[]) => {
    const node = document.getIn(path, true) as YAMLMap | undefined;
    if (node !== undefined) node.flow = true;
  };
  for (let index = 0; index < sources; index += 1) {
    for (const date of ['issued', 'accessed', 'event-date']) compact(['sources', index, date]);
  }
  for (const [label, targets] of citations) {
    targets.forEach(({ passage = [] }, target) => {
      passage.forEach((_, anchor) => compact(['citations', label, target, 'passage', anchor]));
    });
  }
}

/** Front matter and body apart; `yaml` is `undefined` where there is none. Line ends may be of any kind. */
export function splitFrontMatter(markdown: string): { yaml: string | undefined; body: string } {
  const text = markdown.replace(/^\uFEFF/u, '');
  const match = /^---[ \t]*(?:\r\n?|\n)([^]*?)(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/u.exec(
    text,
  );
  return match === null
    ? { yaml: undefined, body: text }
    : { yaml: match[1] ?? '', body: text.slice(match[0].length) };
}

/** Refuses what is no YAML mapping, uses aliases, or has something else where a text, source or passage belongs. */
export function readFrontMatter(yaml: string | undefined): Result<WrittenFrontMatter, 'bad-front-matter'> {
  const content = yaml === undefined ? new Map<unknown, unknown>() : parseYaml(yaml);
  if (typeof content === 'string') return refused('bad-front-matter', content);
  try {
    return done(interpret(content));
  } catch (error) {
    if (error instanceof Misplaced) return refused('bad-front-matter', error.message);
    throw error;
  }
}

/** Thrown and caught in this file only. */
class Misplaced extends Error {}

function parseYaml(yaml: string): Map<unknown, unknown> | string {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const [what = ''] = error.message.split('\n');
    return `The front matter is not valid YAML: ${what.replace(/:$/u, '')}`;
  }
  let content: unknown;
  try {
    content = document.toJS({ mapAsMap: true, maxAliasCount: 0 });
  } catch {
    return 'The front matter uses YAML aliases, which are not read. Write the values out.';
  }
  if (content === null || content === undefined) return new Map();
  return content instanceof Map ? content : 'The front matter is not a list of keys and values.';
}

function interpret(content: ReadonlyMap<unknown, unknown>): WrittenFrontMatter {
  const marking = content.get('marking');
  const loose: HeaderField[] = [];
  for (const [key, value] of content) {
    const text = scalar(value);
    if (typeof key === 'string' && !ownKeys.has(key) && text !== undefined) loose.push({ key, value: text });
  }
  return {
    title: textOf(content, 'title'),
    template: textOf(content, 'template'),
    scheme: textOf(content, 'scheme'),
    marking: marking === null ? null : textOf(content, 'marking'),
    language: textOf(content, 'language'),
    handling: readTexts(content.get('handling'), 'handling'),
    overrides: readOverrides(content.get('overrides')),
    fields: content.has('header') ? readFields(content.get('header')) : undefined,
    loose,
    sources: readSources(content.get('sources')),
    citations: readCitations(content.get('citations')),
  };
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function textOf(content: ReadonlyMap<unknown, unknown>, key: string): string | undefined {
  const value = content.get(key);
  if (value === undefined || value === null) return undefined;
  const text = scalar(value);
  if (text === undefined) throw new Misplaced(`“${key}” in the front matter has to be a text.`);
  return text;
}

function listOf(value: unknown, key: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Misplaced(`“${key}” in the front matter has to be a list.`);
  return value as unknown[];
}

function readTexts(value: unknown, key: string): string[] {
  return listOf(value, key).map((entry) => {
    const text = scalar(entry);
    if (text === undefined) throw new Misplaced(`“${key}” in the front matter has to be a list of texts.`);
    return text;
  });
}

function readOverrides(value: unknown): MarkingOverride[] {
  return listOf(value, 'overrides').map((entry) => {
    const texts =
      entry instanceof Map ? ['finding', 'reason', 'at'].map((key) => scalar(entry.get(key))) : [];
    const [finding, reason, at] = texts;
    if (finding === undefined || reason === undefined || at === undefined)
      throw new Misplaced('An entry of “overrides” in the front matter is not complete.');
    return { finding, reason, at };
  });
}

function readFields(header: unknown): HeaderField[] {
  const maps = Array.isArray(header) ? header : [header ?? new Map()];
  return maps.flatMap((map: unknown) => {
    if (!(map instanceof Map)) throw new Misplaced('“header” in the front matter has to be keys and values.');
    return [...map].map(([key, value]): HeaderField => {
      const text = value === null ? '' : scalar(value);
      if (text === undefined) throw new Misplaced(`“${String(key)}” in the header has to be a text.`);
      return { key: String(key), value: text };
    });
  });
}

function readSources(sources: unknown): Map<string, string> {
  const hashes = new Map<string, string>();
  if (sources === undefined || sources === null) return hashes;
  if (!Array.isArray(sources)) throw new Misplaced('“sources” in the front matter has to be a list.');
  for (const entry of sources as unknown[]) {
    const id = entry instanceof Map ? scalar(entry.get('id')) : undefined;
    if (!(entry instanceof Map) || id === undefined)
      throw new Misplaced('A source in the front matter has no id.');
    const sha256 = entry.get('sha256') as unknown;
    if (sha256 === undefined) continue;
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}(?:\.[1-9][0-9]{0,3})?$/u.test(sha256)) {
      throw new Misplaced(`The sha256 of source ${id} in the front matter is not 64 hexadecimal digits.`);
    }
    hashes.set(id, sha256);
  }
  return hashes;
}

function readCitations(citations: unknown): Map<string, readonly TargetDetail[]> {
  const details = new Map<string, readonly TargetDetail[]>();
  if (citations === undefined || citations === null) return details;
  if (!(citations instanceof Map))
    throw new Misplaced('“citations” in the front matter has to be a mapping.');
  for (const [label, targets] of citations) {
    if (!Array.isArray(targets))
      throw new Misplaced(`“${String(label)}” under “citations” has to be a list.`);
    details.set(
      String(label),
      targets.map((target: unknown) => readTarget(String(label), target)),
    );
  }
  return details;
}

function readTarget(label: string, target: unknown): TargetDetail {
  if (!(target instanceof Map))
    throw new Misplaced(`An entry of “${label}” under “citations” is no mapping.`);
  const edition: unknown = target.get('edition');
  const passage: unknown = target.get('passage');
  const [before, after] = ['before', 'after'].map((key) => {
    const words = scalar(target.get(key) ?? undefined);
    if (target.has(key) && (words === undefined || words.length > longestAffix)) {
      throw new Misplaced(
        `“${key}” of “${label}” under “citations” has to be a text of ${String(longestAffix)} characters at most.`,
      );
    }
    return words === '' ? undefined : words;
  });
  if (edition !== undefined && typeof edition !== 'string') {
    throw new Misplaced(`The edition of “${label}” under “citations” has to be a text.`);
  }
  if (passage !== undefined && !Array.isArray(passage)) {
    throw new Misplaced(`The passage of “${label}” under “citations” has to be a list.`);
  }
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(edition === undefined ? {} : { edition }),
    ...(passage === undefined
      ? {}
      : { passage: passage.map((anchor: unknown) => readAnchor(label, anchor)) }),
  };
}

function readAnchor(label: string, anchor: unknown): AnchorDetail {
  const wrong = new Misplaced(`The passage of “${label}” under “citations” is not complete.`);
  if (!(anchor instanceof Map)) throw wrong;
  const whole = (key: string) => {
    const value: unknown = anchor.get(key);
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw wrong;
    return value;
  };
  const words = (key: string) => {
    const value = scalar(anchor.get(key));
    if (value === undefined) throw wrong;
    return value;
  };
  return {
    ...(anchor.has('paragraph') ? { paragraph: whole('paragraph') } : { block: whole('block') }),
    start: whole('start'),
    end: whole('end'),
    exact: words('exact'),
    prefix: words('prefix'),
    suffix: words('suffix'),
  };
}
