import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { changeTemplate } from '../../../core/note-tree/change-template.ts';
import { newNoteTree } from '../../../core/note-tree/new-note.ts';
import type { NoteBlock, NoteTree } from '../../../core/note-tree/note-tree.ts';

const template = (key: string) => templateFor(standardForms, key);
const begun = (key: string) => newNoteTree(template(key), { title: 'Kuala Lumpur', language: 'en' });
const headings = ({ children: [, ...blocks] }: NoteTree) =>
  blocks.filter(({ type }) => type === 'heading').map((block) => toString(block));
const written = (words: string): NoteBlock => ({
  type: 'paragraph',
  children: [{ type: 'text', value: words }],
});

/** The note with these words right below the heading. */
function withWords(tree: NoteTree, heading: string, words: string): NoteTree {
  const at = tree.children.findIndex((block) => block.type === 'heading' && toString(block) === heading);
  expect(at).toBeGreaterThan(0);
  const [header, ...blocks] = tree.children;
  return { type: 'root', children: [header, ...blocks.slice(0, at), written(words), ...blocks.slice(at)] };
}

describe('another template for a note', () => {
  const keys = standardForms.templates.map(({ key }) => key);
  const pairs = keys.flatMap((from) => keys.filter((to) => to !== from).map((to) => [from, to] as const));

  it.each(pairs)('from an empty %s gives what an empty %s begins with', (from, to) => {
    const changed = changeTemplate(begun(from), template(from), template(to));
    expect(headings(changed)).toEqual(template(to).sections.map(({ heading }) => heading));
    expect(changed.children[0].template).toBe(to);
    expect(changed.children[0].fields.map(({ key }) => key)).toEqual(
      template(to).fields.map(({ key }) => key),
    );
  });

  it('keeps what was written, under its heading, and adds the headings that are missing', () => {
    const tree = withWords(begun('readout'), 'Comment', 'They will press it again.');
    const changed = changeTemplate(tree, template('readout'), template('meeting-brief'));
    expect(headings(changed)).toEqual([
      'Comment',
      ...template('meeting-brief').sections.map(({ heading }) => heading),
    ]);
    expect(toString(changed.children[2])).toBe('They will press it again.');
  });

  it('keeps every field that is filled in, also where the new template has none for it', () => {
    const tree = begun('ministerial-brief');
    const [header] = tree.children;
    header.fields = header.fields.map((field) =>
      field.key === 'critical-date' || field.key === 'to' ? { ...field, value: '21 July' } : field,
    );
    const [after] = changeTemplate(tree, template('ministerial-brief'), template('plain')).children;
    expect(after.fields.filter(({ value }) => value !== '')).toEqual([
      { key: 'to', value: '21 July' },
      { key: 'critical-date', value: '21 July' },
    ]);
  });

  it('leaves a marking that somebody chose', () => {
    const tree = begun('readout');
    tree.children[0].marking = 'secret';
    const [header] = changeTemplate(tree, template('readout'), template('agenda-paper')).children;
    expect([header.scheme, header.marking]).toEqual(['uk', 'secret']);
  });
});
