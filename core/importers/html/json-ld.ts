import * as v from 'valibot';
import { cleanText } from '../clean-text.ts';

/** What a page's JSON-LD (schema.org) says about the article on it. Empty where it says nothing. */
export interface LinkedData {
  readonly headline: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly language: string;
}

const articleTypes =
  /(?:Article|Posting|Report|Book|Chapter|Legislation|Statement|PressRelease|WebPage|CreativeWork)$/;
const record = v.record(v.string(), v.unknown());
type JsonRecord = v.InferOutput<typeof record>;

const nothing: LinkedData = {
  headline: '',
  authors: [],
  publisher: '',
  published: '',
  url: '',
  language: '',
};

/** Takes the first thing that is an article; a web page counts when there is none. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap(thingsIn);
  const typed = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  const article = typed.find(
    (thing) => !typesOf(thing).some((type) => /(?:WebPage|CreativeWork)$/.test(type)),
  );
  const found = article ?? typed[0];
  if (found === undefined) return nothing;
  return {
    headline: textIn(found['headline']) || (article === undefined ? '' : textIn(found['name'])),
    authors: listIn(found['author'])
      .map(nameIn)
      .filter((name) => name !== ''),
    publisher: listIn(found['publisher']).map(nameIn)[0] ?? '',
    published: textIn(found['datePublished']),
    url: textIn(found['url']) || textIn(found['mainEntityOfPage']),
    language: textIn(found['inLanguage']),
  };
}

function thingsIn(script: string): JsonRecord[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(
      script.replace(
        /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
        '',
      ),
    );
  } catch {
    return [];
  }
  return listIn(parsed)
    .filter((thing) => v.is(record, thing))
    .flatMap((thing) => [thing, ...listIn(thing['@graph']).filter((one) => v.is(record, one))]);
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const typesOf = (thing: JsonRecord) => listIn(thing['@type']).filter((type) => typeof type === 'string');

const textIn = (value: unknown): string => (typeof value === 'string' ? cleanText(value) : '');

/** A person or an organisation is an object with a name, or only the name. */
function nameIn(value: unknown): string {
  if (!v.is(record, value)) return textIn(value);
  return listIn(value['name']).map(textIn)[0] ?? '';
}
