import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { exportMarkdown } from '../../../core/exporters/markdown/export-markdown.ts';
import { exportPandocMarkdown } from '../../../core/exporters/markdown/export-pandoc-markdown.ts';
import { normalBlocks } from '../../../core/note-tree/normal-form.ts';
import type { NoteTree } from '../../../core/note-tree/note-tree.ts';
import { parseNoteMarkdown } from '../../../core/note-tree/parse-note-markdown.ts';
import type { ResolvedNote } from '../../../core/note-tree/resolved-note.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { lookup } from '../note-tree/two-accounts.ts';
import { arbitraryNote } from './arbitrary-note.ts';

const runs = Number(process.env['CHANCERY_PROPERTY_RUNS'] ?? 200);
vi.setConfig({ testTimeout: 60_000 }); // milliseconds, for many notes on a busy computer

const defaults = { template: templateFor(standardForms, 'plain'), title: 'Untitled', language: 'en' };

function resolve(tree: NoteTree): ResolvedNote {
  const resolved = resolveNote(tree, lookup);
  if (!resolved.ok) throw new Error(resolved.error.message);
  return resolved.value;
}

function parse(markdown: string): NoteTree {
  const parsed = parseNoteMarkdown(markdown, lookup, defaults);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const flavours: [name: string, write: (note: ResolvedNote) => string][] = [
  ['Chancery’s own Markdown', exportMarkdown],
  ['Markdown for pandoc', (note) => exportPandocMarkdown(note).markdown],
];

describe.each(flavours)('%s', (_, write) => {
  it('comes back as the same note, whatever the note holds', () => {
    fc.assert(
      fc.property(arbitraryNote, (tree) => {
        const [header, ...blocks] = tree.children;
        const back = parse(write(resolve(tree)));
        expect(back.children).toEqual([header, ...normalBlocks(blocks)]);
      }),
      { numRuns: runs },
    );
  });

  it('comes out with the same bytes after it came back', () => {
    fc.assert(
      fc.property(arbitraryNote, (tree) => {
        const first = write(resolve(tree));
        expect(write(resolve(parse(first)))).toBe(first);
      }),
      { numRuns: runs },
    );
  });
});

it('calls a normal form normal: taking it twice changes nothing', () => {
  fc.assert(
    fc.property(arbitraryNote, (tree) => {
      const once = normalBlocks(tree.children.slice(1));
      expect(normalBlocks(once)).toEqual(once);
    }),
    { numRuns: runs },
  );
});

it.each([
  ['an empty item in the list that begins the item below a line', '- line\n\n  - -\n'],
  ['the same, with words in it', '- line\n  - - word\n'],
  ['an empty item right below a line', '- line\n\n  -\n'],
])('keeps %s', (_, list) => {
  const written = exportMarkdown(resolve(parse(list)));
  expect(written.endsWith(`\n${list}`)).toBe(true);
  expect(exportMarkdown(resolve(parse(written)))).toBe(written);
});
