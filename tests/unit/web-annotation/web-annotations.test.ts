import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, type Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId } from '../../../core/dossier/ids.ts';
import { readWebAnnotations } from '../../../core/web-annotation/read-web-annotations.ts';
import { writeWebAnnotations } from '../../../core/web-annotation/write-web-annotations.ts';
import {
  annotationOf,
  currentEdition,
  importing,
  passageIn,
  sources,
  texts,
  withAddress,
  withoutAddress,
} from './known-dossier.ts';

const edition = currentEdition(withAddress);
const other = currentEdition(withoutAddress);

function read(text: string, among = sources) {
  const result = readWebAnnotations(text, among, importing());
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const readOne = (item: object) => read(JSON.stringify(item));
const itemsOf = (text: string) => JSON.parse(text).first.items;

describe('writeWebAnnotations', () => {
  it('writes a collection that other programs can read', () => {
    const annotation = annotationOf(passageIn(edition, [0, 18, 30]), { creator: 'M. Drafter' });
    const collection = JSON.parse(writeWebAnnotations([annotation], sources));
    const words = {
      type: 'TextQuoteSelector',
      exact: '😀 discussed',
      prefix: 'The two ministers ',
      suffix: ' the trade between both countrie',
    };
    expect(collection).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:chancery:annotations',
      type: 'AnnotationCollection',
      total: 1,
      first: {
        id: 'urn:chancery:annotations:1',
        type: 'AnnotationPage',
        partOf: 'urn:chancery:annotations',
        startIndex: 0,
        items: [
          {
            id: 'urn:chancery:annotation:n1',
            type: 'Annotation',
            motivation: ['highlighting', 'classifying', 'commenting', 'tagging'],
            creator: { type: 'Person', name: 'M. Drafter' },
            created: '2025-07-12T08:00:00.000Z',
            modified: '2025-07-13T08:00:00.000Z',
            body: [
              { type: 'TextualBody', format: 'text/plain', purpose: 'classifying', value: 'ask' },
              { type: 'TextualBody', format: 'text/plain', purpose: 'commenting', value: 'Is that so?' },
              { type: 'TextualBody', format: 'text/plain', purpose: 'tagging', value: 'trade' },
              { type: 'TextualBody', format: 'text/plain', purpose: 'tagging', value: 'Hà Nội' },
            ],
            target: [
              {
                type: 'SpecificResource',
                source: 'https://example.org/report/',
                state: [
                  {
                    type: 'TimeState',
                    sourceDate: edition.importedAt,
                    cached: `urn:sha256:${edition.sha256}`,
                  },
                ],
                selector: [
                  {
                    type: 'FragmentSelector',
                    value: 'paragraph=1',
                    // 18 to 30 in UTF-16 units: the code points that W3C counts are one fewer
                    refinedBy: [words, { type: 'TextPositionSelector', start: 18, end: 29 }],
                  },
                  words,
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('names a source without an address by its bytes', () => {
    const annotation = annotationOf(passageIn(other, [0, 0, 5]), { source: withoutAddress.source.id });
    const [item] = itemsOf(writeWebAnnotations([annotation], sources));
    expect(item.target[0].source).toBe(`urn:sha256:${other.sha256}`);
  });
});

describe('what was written and read again', () => {
  const editions = [...withAddress.editions, other];
  const passage = fc
    .tuple(
      fc.constantFrom(...editions),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
    )
    .map(([one, from, lengths]) => {
      const ranges = lengths.flatMap(([start, length], index): [number, number, number][] => {
        const at = (from % one.paragraphs.length) + index;
        const text = one.paragraphs[at]?.text;
        if (text === undefined) return [];
        const first = start % (text.length - 1);
        return [[at, first, first + 2 + (length % (text.length - first - 1))]];
      });
      return { one, ranges };
    })
    .filter(({ one, ranges }) =>
      ranges.every(([at, start, end]) => (one.paragraphs[at]?.text ?? '').slice(start, end).trim() !== ''),
    )
    .map(({ one, ranges }) => ({ source: one.source, passage: passageIn(one, ...ranges) }));

  const name = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
  const foreignName = fc.constantFrom('rights', 'ex:weight', 'styleClass', 'language', 'audience');
  const json = fc.dictionary(
    foreignName,
    fc.oneof(fc.string(), fc.integer(), fc.constant({ a: [1, null] })),
    {
      minKeys: 1,
    },
  );
  const foreign = fc.record(
    {
      annotation: json,
      motivation: fc.constant(['ex:thinking']),
      category: json,
      bodies: fc.constant([{ type: 'Image', id: 'https://example.org/a.png' }]),
      targets: json.map((one) => [one]),
    },
    { requiredKeys: ['annotation'] },
  );
  const annotation: fc.Arbitrary<Annotation> = fc
    .record({
      place: passage,
      id: fc.stringMatching(/^[a-z0-9]{1,12}$/u),
      category: fc.constantFrom(...categories),
      comment: fc.string({ unit: 'grapheme' }),
      tags: fc.array(name, { maxLength: 3 }),
      creator: fc.option(name),
      foreign: fc.option(foreign.map((one) => JSON.stringify(one))),
    })
    .map(({ place, id, creator, foreign: packed, ...rest }) => ({
      ...rest,
      ...place,
      id: asAnnotationId(id),
      createdAt: '2025-07-12T08:00:00.000Z',
      updatedAt: '2025-07-12T09:30:00.000Z',
      ...(creator === null ? {} : { creator }),
      ...(packed === null ? {} : { foreign: packed }),
    }));

  const parsed = (one: Annotation) => ({
    ...one,
    ...(one.foreign === undefined ? {} : { foreign: JSON.parse(one.foreign) }),
  });

  it('is the same', () => {
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 4 }), (annotations) => {
        const written = writeWebAnnotations(annotations, sources);
        const { annotations: again, refused } = read(written);
        expect(refused).toEqual([]);
        expect(again.map(parsed)).toEqual(annotations.map(parsed));
        expect(writeWebAnnotations(again, sources)).toBe(written);
      }),
      { numRuns: 500, seed: 6 },
    );
  });
});

describe('an annotation of another program', () => {
  const quote = {
    type: 'TextQuoteSelector',
    exact: 'meet again in Hanoi',
    prefix: 'They agreed to ',
    suffix: '. They',
  };
  const foreign = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://notes.example.org/17',
    type: 'Annotation',
    motivation: ['commenting', 'ex:thinking'],
    rights: 'https://creativecommons.org/licenses/by/4.0/',
    creator: {
      id: 'https://example.org/people/1',
      type: 'Person',
      name: 'A. Reader',
      email: 'mailto:a@example.org',
    },
    created: '2025-07-12T08:00:00Z',
    body: [
      { type: 'TextualBody', value: 'I wonder.', purpose: 'commenting', language: 'en' },
      { type: 'TextualBody', value: 'hanoi', purpose: 'tagging', 'ex:weight': 3 },
      { type: 'Image', id: 'https://example.org/map.png', format: 'image/png' },
    ],
    target: {
      source: 'https://example.org/report#page2',
      styleClass: 'red',
      selector: [quote, { type: 'XPathSelector', value: '/html/body/p[2]' }],
    },
  };

  it('is read, and what Chancery has not is written again', () => {
    const { annotations, refused } = readOne(foreign);
    expect(refused).toEqual([]);
    const [one] = annotations;
    if (one === undefined) throw new Error('none');
    expect({ ...one, foreign: undefined }).toEqual({
      id: 'new1',
      source: 'a',
      passage: passageIn(edition, [1, 15, 34]),
      category: 'question',
      comment: 'I wonder.',
      tags: ['hanoi'],
      creator: 'A. Reader',
      createdAt: '2025-07-12T08:00:00Z',
      updatedAt: '2025-07-12T08:00:00Z',
      foreign: undefined,
    });
    const [item] = itemsOf(writeWebAnnotations(annotations, sources));
    expect(item).toMatchObject({
      via: ['https://notes.example.org/17'],
      rights: foreign.rights,
      creator: foreign.creator,
      target: [{ styleClass: 'red' }],
    });
    expect(item.motivation).toContain('ex:thinking');
    expect(item.body).toContainEqual({ ...foreign.body[0], format: 'text/plain' });
    expect(item.body).toContainEqual({ ...foreign.body[1], format: 'text/plain' });
    expect(item.body).toContainEqual(foreign.body[2]);
    expect(item.target[0].selector).toContainEqual({ type: 'XPathSelector', value: '/html/body/p[2]' });
  });

  it.each<[string, unknown]>([
    ['alone', foreign],
    ['in a list', [foreign]],
    ['in a page', { type: 'AnnotationPage', items: [foreign] }],
    [
      'in a collection',
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [foreign] } },
    ],
    [
      'on the second page of one',
      {
        type: 'AnnotationCollection',
        first: { type: 'AnnotationPage', items: [], next: { type: 'AnnotationPage', items: [foreign] } },
      },
    ],
  ])('is read %s', (_, given) => {
    expect(read(JSON.stringify(given)).annotations).toHaveLength(1);
  });

  it('goes over several paragraphs where its words do', () => {
    const exact = 'between both countries. They agreed to meet';
    const { annotations } = readOne({
      ...foreign,
      target: { ...foreign.target, selector: { ...quote, exact, prefix: '', suffix: '' } },
    });
    expect(annotations[0]?.passage.anchors.map((anchor) => anchor.quote.exact)).toEqual([
      'between both countries.',
      'They agreed to meet',
    ]);
  });

  const [written] = itemsOf(writeWebAnnotations([annotationOf(passageIn(edition, [1, 15, 34]))], sources));
  const [target] = written.target;
  const quoting = (selector: object) => ({ ...foreign, target: { source: foreign.target.source, selector } });

  it.each<[string, object, string]>([
    ['is no annotation', { type: 'Person', name: 'A. Reader' }, 'not-an-annotation'],
    ['has no target', { ...foreign, target: undefined }, 'not-an-annotation'],
    ['has an empty list of targets', { ...foreign, target: [] }, 'no-quotation'],
    ['is about a whole page', { ...foreign, target: 'https://example.org/report' }, 'no-quotation'],
    [
      'is about another page',
      { ...foreign, target: { ...foreign.target, source: 'https://example.org/other' } },
      'unknown-source',
    ],
    [
      'is about another text of a source',
      {
        ...written,
        target: [{ ...target, state: { type: 'TimeState', cached: `urn:sha256:${'1'.repeat(64)}` } }],
      },
      'other-edition',
    ],
    [
      'is about unknown bytes',
      { ...written, target: [{ ...target, source: `urn:sha256:${'1'.repeat(64)}`, state: [] }] },
      'unknown-source',
    ],
    [
      'is about two texts',
      {
        ...foreign,
        target: [foreign.target, { ...target, source: `urn:sha256:${other.sha256}`, state: [] }],
      },
      'several-editions',
    ],
    ['quotes words that are not there', quoting({ ...quote, exact: 'meet again in Huế' }), 'quote-not-found'],
    ['quotes words in another case', quoting({ ...quote, exact: 'Meet again in Hanoi' }), 'quote-not-found'],
    [
      'quotes words with other quotation marks',
      quoting({ ...quote, exact: '"the yellow card"' }),
      'quote-not-found',
    ],
    [
      'quotes words that stand twice',
      quoting({ type: 'TextQuoteSelector', exact: 'They agreed' }),
      'ambiguous',
    ],
    [
      'names another paragraph',
      { ...written, target: [{ ...target, selector: [{ ...target.selector[0], value: 'paragraph=1' }] }] },
      'quote-not-found',
    ],
    [
      'names a paragraph that is not there',
      { ...written, target: [{ ...target, selector: [{ ...target.selector[0], value: 'paragraph=9' }] }] },
      'quote-not-found',
    ],
    ['names a paragraph twice', { ...written, target: [target, target] }, 'ambiguous'],
    [
      'has a longer comment than a dossier holds',
      { ...written, bodyValue: 'x'.repeat(20_001), body: [] },
      'too-long',
    ],
  ])('is refused by name when it %s', (_, given, code) => {
    const { annotations, refused } = read(JSON.stringify([written, given]));
    expect(annotations).toHaveLength(1);
    expect(refused.map(({ index, error }) => [index, error.code])).toEqual([[1, code]]);
    expect(refused[0]?.error.message).toMatch(/\.$/u);
  });

  it('is found by surroundings where its words stand twice', () => {
    const { annotations } = readOne(
      quoting({ type: 'TextQuoteSelector', exact: 'They agreed', prefix: 'Hanoi. ', suffix: '.' }),
    );
    expect(annotations[0]?.passage.anchors[0].position).toEqual({ start: 36, end: 47 });
  });

  it.each<[string, string, string]>([
    ['no JSON', '{"type":', 'not-json'],
    ['other JSON', '{"type":"Person"}', 'not-annotations'],
    [
      'a collection that is elsewhere',
      '{"type":"AnnotationCollection","first":"https://example.org/1"}',
      'not-annotations',
    ],
    [
      'a page whose next is elsewhere',
      '{"type":"AnnotationPage","items":[],"next":"https://example.org/2"}',
      'not-annotations',
    ],
  ])('a file with %s is refused', (_, text, code) => {
    const result = readWebAnnotations(text, sources, importing());
    expect(result.ok ? null : result.error.code).toBe(code);
  });

  it('texts of the tests stand in the source', () => {
    expect(edition.paragraphs.map(({ text }) => text)).toEqual(texts);
  });
});
