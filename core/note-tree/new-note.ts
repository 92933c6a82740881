import type { ListItem, TableRow } from 'mdast';
import type { SectionBeginning, Template, TemplateSection } from '../dossier/template.ts';
import type { NoteBlock, NoteHeader, NoteTree } from './note-tree.ts';

const paragraph = (value = ''): NoteBlock & { type: 'paragraph' } => ({
  type: 'paragraph',
  children: value === '' ? [] : [{ type: 'text', value }],
});

const tableRow = (cells: readonly string[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((value) => ({
    type: 'tableCell',
    children: value === '' ? [] : [{ type: 'text', value }],
  })),
});

function beginningOf(begin: SectionBeginning | undefined): NoteBlock[] {
  if (begin === undefined) return [paragraph()];
  if (begin.block === 'table') {
    const children = [begin.head, ...begin.rows].map(tableRow);
    return [{ type: 'table', align: begin.head.map(() => null), children }, paragraph()];
  }
  const ordered = begin.block === 'numbered-list';
  const children = begin.items.map((item): ListItem => ({
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph(item)],
  }));
  return [{ type: 'list', ordered, start: ordered ? 1 : null, spread: false, children }];
}

/** The heading of a section and what it begins with. */
export function blocksOfSection({ heading, begin }: TemplateSection): NoteBlock[] {
  // The title of the note is its only heading of the first level.
  return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] }, ...beginningOf(begin)];
}

/** The empty header of a template. `language` is BCP 47. */
function headerOf(template: Template, title: string, language: string): NoteHeader {
  return {
    type: 'noteHeader',
    title,
    template: template.key,
    scheme: template.scheme,
    marking: template.marking,
    language,
    fields: template.fields.map(({ key }) => ({ key, value: '' })),
  };
}

/** The empty header of a template, and its headings with room to write under each. `language` is BCP 47. */
export function newNoteTree(
  template: Template,
  { title, language }: { readonly title: string; readonly language: string },
): NoteTree {
  const blocks = template.sections.flatMap(blocksOfSection);
  return {
    type: 'root',
    children: [headerOf(template, title, language), ...(blocks.length > 0 ? blocks : [paragraph()])],
  };
}
