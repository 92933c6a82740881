import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../core/exporters/markdown/export-markdown.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { lookup } from '../note-tree/two-accounts.ts';
import { pasteInto } from './paste-into.ts';
import { createNoteEditor, header, readBlocks, showBlocks } from './round-trip.ts';

const folder = new URL('clipboard/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const samples = readdirSync(folder).filter((name) => !name.endsWith('.md'));

describe('what other programs put on the clipboard', () => {
  it('has a sample of each of them', () => {
    expect(samples).toHaveLength(11);
  });

  it.each(samples)('%s becomes the Markdown beside it', (name) => {
    const editor = createNoteEditor();
    showBlocks(editor, []);
    const type = name.endsWith('.html') ? 'text/html' : 'text/plain';
    expect(pasteInto(editor, { [type]: read(name) })).toEqual([]);
    const resolved = resolveNote({ type: 'root', children: [header, ...readBlocks(editor)] }, lookup);
    if (!resolved.ok) throw new Error(resolved.error.message);
    const written = exportMarkdown(resolved.value).replace(/^---\n[^]*?\n---\n+/, '');
    expect(written.replaceAll('\u00A0', ' ')).toBe(read(name.replace(/\.\w+$/, '.md')));
  });
});
