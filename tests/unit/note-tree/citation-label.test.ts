import { describe, expect, it } from 'vitest';
import {
  citationDisplay,
  citationLabel,
  parseCitationLabel,
  type LabelTarget,
} from '../../../core/note-tree/citation-label.ts';
import { longDate } from '../../../core/dossier/csl-date.ts';
import { citationReference } from '../../../core/note-tree/citation-reference.ts';
import type { CslDate } from '../../../core/dossier/csl-date.ts';
import type { Source, SourceMetadata } from '../../../core/dossier/source.ts';
import { idA, sources } from './two-accounts.ts';

const at = (...written: string[]): LabelTarget[] =>
  written.map((one) => ({ source: one.replace(/\d+$/u, ''), paragraph: Number(/\d+$/u.exec(one)?.[0]) }));

it.each([
  [at('A12'), 'A12', 'A ¶12', 'one paragraph'],
  [at('A2', 'A3'), 'A2-3', 'A ¶¶2–3', 'neighbours'],
  [at('A2', 'A3', 'A4', 'A9'), 'A2-4+A9', 'A ¶¶2–4, 9', 'neighbours and another'],
  [at('A2', 'A4'), 'A2+A4', 'A ¶¶2, 4', 'two of one source'],
  [at('A5', 'B5'), 'A5+B5', 'A ¶5, B ¶5', 'one of each source'],
  [at('B5', 'A5'), 'B5+A5', 'B ¶5, A ¶5', 'in the order that was chosen'],
  [at('A3', 'A2'), 'A3+A2', 'A ¶¶3, 2', 'not neighbours backwards'],
  [at('A2', 'A2'), 'A2+A2', 'A ¶¶2, 2', 'the same twice'],
  [at('AA1', 'AB2'), 'AA1+AB2', 'AA ¶1, AB ¶2', 'sources after Z'],
])('labels %j as %s and shows it as %s: %s', (targets, label, display) => {
  expect(citationLabel(targets)).toBe(label);
  expect(citationDisplay(targets)).toBe(display);
  const parts = parseCitationLabel(label)?.parts ?? [];
  const back = parts.flatMap((part) =>
    Array.from({ length: part.last - part.first + 1 }, (_, index) => ({
      source: part.source,
      paragraph: part.first + index,
    })),
  );
  expect(back).toEqual(targets);
});

it('tells two citations of the same paragraphs apart by a number, and reads it back', () => {
  expect(citationLabel(at('A12'), 2)).toBe('A12.2');
  expect(parseCitationLabel('A12.2')).toMatchObject({ variant: 2 });
  expect(parseCitationLabel('A12')).toMatchObject({ variant: 1 });
});

it.each(['', 'A', '12', 'a12', 'A0', 'A012', 'A3-2', 'A2-', 'A2+', 'A12.0', 'A 12', 'ABCD1', 'why'])(
  'does not take “%s” for a label',
  (text) => {
    expect(parseCitationLabel(text)).toBeUndefined();
  },
);

function source(metadata: Partial<SourceMetadata>, label = 'A', title = 'A title'): Source {
  return { ...(sources[0] as Source), id: idA, label, title, metadata: { type: 'article', ...metadata } };
}

const full: Partial<SourceMetadata> = {
  title: 'Talks',
  publisher: 'VNA',
  issued: { 'date-parts': [[2025, 7, 12]] },
};

it.each<[string, readonly [Source, number][], string]>([
  ['everything', [[source(full), 12]], 'VNA, “Talks”, 12 July 2025, ¶ 12.'],
  ['no date', [[source({ title: 'Talks', publisher: 'VNA' }), 1]], 'VNA, “Talks”, ¶ 1.'],
  ['the title of the source only', [[source({}), 1]], '“A title”, ¶ 1.'],
  ['nothing at all', [[source({}, 'A', ''), 1]], 'A, ¶ 1.'],
  [
    'authors',
    [[source({ ...full, author: [{ given: 'Bui', family: 'Son' }, { literal: 'Desk' }] }), 1]],
    'Bui Son and Desk, VNA, “Talks”, 12 July 2025, ¶ 1.',
  ],
  [
    'a range',
    [
      [source(full), 2],
      [source(full), 3],
    ],
    'VNA, “Talks”, 12 July 2025, ¶¶ 2–3.',
  ],
  [
    'two sources',
    [
      [source(full), 5],
      [source({ publisher: 'BBC', title: 'News' }, 'B'), 5],
    ],
    'VNA, “Talks”, 12 July 2025, ¶ 5; BBC, “News”, ¶ 5.',
  ],
  [
    'quotes in a title',
    [[source({ title: 'The "yellow card" and “EFTA”' }), 1]],
    '“The ‘yellow card’ and ‘EFTA’”, ¶ 1.',
  ],
])('writes a reference with %s', (_, targets, reference) => {
  expect(citationReference(targets.map(([cited, paragraph]) => ({ source: cited, paragraph })))).toBe(
    reference,
  );
});

describe('a date in words', () => {
  it.each<[CslDate | undefined, string]>([
    [{ 'date-parts': [[2025, 7, 12]] }, '12 July 2025'],
    [{ 'date-parts': [[2025, 7]] }, 'July 2025'],
    [{ 'date-parts': [[2025]] }, '2025'],
    [
      {
        'date-parts': [
          [2025, 7, 11],
          [2025, 7, 12],
        ],
      },
      '11 July 2025–12 July 2025',
    ],
    [{ 'date-parts': [[2025, 13, 1]] }, '2025'],
    [{ 'date-parts': [] }, ''],
    [undefined, ''],
  ])('%j is “%s”', (date, words) => {
    expect(longDate(date)).toBe(words);
  });
});
