import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsl } from '../../../core/dossier/csl-json.ts';
import { notAssessed, reliabilities } from '../../../core/dossier/source-assessment.ts';
import type { CslDate } from '../../../core/dossier/csl-date.ts';
import type { CslName, SourceMetadata } from '../../../core/dossier/source.ts';
import { emptyRow } from '../../../renderer/workspace/name-rows.ts';
import {
  dateUnderstood,
  describedBy,
  faultsIn,
  formOf,
  formWithMetadata,
  isSameDescription,
  metadataToFill,
  type Described,
  type SourceForm,
} from '../../../renderer/workspace/source-form.ts';

const stored: Described = {
  title: 'Talks',
  metadata: {
    type: 'article-newspaper',
    title: 'Talks',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' }],
    issued: { literal: 'undated' },
    'event-date': { 'date-parts': [[1954]], season: 1, circa: true },
    URL: 'not an address',
    other: { 'collection-title': 'Asia Papers', custom: { a: [1, null] } },
  },
  assessment: {
    side: 'Viet Nam',
    reliability: 'wire-report',
    marking: { scheme: 'x', level: 'y' },
    asOf: '2025-07-12',
  },
};

const anyText = fc.constantFrom('', ' ', 'a', ' b ', 'c d', 'Łódź', '2025');
const anyName: fc.Arbitrary<CslName> = fc.record(
  {
    family: anyText,
    given: anyText,
    literal: anyText,
    suffix: anyText,
    'dropping-particle': anyText,
    'non-dropping-particle': anyText,
  },
  { requiredKeys: [] },
);
const anyDate: fc.Arbitrary<CslDate> = fc.record(
  {
    'date-parts': fc.array(fc.array(fc.integer({ min: -9, max: 3000 }), { maxLength: 4 }), { maxLength: 3 }),
    season: fc.integer({ min: 1, max: 4 }),
    circa: fc.boolean(),
    literal: anyText,
  },
  { requiredKeys: [] },
);
const anyMetadata: fc.Arbitrary<SourceMetadata> = fc
  .record(
    {
      title: anyText,
      author: fc.array(anyName, { maxLength: 3 }),
      recipient: fc.array(anyName, { maxLength: 1 }),
      publisher: anyText,
      'container-title': anyText,
      issued: anyDate,
      accessed: anyDate,
      'event-date': anyDate,
      URL: anyText,
      language: anyText,
      note: anyText,
      other: fc.dictionary(fc.constantFrom('section', 'keyword'), fc.constantFrom('x', null, 3)),
    },
    { requiredKeys: [] },
  )
  .map((fields) => ({ type: 'report', ...fields }));
const anyDescribed: fc.Arbitrary<Described> = fc.record({
  title: fc.constantFrom('a', ' b ', 'Talks'),
  metadata: anyMetadata,
  assessment: fc.record({
    side: anyText,
    reliability: fc.constantFrom(...reliabilities),
    marking: fc.constantFrom(null, { scheme: 'uk', level: 'official' }, { scheme: 'x', level: 'y' }),
    asOf: fc.constantFrom('', '2025-07-12', '0987-01-02'),
  }),
});

describe('a form that nobody touched', () => {
  it('says exactly what it was made from', () => {
    fc.assert(
      fc.property(anyDescribed, (described) => {
        expect(describedBy(formOf(described))).toEqual(described);
        expect(faultsIn(formOf(described), described)).toEqual(new Map());
      }),
    );
  });
});

