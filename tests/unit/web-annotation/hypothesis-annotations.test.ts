import { describe, expect, it } from 'vitest';
import { readHypothesisAnnotations } from '../../../core/web-annotation/read-hypothesis-annotations.ts';
import { currentEdition, importing, passageIn, sources, withAddress } from './known-dossier.ts';

const selectors = (exact: string, prefix = '', suffix = '') => [
  { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[2]', startOffset: 3, endOffset: 9 },
  { type: 'TextPositionSelector', start: 403, end: 420 },
  { type: 'TextQuoteSelector', exact, prefix, suffix },
];

const uri = 'https://example.org/report';

/** As the API gives it out, shortened. */
const row = (given: object = {}) => ({
  id: 'kT0ZpGZ1EfCbCdu8mF_8aw',
  created: '2025-07-12T08:00:00.123456+00:00',
  updated: '2025-07-12T09:00:00+00:00',
  user: 'acct:reader@hypothes.is',
  uri,
  text: 'Is it?',
  tags: ['hanoi'],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [{ source: uri, selector: selectors('meet again in Hanoi') }],
  document: { title: ['Report'] },
  links: {
    html: 'https://hypothes.is/a/kT0ZpGZ1EfCbCdu8mF_8aw',
    json: 'https://hypothes.is/api/annotations/k',
  },
  user_info: { display_name: 'A. Reader' },
  flagged: false,
  hidden: false,
  ...given,
});

function read(given: unknown) {
  const result = readHypothesisAnnotations(JSON.stringify(given), sources, importing());
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const quoting = (exact: string, prefix?: string, suffix?: string, address = uri) =>
  row({ uri: address, target: [{ source: address, selector: selectors(exact, prefix, suffix) }] });

describe('readHypothesisAnnotations', () => {
  it('reads what the API gives out', () => {
    const { annotations, refused } = read({ total: 1, rows: [row()] });
    expect(refused).toEqual([]);
    expect(annotations).toEqual([
      {
        id: 'new1',
        source: 'a',
        passage: passageIn(currentEdition(withAddress), [1, 15, 34]),
        category: 'question',
        comment: 'Is it?',
        tags: ['hanoi'],
        creator: 'A. Reader',
        createdAt: '2025-07-12T08:00:00.123Z',
        updatedAt: '2025-07-12T09:00:00.000Z',
        foreign: '{"annotation":{"via":"https://hypothes.is/a/kT0ZpGZ1EfCbCdu8mF_8aw"}}',
      },
    ]);
  });

  it('calls a creator without a name by the account', () => {
    expect(read([row({ user_info: { display_name: null } })]).annotations[0]?.creator).toBe('reader');
  });

  it.each<[string, object, readonly string[]]>([
    ['in one paragraph', quoting('both countries'), ['a both countries']],
    [
      'over two paragraphs, with a line break',
      quoting('countries.\n  They agreed to'),
      ['a countries.', 'a They agreed to'],
    ],
    [
      'over two paragraphs, without white space',
      quoting('countries.They agreed to'),
      ['a countries.', 'a They agreed to'],
    ],
    [
      'over three',
      quoting('both countries. They agreed to meet again in Hanoi. They agreed. Nothing was'),
      ['a both countries.', 'a They agreed to meet again in Hanoi. They agreed.', 'a Nothing was'],
    ],
    [
      'twice, told apart by what stands around',
      quoting('They agreed', 'countries.\n', ' to meet'),
      ['a They agreed'],
    ],
    [
      'with a slash at the end of its address',
      quoting('both countries', '', '', `${uri}/`),
      ['a both countries'],
    ],
    [
      'in a source without an address',
      quoting('about fisheries', '', '', 'file:///tmp/report.pdf'),
      ['b about fisheries'],
    ],
  ])('finds what stands %s', (_, given, words) => {
    const { annotations, refused } = read([given]);
    expect(refused).toEqual([]);
    const [one] = annotations;
    expect(one?.passage.anchors.map(({ quote }) => `${one.source} ${quote.exact}`)).toEqual(words);
  });

  it.each<[string, unknown, string]>([
    ['is no annotation', { id: 'x' }, 'not-an-annotation'],
    ['is a note on a page', row({ target: [{ source: uri }] }), 'no-quotation'],
    ['answers another one', row({ references: ['abc'] }), 'is-reply'],
    ['quotes what is not there', quoting('meet again in Huế'), 'quote-not-found'],
    ['quotes words in another case', quoting('Both countries'), 'quote-not-found'],
    ['joins two words', quoting('bothcountries'), 'quote-not-found'],
    ['parts a word', quoting('both coun tries'), 'quote-not-found'],
    ['quotes what stands twice', quoting('They agreed'), 'ambiguous'],
    [
      'quotes what stands twice, among other surroundings',
      quoting('They agreed', 'Where? ', ' so'),
      'ambiguous',
    ],
    [
      'is about an unknown page',
      quoting('nowhere to be found', '', '', 'https://example.org/x'),
      'unknown-source',
    ],
    [
      'is about an unknown page and stands in two sources',
      quoting('the yellow card', '', '', 'https://example.org/x'),
      'ambiguous-source',
    ],
  ])('refuses by name one that %s', (_, given, code) => {
    const { annotations, refused } = read([row(), given]);
    expect(annotations).toHaveLength(1);
    expect(refused.map(({ index, error }) => [index, error.code])).toEqual([[1, code]]);
  });

  it.each([
    ['nothing like it', '{"annotations":[]}', 'not-annotations'],
    ['no JSON', 'user,quote', 'not-json'],
  ])('refuses a file with %s', (_, text, code) => {
    const result = readHypothesisAnnotations(text, sources, importing());
    expect(result.ok ? null : result.error.code).toBe(code);
  });
});
