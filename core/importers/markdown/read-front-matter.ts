import { parseDocument } from 'yaml';
import type { CslName, ImportedParagraph, SourceMetadata } from '../../dossier/source.ts';
import { cleanText } from '../clean-text.ts';
import { readDate } from '../read-date.ts';
import { readLanguage } from '../read-language.ts';

interface FrontMatter {
  readonly metadata: SourceMetadata;
  /** What it says beyond that, a line for each key. */
  readonly rest: readonly ImportedParagraph[];
}

const longestFrontMatter = 100_000; // UTF-16 units
const longestTitle = 1_000;
const mostAuthors = 100;
const read = new Set(['title', 'author', 'authors', 'date', 'lang', 'language', 'publisher', 'url']);

/** `null` when it is no YAML mapping: then it is text between two rules. Aliases, which can grow without end, count as that. */
export function readFrontMatter(yaml: string): FrontMatter | null {
  const content = parseMapping(yaml);
  if (content === null) return null;
  const line = (key: string) => cleanText(scalar(content.get(key)));
  const title = line('title').slice(0, longestTitle);
  const author = authorsIn(content.get('author') ?? content.get('authors'));
  const issued = readDate(line('date'));
  const language = readLanguage(line('lang') || line('language'));
  const publisher = line('publisher');
  const url = line('url');
  return {
    metadata: {
      type: 'document',
      ...(title === '' ? {} : { title }),
      ...(author.length === 0 ? {} : { author }),
      ...(publisher === '' ? {} : { publisher }),
      ...(issued === undefined ? {} : { issued }),
      ...(/^https?:\/\//i.test(url) ? { URL: url } : {}),
      ...(language === undefined ? {} : { language }),
    },
    rest: [...content].flatMap(([key, value]) => {
      const text = cleanText(scalar(value));
      return read.has(key) || text === ''
        ? []
        : [{ kind: 'text', text: `${cleanText(key)}: ${text}`, leftover: true }];
    }),
  };
}

function parseMapping(yaml: string): ReadonlyMap<string, unknown> | null {
  if (yaml.length > longestFrontMatter) return null;
  try {
    // As text: a date stays as it is written, and is read in one place only.
    const document = parseDocument(yaml, { logLevel: 'silent', schema: 'failsafe' });
    if (document.errors.length > 0) return null;
    const content: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 });
    if (!(content instanceof Map)) return null;
    return new Map([...content].map(([key, value]: [unknown, unknown]) => [scalar(key), value]));
  } catch {
    return null;
  }
}

const scalar = (value: unknown) => (typeof value === 'string' ? value : '');

/** A name, a list of names, or a list of mappings with a `name`, as pandoc and others take them. */
function authorsIn(value: unknown): CslName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .map((author) => cleanText(scalar(author instanceof Map ? author.get('name') : author)))
    .filter((name) => name !== '')
    .slice(0, mostAuthors)
    .map((literal) => ({ literal }));
}
