import { expect, it } from 'vitest';
import { asParagraphId } from '../../../core/dossier/ids.ts';
import type { Paragraph } from '../../../core/dossier/source.ts';
import { describeFound } from '../../../renderer/source-pane/find-words.ts';

const paragraphs = [null, 1].map((number, index): Paragraph => {
  const id = asParagraphId(`e.${String(index + 1)}`);
  return { id, kind: number === null ? 'heading' : 'text', text: 'word', leftover: false, number };
});
const places = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    paragraph: asParagraphId('e.1'),
    index: at === 0 ? 0 : 1,
    start: 0,
    end: 4,
  }));

it.each([
  ['', 0, -1, ''],
  ['  ', 0, -1, ''],
  ['word', 0, -1, 'Not found'],
  ['word', 1, 0, '1 of 1 · not numbered'],
  ['word', 12, 2, '3 of 12 · ¶1'],
  ['word', 10_000, 1_499, '1,500 of 10,000 · ¶1'],
])('of “%s”, found %i times, at %i says “%s”', (phrase, count, at, words) => {
  expect(describeFound(phrase, places(count), at, paragraphs)).toBe(words);
});
