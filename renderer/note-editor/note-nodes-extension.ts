/** Every kind of node that a note may hold, and the rules that keep the editor within what a note can say. */
import { CodeExtension } from '@lexical/code-core';
import { HorizontalRuleExtension } from '@lexical/extension';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension } from 'lexical';
import { CitationNode } from './citation-node.ts';
import { CitationWordsExtension } from './citation-words.ts';
import { FootnoteDefinitionNode } from './footnote-definition-node.ts';
import { FootnoteReferenceNode } from './footnote-reference-node.ts';
import { registerNoteRules } from './note-rules.ts';
import { PreservedNode } from './preserved-node.ts';

export const NoteNodesExtension = defineExtension({
  name: 'chancery/note-nodes',
  nodes: () => [CitationNode, FootnoteDefinitionNode, FootnoteReferenceNode, PreservedNode],
  dependencies: [
    CitationWordsExtension,
    RichTextExtension,
    configExtension(ListExtension, { shouldPreserveNumbering: true }),
    LinkExtension,
    CodeExtension,
    HorizontalRuleExtension,
    // Markdown knows no merged cells, no colours and no tables in tables; the scrolling frame is ours, in CSS.
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      hasHorizontalScroll: false,
    }),
  ],
  register: registerNoteRules,
});
