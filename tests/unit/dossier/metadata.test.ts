import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromCsl, toCsl } from '../../../core/dossier/csl-json.ts';
import { metadataSchema } from '../../../core/dossier/metadata-schema.ts';
import type { Source, SourceMetadata } from '../../../core/dossier/source.ts';
import { exportMarkdown } from '../../../core/exporters/markdown/export-markdown.ts';
import { exportPandocMarkdown } from '../../../core/exporters/markdown/export-pandoc-markdown.ts';
import { citationReference } from '../../../core/note-tree/citation-reference.ts';
import { parseNoteMarkdown } from '../../../core/note-tree/parse-note-markdown.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { sourceLookup } from '../../../core/note-tree/source-lookup.ts';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { cite, lookup, noteOf, nowA, sources, target } from '../note-tree/two-accounts.ts';

const rich: SourceMetadata = {
  type: 'article-newspaper',
  title: 'Talks',
  author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' }],
  'container-title': 'Financial Times',
  'event-date': { 'date-parts': [[2025, 7, 11], [0]], circa: true },
  issued: { literal: 'undated' },
  abstract: 'What it says',
  note: 'Do not trust him',
  other: { 'collection-title': 'Asia Papers', annote: 'nor her', custom: { a: [1, null] } },
};

describe('what is known of a source', () => {
  it.each<[string, unknown, boolean]>([
    [
      'of a dossier of today',
      {
        type: 'webpage',
        title: 'T',
        author: [{ literal: 'A' }],
        publisher: 'P',
        issued: { 'date-parts': [[2025, 7, 12]] },
        accessed: { 'date-parts': [[2025]] },
        URL: 'u',
        language: 'en',
      },
      true,
    ],
    ['with nothing but a type', { type: '' }, true],
    ['with a date of no parts', { type: 'book', issued: { 'date-parts': [] } }, true],
    ['with all there is', rich, true],
    ['with a number for a text', { type: 'book', volume: 3 }, false],
    ['with a name that is a text', { type: 'book', editor: ['A'] }, false],
    ['with half a year', { type: 'book', issued: { 'date-parts': [[2025.5]] } }, false],
    ['with a variable that is no name', { type: 'book', other: { 'a b': 'x' } }, false],
    ['with a value nested too deep', { type: 'book', other: { x: [[[[[[[[1]]]]]]]] } }, false],
    [
      'with too many others',
      {
        type: 'book',
        other: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`v${String(index)}`, 1])),
      },
      false,
    ],
  ])('is taken %s, or not', (_, value, taken) => {
    const parsed = v.safeParse(metadataSchema, value);
    expect(parsed.success).toBe(taken);
    if (taken) expect(parsed.output).toEqual(value);
  });

  it('is the same as CSL-JSON and back', () => {
    expect(fromCsl(toCsl(rich))).toEqual(rich);
    expect(fromCsl({ ...toCsl(rich), id: 'x', other: 'y', 'citation-key': 'z' })).toEqual(rich);
    expect(fromCsl({ type: 'book', volume: 3 })).toBeUndefined();
  });

  it('keeps a known variable where another one has its name', () => {
    expect(toCsl({ type: 'book', title: 'T', other: { title: 'U', type: 'V', id: 'W' } })).toEqual({
      type: 'book',
      title: 'T',
    });
  });
});

describe('a note that leaves', () => {
  const editions = [nowA].flatMap((id) => lookup.edition(id) ?? []);
  const withRich = sourceLookup(
    standardForms,
    sources.map((known) => (known.label === 'A' ? { ...known, metadata: rich } : known)),
    editions,
  );
  const tree = noteOf({
    type: 'paragraph',
    children: [{ type: 'text', value: 'Said' }, cite(target('A', 0))],
  });
  const resolved = resolveNote(tree, withRich);
  if (!resolved.ok) throw new Error(resolved.error.message);

  it('names its sources with all that is known, and keeps remarks on them back', () => {
    const markdown = exportMarkdown(resolved.value);
    expect(markdown).toContain('    container-title: Financial Times\n');
    expect(markdown).toContain('    event-date: { date-parts: [ [ 2025, 7, 11 ], [ 0 ] ], circa: true }\n');
    expect(markdown).toContain('    collection-title: Asia Papers\n');
    for (const remark of ['trust', 'nor her', 'What it says']) expect(markdown).not.toContain(remark);
    const { bibliography } = exportPandocMarkdown(resolved.value);
    const { abstract: _, note: __, ...shown } = rich;
    const [item] = JSON.parse(bibliography) as [Record<string, unknown>];
    expect(item).toEqual({
      id: 'A',
      ...toCsl({ ...shown, other: { ...shown.other, annote: 1 } }),
      annote: undefined,
    });
  });

  it('comes back with the same bytes', () => {
    const markdown = exportMarkdown(resolved.value);
    const parsed = parseNoteMarkdown(markdown, withRich, {
      template: templateFor(standardForms, 'plain'),
      title: '',
      language: 'en',
    });
    if (!parsed.ok) throw new Error(parsed.error.message);
    const again = resolveNote(parsed.value, withRich);
    expect(again.ok && exportMarkdown(again.value)).toBe(markdown);
  });
});

