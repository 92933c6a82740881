/**
 * A note as Markdown, in the one way that both flavours share: `-` for bullets and rules, `*` for emphasis, fences for
 * code, one blank line between blocks, no wrapping, a final newline; tables without padding, so that a change in one
 * cell changes one line.
 */
import type { Nodes } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown, type Handle, type Options, type Unsafe } from 'mdast-util-to-markdown';
import type { MarkingScheme } from '../../dossier/marking.ts';
import { citationDetails, sourceEntries } from '../../note-tree/markdown/citation-details.ts';
import {
  blockMarkHandler,
  blockMarkUnsafe,
  writeBlockMarks,
} from '../../note-tree/markdown/block-mark-syntax.ts';
import { writeFrontMatter } from '../../note-tree/markdown/front-matter.ts';
import { citationsIn } from '../../note-tree/citations-of.ts';
import { normalBlocks } from '../../note-tree/normal-form.ts';
import type { Citation, NoteBlock } from '../../note-tree/note-tree.ts';
import type { ResolvedCitation, ResolvedNote } from '../../note-tree/resolved-note.ts';

export interface Flavour {
  readonly name: 'chancery' | 'pandoc';
  /** A citation in the text. */
  readonly citation: (citation: ResolvedCitation) => string;
  /** What has to be escaped beside what every Markdown escapes. */
  readonly unsafe: readonly Unsafe[];
  /** Blocks after the text, of the citations in the order of their first mention. */
  readonly closing: (citations: readonly ResolvedCitation[]) => readonly NoteBlock[];
}

// `[^A12]:` at the start of a line would define a footnote.
const colonAfterReference: Unsafe = { character: ':', before: '\\]', inConstruct: 'phrasing' };

function handlers(note: ResolvedNote, flavour: Flavour): Record<string, Handle> {
  const citation: Handle & { peek?: Handle } = (node: Citation) => flavour.citation(resolvedOf(note, node));
  citation.peek = () => '[';
  return { citation, blockMark: blockMarkHandler };
}

function resolvedOf(note: ResolvedNote, citation: Citation): ResolvedCitation {
  const resolved = note.citations.get(citation);
  if (resolved === undefined) throw new Error('A citation of the note was not resolved.');
  return resolved;
}

function options(note: ResolvedNote, flavour: Flavour, scheme: MarkingScheme): Options {
  return {
    bullet: '-',
    bulletOther: '*',
    bulletOrdered: '.',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    incrementListMarker: true,
    resourceLink: true,
    setext: false,
    unsafe: [colonAfterReference, ...blockMarkUnsafe(scheme), ...flavour.unsafe],
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      { handlers: handlers(note, flavour) },
    ],
  };
}

/** Front matter and text. The same note gives the same bytes. */
export function writeMarkdown(note: ResolvedNote, flavour: Flavour): string {
  const blocks = normalBlocks(note.blocks);
  const citations = citationsIn(blocks);
  const mentioned = new Map(
    citations.map((citation) => {
      const resolved = resolvedOf(note, citation);
      return [resolved.label, resolved];
    }),
  );
  const frontMatter = writeFrontMatter({
    header: note.header,
    sources: sourceEntries(note),
    citations: citationDetails(note, citations),
  });
  const root = {
    type: 'root',
    children: [
      ...writeBlockMarks(blocks, note.scheme, flavour.name),
      ...flavour.closing([...mentioned.values()]),
    ],
  };
  const body = toMarkdown(root as unknown as Nodes, options(note, flavour, note.scheme));
  return body === '' ? frontMatter : `${frontMatter}\n${body}`;
}
