import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NoteTree } from '../../../core/note-tree/note-tree.ts';
import { countWords } from '../../../core/note-tree/word-count.ts';

const noteOf = (value: string): NoteTree => ({
  type: 'root',
  children: [
    {
      type: 'noteHeader',
      title: '',
      template: 'plain',
      scheme: 'none',
      marking: null,
      language: 'en',
      fields: [],
    },
    { type: 'paragraph', children: [{ type: 'text', value }] },
  ],
});

/** As Unicode's rules count the whole text at once. */
function wordsOfUnicode(text: string): number {
  const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)];
  return segments.filter((segment) => segment.isWordLike === true).length;
}

it.each([
  ['“Don’t (ever) re-open 3.5 % of it…”', 'punctuation around and inside'],
  ['Việt Nam, Hà Nội; đối tác chiến lược toàn diện.', 'letters with marks'],
  ['Vie\u0302\u0323t Nam', 'marks of their own'],
  ['越南外交部长说。 東京で会談', 'scripts without spaces'],
  ['السلام عليكم، שלום', 'from right to left'],
  ['A12 _emphasis_ U.S. €30 https://example.org/a-b', 'codes and addresses'],
  ['', 'nothing'],
])('counts %j as Unicode does: %s', (text) => {
  expect(countWords(noteOf(text))).toBe(wordsOfUnicode(text));
});

it('counts any words with spaces between them as Unicode does', () => {
  const letter = fc.constantFrom(..."aZé9đẵя𝒜ςמ中の한.,'’-_%:“”(…");
  const word = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join(' ');
      expect(countWords(noteOf(text))).toBe(wordsOfUnicode(text));
    }),
    { numRuns: 500 },
  );
});

it('counts a long note in less time than a person notices', () => {
  const text = 'The delegation said that the agreement should enter into force without delay. '.repeat(8_000);
  const start = performance.now();
  expect(countWords(noteOf(text))).toBe(96_000);
  expect(performance.now() - start).toBeLessThan(2_000); // some 30 ms by itself; by the whole text, many minutes
});