function source(metadata: Partial<SourceMetadata>): Source {
  return {
    ...(sources[0] as Source),
    title: 'A title',
    metadata: { type: 'document', title: 'Talks', ...metadata },
  };
}
const day = { 'date-parts': [[2025, 7, 12]] };

it.each<[string, Partial<SourceMetadata>, string]>([
  [
    'a newspaper',
    {
      type: 'article-newspaper',
      author: [{ given: 'An', family: 'Le' }],
      'container-title': 'Financial Times',
      publisher: 'Nikkei',
      issued: day,
      page: '4',
    },
    'An Le, Financial Times, “Talks”, 12 July 2025, p. 4, ¶ 3.',
  ],
  [
    'a journal',
    { type: 'article-journal', 'container-title': 'Survival', volume: '67', issue: '3', page: '12-34' },
    'Survival, “Talks”, vol. 67, no. 3, pp. 12–34, ¶ 3.',
  ],
  [
    'a book',
    {
      type: 'book',
      author: [{ family: 'Ho', given: 'Minh', suffix: 'Jr.' }],
      publisher: 'OUP',
      'publisher-place': 'Oxford',
      edition: '2',
    },
    'Minh Ho Jr., Oxford: OUP, “Talks”, 2nd edn, ¶ 3.',
  ],
  [
    'a chapter',
    { type: 'chapter', publisher: 'OUP', 'container-title': 'The Book', editor: [{ literal: 'Ed' }] },
    'Ed (ed.), OUP, “Talks”, in The Book, ¶ 3.',
  ],
  ['two editors', { editor: [{ literal: 'X' }, { literal: 'Y' }] }, 'X and Y (eds), “Talks”, ¶ 3.'],
  [
    'a translation',
    { author: [{ literal: 'X' }], translator: [{ literal: 'T' }] },
    'X, “Talks”, translated by T, ¶ 3.',
  ],
  [
    'a letter',
    { author: [{ literal: 'D. Lammy' }], recipient: [{ literal: 'Bui Thanh Son' }], issued: day },
    'D. Lammy to Bui Thanh Son, “Talks”, 12 July 2025, ¶ 3.',
  ],
  ['a letter of an unknown hand', { recipient: [{ literal: 'Son' }] }, 'Letter to Son, “Talks”, ¶ 3.'],
  [
    'a resolution',
    { authority: 'UN General Assembly', genre: 'Resolution', number: 'A/RES/79/1' },
    'UN General Assembly, “Talks”, Resolution A/RES/79/1, ¶ 3.',
  ],
  [
    'a paper of an archive',
    { genre: 'Telegram', archive: 'TNA, FCO 15/2345', issued: { 'date-parts': [[1973]], circa: true } },
    '“Talks”, Telegram, TNA, FCO 15/2345, c. 1973, ¶ 3.',
  ],
  [
    'a speech',
    { type: 'speech', 'event-title': 'ARF', 'event-place': 'Kuala Lumpur', 'event-date': day, issued: day },
    '“Talks”, ARF, Kuala Lumpur, 12 July 2025, ¶ 3.',
  ],
  [
    'an event of another day',
    { 'event-title': 'ARF', 'event-date': { 'date-parts': [[2025, 7, 11]] }, issued: day },
    '“Talks”, ARF (11 July 2025), 12 July 2025, ¶ 3.',
  ],
  [
    'fields of white space',
    { publisher: ' ', genre: ' ', page: ' ', edition: ' ', volume: ' ', 'event-place': ' ' },
    '“Talks”, ¶ 3.',
  ],
  [
    'words for numbers',
    { edition: 'Rev. ed.', volume: 'Special issue', page: 'front page' },
    '“Talks”, Rev. ed., Special issue, front page, ¶ 3.',
  ],
  [
    'what no reader needs',
    { DOI: '10.1/x', ISBN: '1', note: 'n', abstract: 'a', URL: 'u', other: { annote: 'x' } },
    '“Talks”, ¶ 3.',
  ],
  ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th'].map(
    (ordinal) =>
      [
        `the ${ordinal} edition`,
        { edition: Number.parseInt(ordinal, 10).toString() },
        `“Talks”, ${ordinal} edn, ¶ 3.`,
      ] as [string, Partial<SourceMetadata>, string],
  ),
])('writes a reference to %s', (_, metadata, reference) => {
  expect(citationReference([{ source: source(metadata), paragraph: 3 }])).toBe(reference);
});
