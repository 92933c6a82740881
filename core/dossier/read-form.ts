/** Reads a template or a marking scheme out of a file that an office wrote by hand. */
import * as v from 'valibot';
import { refused, type Result } from '../result.ts';
import { handlingPlaces, pageMarks, type MarkingScheme } from './marking.ts';
import { fieldKinds, numberings, type Template } from './template.ts';

type FormCode = 'form-damaged';

const words = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(longest, `must have at most ${String(longest)} characters`),
  );
const key = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/u, 'must be lower-case letters, digits and hyphens'),
);
const list = <Item extends v.GenericSchema>(item: Item, longest: number) =>
  v.pipe(v.array(item), v.maxLength(longest, `must have at most ${String(longest)} entries`));
const cell = v.pipe(v.string(), v.maxLength(500, 'must have at most 500 characters'));

const sectionSchema = v.strictObject({
  heading: words(200),
  hint: v.optional(words(500)),
  begin: v.optional(
    v.variant('block', [
      v.strictObject({
        block: v.picklist(['numbered-list', 'bulleted-list']),
        items: list(cell, 50),
      }),
      v.strictObject({ block: v.literal('table'), head: list(cell, 12), rows: list(list(cell, 12), 50) }),
    ]),
  ),
});

const templateSchema = v.strictObject({
  key,
  name: words(80),
  summary: words(300),
  fields: list(
    v.strictObject({
      key,
      label: words(60),
      kind: v.picklist(fieldKinds, `must be one of ${fieldKinds.join(', ')}`),
      hint: v.optional(words(200)),
      choices: v.optional(list(words(100), 50)),
      pattern: v.optional(words(100)),
    }),
    40,
  ),
  sections: list(sectionSchema, 40),
  numbering: v.picklist(numberings, `must be one of ${numberings.join(', ')}`),
  pageBudget: v.nullable(v.pipe(v.number(), v.minValue(0.5), v.maxValue(500))),
  scheme: key,
  marking: v.nullable(key),
  portionMarks: v.boolean(),
});

const schemeSchema = v.strictObject({
  key,
  name: words(80),
  levels: list(
    v.strictObject({
      key,
      words: words(80),
      portion: words(40),
      colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/iu, 'must be a colour such as #a3262b')),
    }),
    20,
  ),
  handling: list(
    v.strictObject({ key, words: words(80), place: v.optional(v.picklist(handlingPlaces)) }),
    60,
  ),
  separator: v.pipe(v.string(), v.minLength(1), v.maxLength(5)),
  pageMarks: v.picklist(pageMarks, `must be one of ${pageMarks.join(', ')}`),
  derivedFrom: v.optional(v.strictObject({ label: words(80), many: words(80), lowest: key })),
});

/** Keys that come twice make one of two things unreachable. */
function repeatedKey(entries: readonly { readonly key: string }[]): string | undefined {
  const keys = entries.map((entry) => entry.key);
  return keys.find((each, index) => keys.indexOf(each) !== index);
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  fileName: string,
): Result<v.InferOutput<Schema>, FormCode> {
  const wrong = (what: string) => refused('form-damaged', `“${fileName}” can’t be used: ${what}.`);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (thrown) {
    return wrong(`it is not JSON (${(thrown as SyntaxError).message})`);
  }
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  return wrong(place === null ? issue.message : `“${place}” ${issue.message}`);
}

/** Refused with a sentence that names the file and the first thing wrong in it. */
export function readTemplate(text: string, fileName: string): Result<Template, FormCode> {
  const template = read(templateSchema, text, fileName);
  if (!template.ok) return template;
  const twice = repeatedKey(template.value.fields);
  if (twice === undefined) return template as Result<Template, FormCode>;
  return refused('form-damaged', `“${fileName}” can’t be used: two fields have the key “${twice}”.`);
}

/** Refused with a sentence that names the file and the first thing wrong in it. */
export function readScheme(text: string, fileName: string): Result<MarkingScheme, FormCode> {
  const scheme = read(schemeSchema, text, fileName);
  if (!scheme.ok) return scheme;
  const twice = repeatedKey(scheme.value.levels) ?? repeatedKey(scheme.value.handling);
  if (twice !== undefined) {
    return refused('form-damaged', `“${fileName}” can’t be used: the key “${twice}” stands there twice.`);
  }
  return scheme as Result<MarkingScheme, FormCode>;
}
