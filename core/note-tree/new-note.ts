import type { Template } from '../dossier/template.ts';
import type { NoteBlock, NoteTree } from './note-tree.ts';

/** The empty header of a template, and its headings with room to write under each. `language` is BCP 47. */
export function newNoteTree(
  template: Template,
  { title, language }: { readonly title: string; readonly language: string },
): NoteTree {
  const emptyParagraph = (): NoteBlock => ({ type: 'paragraph', children: [] });
  const blocks = template.headings.flatMap((heading): NoteBlock[] => [
    // The title of the note is its only heading of the first level.
    { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] },
    emptyParagraph(),
  ]);
  return {
    type: 'root',
    children: [
      {
        type: 'noteHeader',
        title,
        template: template.key,
        scheme: template.scheme,
        marking: template.marking,
        language,
        fields: template.fields.map(({ key }) => ({ key, value: '' })),
      },
      ...(blocks.length > 0 ? blocks : [emptyParagraph()]),
    ],
  };
}
