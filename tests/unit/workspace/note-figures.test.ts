import fc from 'fast-check';
import { expect, it } from 'vitest';
import { citationCounts, citationsOf } from '../../../core/note-tree/citations-of.ts';
import { countCharacters } from '../../../core/note-tree/character-count.ts';
import { plainText } from '../../../core/note-tree/plain-text.ts';
import { countWords } from '../../../core/note-tree/word-count.ts';
import { createNoteCounter } from '../../../renderer/workspace/note-figures.ts';
import { arbitraryNote } from '../exporters/arbitrary-note.ts';

it('counts what counting the whole note would, whatever was counted before', () => {
  const figuresOf = createNoteCounter();
  fc.assert(
    fc.property(arbitraryNote, (tree) => {
      const whole = {
        citationCounts: citationCounts(tree),
        citations: citationsOf(tree).length,
        noteWords: countWords(tree),
        noteCharacters: countCharacters(plainText(tree)),
      };
      expect(figuresOf(tree)).toEqual(whole);
      expect(figuresOf(tree)).toEqual(whole);
    }),
  );
});

it('keeps the counts of citations while they stay, so that nothing that shows them is drawn anew', () => {
  const figuresOf = createNoteCounter();
  fc.assert(
    fc.property(arbitraryNote, (tree) => {
      const before = figuresOf(tree);
      const [header, ...blocks] = tree.children;
      const more = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'One more.' }] };
      const after = figuresOf({ type: 'root', children: [header, ...blocks, more] });
      expect(after.citationCounts).toBe(before.citationCounts);
      expect(after.noteWords).toBe(before.noteWords + 2);
    }),
  );
});
