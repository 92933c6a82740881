import fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import type { Heading } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import {
  $headingsOfNote,
  $moveSection,
  $moveSectionBy,
  $shiftSection,
} from '../../../renderer/note-editor/move-section.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { paragraph, text } from './tree-samples.ts';

const heading = (depth: Heading['depth'], words: string): NoteBlock => ({
  type: 'heading',
  depth,
  children: [text(words)],
});
const footnote = (identifier: string): NoteBlock => ({
  type: 'footnoteDefinition',
  identifier,
  label: identifier,
  children: [{ type: 'paragraph', children: [text(`note ${identifier}`)] }],
});

/** `## A`, `a`, `[^1]`: one word for each block. */
const blockOf = (line: string): NoteBlock => {
  const [, marks, words = ''] = /^(#+) (.*)$/.exec(line) ?? [];
  if (marks !== undefined) return heading(marks.length as Heading['depth'], words);
  const name = /^\[\^(.*)\]$/.exec(line)?.[1];
  return name === undefined ? paragraph(text(line)) : footnote(name);
};
const lineOf = (block: NoteBlock): string => {
  if (block.type === 'footnoteDefinition') return `[^${block.identifier}]`;
  const words =
    'children' in block ? block.children.map((child) => ('value' in child ? child.value : '')).join('') : '';
  return block.type === 'heading' ? `${'#'.repeat(block.depth)} ${words}` : words;
};

function noteOf(lines: readonly string[]): LexicalEditor {
  const editor = createNoteEditor();
  showBlocks(editor, lines.map(blockOf));
  return editor;
}
const linesOf = (editor: LexicalEditor) => readBlocks(editor).map(lineOf);
const keysOf = (editor: LexicalEditor) =>
  editor.read('latest', () =>
    $headingsOfNote().map((node) => [node.getTextContent(), node.getKey()] as const),
  );

function act(editor: LexicalEditor, $act: (keyOf: (words: string) => string) => boolean): boolean {
  const keys = new Map(keysOf(editor));
  let changed = false;
  editor.update(
    () => {
      changed = $act((words) => keys.get(words) ?? '');
    },
    { discrete: true },
  );
  return changed;
}

const note = ['intro', '# A', 'a', '## B', 'b', '## C', 'c', '# D', 'd', '[^1]', '[^2]'];

describe('a section', () => {
  it.each<[string, string, string | null, readonly string[] | null]>([
    [
      'goes before another with all that is under it',
      'D',
      'A',
      ['intro', '# D', 'd', '# A', 'a', '## B', 'b', '## C', 'c', '[^1]', '[^2]'],
    ],
    [
      'goes to the end, above the footnotes',
      'A',
      null,
      ['intro', '# D', 'd', '# A', 'a', '## B', 'b', '## C', 'c', '[^1]', '[^2]'],
    ],
    [
      'of a lower level goes into another section',
      'B',
      null,
      ['intro', '# A', 'a', '## C', 'c', '# D', 'd', '## B', 'b', '[^1]', '[^2]'],
    ],
    ['stays where it is when it is put into itself', 'A', 'C', null],
    ['stays where it already stands', 'B', 'C', null],
    ['stays at the end when it is there', 'D', null, null],
  ])('%s', (_, words, before, expected) => {
    const editor = noteOf(note);
    const changed = act(editor, (keyOf) =>
      $moveSection(keyOf(words), before === null ? null : keyOf(before)),
    );
    expect(linesOf(editor)).toEqual(expected ?? note);
    expect(changed).toBe(expected !== null);
  });

  it.each<[string, string, -1 | 1, readonly string[] | null]>([
    [
      'down past the next of its level',
      'A',
      1,
      ['intro', '# D', 'd', '# A', 'a', '## B', 'b', '## C', 'c', '[^1]', '[^2]'],
    ],
    [
      'up past the one before',
      'C',
      -1,
      ['intro', '# A', 'a', '## C', 'c', '## B', 'b', '# D', 'd', '[^1]', '[^2]'],
    ],
    [
      'down out of the section around it',
      'C',
      1,
      ['intro', '# A', 'a', '## B', 'b', '# D', 'd', '## C', 'c', '[^1]', '[^2]'],
    ],
    [
      'up out of the section around it',
      'B',
      -1,
      ['intro', '## B', 'b', '# A', 'a', '## C', 'c', '# D', 'd', '[^1]', '[^2]'],
    ],
    ['not up from the first place', 'A', -1, null],
    ['not down from the last', 'D', 1, null],
  ])('moves by a step: %s', (_, words, step, expected) => {
    const editor = noteOf(note);
    const changed = act(editor, (keyOf) => $moveSectionBy(keyOf(words), step));
    expect(linesOf(editor)).toEqual(expected ?? note);
    expect(changed).toBe(expected !== null);
  });

  it.each<[string, string, -1 | 1, readonly string[] | null]>([
    ['lower with the headings under it', 'A', 1, ['## A', '### B', '### C', '# D']],
    ['higher by itself', 'B', -1, ['# A', '# B', '## C', '# D']],
    ['not higher than the highest', 'D', -1, null],
  ])('changes its level: %s', (_, words, step, expected) => {
    const editor = noteOf(note);
    const changed = act(editor, (keyOf) => $shiftSection(keyOf(words), step));
    const before = note.filter((line) => line.startsWith('#'));
    expect(linesOf(editor).filter((line) => line.startsWith('#'))).toEqual(expected ?? before);
    expect(changed).toBe(expected !== null);
  });

  it('is not lowered beyond what the editor has', () => {
    const editor = noteOf(['# A', '### B']);
    expect(act(editor, (keyOf) => $shiftSection(keyOf('A'), 1))).toBe(false);
    expect(linesOf(editor)).toEqual(['# A', '### B']);
  });
});

const arbitraryLines = fc
  .array(
    fc.oneof(
      fc.constant('text'),
      fc.integer({ min: 1, max: 6 }).map((level) => `${'#'.repeat(level)} `),
    ),
    { maxLength: 14 },
  )
  .map((lines) => [...lines.map((line, index) => line + String(index)), '[^1]', '[^2]']);

it('is never torn apart, and nothing of the note is lost, wherever sections are moved', () => {
  fc.assert(
    fc.property(
      arbitraryLines,
      fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom(-1 as const, 1 as const)), { maxLength: 6 }),
      (lines, moves) => {
        const editor = noteOf(lines);
        for (const [from, to, step] of moves) {
          const keys = keysOf(editor).map(([, key]) => key);
          const key = keys[from % Math.max(keys.length, 1)];
          if (key === undefined) return;
          act(editor, () => (to % 3 === 0 ? $moveSectionBy(key, step) : $moveSection(key, keys[to] ?? null)));
          const now = linesOf(editor);
          expect(now.toSorted()).toEqual(lines.toSorted());
          expect(now.slice(-2)).toEqual(['[^1]', '[^2]']);
        }
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);