describe('a form that was touched', () => {
  const change = (part: Partial<SourceForm>) => describedBy({ ...formOf(stored), ...part });

  it('changes one thing and leaves the rest as it was', () => {
    fc.assert(
      fc.property(anyDescribed, anyText, (described, publisher) => {
        const form = formOf(described);
        const after = describedBy({ ...form, texts: { ...form.texts, publisher } });
        const { publisher: _, ...rest } = toCsl(after.metadata);
        const { publisher: __, ...before } = toCsl(described.metadata);
        expect(rest).toEqual(before);
        expect(after.assessment).toEqual(described.assessment);
      }),
    );
  });

  it('keeps the parts of a name that it does not show', () => {
    const form = formOf(stored);
    const author = form.names.author.map((row) => ({ ...row, given: 'Johannes' }));
    expect(change({ names: { ...form.names, author } }).metadata.author).toEqual([
      { family: 'Berg', given: 'Johannes', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
    ]);
  });

  it('adds names that say something, and forgets the list with the last', () => {
    const { names } = formOf(stored);
    const office = { ...emptyRow('1', 'organisation'), whole: ' VNA ' };
    const added = change({ names: { ...names, author: [office, emptyRow('2', 'person')] } });
    expect(added.metadata.author).toEqual([{ literal: 'VNA' }]);
    expect(change({ names: { ...names, author: [] } }).metadata).not.toHaveProperty('author');
  });

  it('reads dates, and keeps what is none as it is written', () => {
    const { dates } = formOf(stored);
    const written = change({
      dates: { ...dates, issued: '11–12 July 2025', accessed: '03/04/2025' },
    }).metadata;
    expect(written.issued).toEqual({
      'date-parts': [
        [2025, 7, 11],
        [2025, 7, 12],
      ],
    });
    expect(written.accessed).toEqual({ literal: '03/04/2025' });
    expect(written['event-date']).toEqual(stored.metadata['event-date']);
    expect(change({ dates: { ...dates, issued: '' } }).metadata).not.toHaveProperty('issued');
  });

  it('gives references the new title, or the one that they have of their own', () => {
    expect(change({ title: ' New ' })).toMatchObject({ title: 'New', metadata: { title: 'New' } });
    expect(change({ citedTitle: 'Cited' })).toMatchObject({ title: 'Talks', metadata: { title: 'Cited' } });
    const apart = { ...stored, metadata: { ...stored.metadata, title: 'Cited' } };
    expect(describedBy({ ...formOf(apart), title: 'New' }).metadata.title).toBe('Cited');
    expect(describedBy({ ...formOf(apart), citedTitle: '' }).metadata.title).toBe('Talks');
  });

  it('reads the day to which an account holds', () => {
    expect(change({ asOf: '1 July 2025' }).assessment.asOf).toBe('2025-07-01');
    expect(change({ asOf: '' }).assessment.asOf).toBe('');
  });

  it('counts as unchanged when everything stands as before', () => {
    expect(isSameDescription(stored, change({ title: 'Other' }))).toBe(false);
    expect(isSameDescription(stored, change({ side: 'Viet Nam ' }))).toBe(true);
  });
});

describe('what has to be put right', () => {
  const faults = (part: Partial<SourceForm>, texts: Partial<SourceForm['texts']> = {}) => {
    const form = formOf(stored);
    return [...faultsIn({ ...form, ...part, texts: { ...form.texts, ...texts } }, stored).keys()];
  };

  it.each([
    ['a source without a title', { title: ' ' }, {}, ['title']],
    ['a title without end', { title: 'x'.repeat(1_001) }, {}, ['title']],
    ['half an address', {}, { URL: 'example.org' }, ['URL']],
    ['an address of no page', {}, { URL: 'javascript:alert(1)' }, ['URL']],
    ['a whole address', {}, { URL: 'https://example.org/a' }, []],
    ['a word that could be a tag', {}, { language: 'English' }, []],
    ['the name of a language', {}, { language: 'Việt' }, ['language']],
    ['a tag', {}, { language: 'vi-VN' }, []],
    ['a side without end', { side: 'x'.repeat(201) }, {}, ['side']],
    ['a month for a day', { asOf: 'July 2025' }, {}, ['as-of']],
    ['two days for one', { asOf: '11–12 July 2025' }, {}, ['as-of']],
    ['a day', { asOf: '12 July 2025' }, {}, []],
  ] as const)('is said of %s, or not', (_, part, texts, expected) => {
    expect(faults(part, texts)).toEqual(expected);
  });

  it('says how a date was understood, where that is not how it is written', () => {
    expect(['', '12 July 2025', '2025-07-12', 'Eid 1446'].map(dateUnderstood)).toEqual([
      '',
      '',
      '12 July 2025',
      'Not read as a date: kept as it is written.',
    ]);
  });
});

describe('a form that is filled', () => {
  it('takes the metadata and its title, and keeps the assessment that was typed', () => {
    const form = { ...formOf(stored), side: 'EU', asOf: 'not a day' };
    const filled = formWithMetadata(form, { ...metadataToFill(form), title: 'Found', DOI: '10.1/2' });
    expect(filled).toMatchObject({ title: 'Found', side: 'EU', asOf: 'not a day' });
    expect(describedBy(filled).metadata).toEqual({ ...stored.metadata, title: 'Found', DOI: '10.1/2' });
  });

  it('is unchanged by what it says itself', () => {
    fc.assert(
      fc.property(anyDescribed, (described) => {
        const form = formOf(described);
        const again = describedBy(formWithMetadata(form, metadataToFill(form)));
        expect(again.title).toBe(described.title);
        expect(again.assessment).toEqual(described.assessment);
        expect(again.metadata).toEqual({
          ...described.metadata,
          title: described.metadata.title ?? described.title,
        });
      }),
    );
  });

  it('begins with nobody’s assessment', () => {
    const form = formOf({ title: 'T', metadata: { type: 'report' }, assessment: notAssessed });
    expect(form).toMatchObject({ side: '', reliability: 'unknown', marking: null, asOf: '' });
  });
});
