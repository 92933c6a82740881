import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figuresIn } from '../../../core/note-tree/diff/figures-in.ts';
import { createLineCutter } from '../../../core/note-tree/diff/line-tokens.ts';

// Text of ASCII takes a quicker way; one foreign letter behind it takes the way of all scripts.
const foreign = '\né';
const letter = fc.constantFrom(..."abUSDMayJun 0123459.,'-%$_\t");
const text = fc
  .array(fc.oneof(letter, fc.constantFrom('12 July 2025', 'per cent', ' million')))
  .map((parts) => parts.join(''));

const tokensOf = (line: string) =>
  createLineCutter()({ kind: 'paragraph', pieces: [{ text: line, citation: null }], form: '' }).map(
    (token) => token.text,
  );

it('finds the same figures in text of ASCII alone', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(figuresIn(written)).toEqual(figuresIn(written + foreign));
    }),
    { numRuns: 1_000 },
  );
});

it('cuts text of ASCII alone into the same words', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect([...tokensOf(`${written}.`), ...tokensOf(foreign)]).toEqual(tokensOf(`${written}.${foreign}`));
    }),
    { numRuns: 1_000 },
  );
});
