import type { FootnoteDefinition } from 'mdast';
import { citationFootnoteCall } from '../../note-tree/markdown/citation-syntax.ts';
import type { ResolvedCitation, ResolvedNote } from '../../note-tree/resolved-note.ts';
import { writeMarkdown } from './write-markdown.ts';

/** `[^A12]: VietNamNet, “…”, 12 July 2025, ¶ 12.` */
function citationDefinition({ label, reference }: ResolvedCitation): FootnoteDefinition {
  return {
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: reference }] }],
  };
}

/** CommonMark with GFM tables and footnotes, after YAML front matter; every citation is a footnote with its reference. */
export function exportMarkdown(note: ResolvedNote): string {
  return writeMarkdown(note, {
    name: 'chancery',
    citation: ({ label }) => citationFootnoteCall(label),
    unsafe: [],
    closing: (citations) => citations.map(citationDefinition),
  });
}
