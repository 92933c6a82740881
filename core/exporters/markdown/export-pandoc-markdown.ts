import type { Unsafe } from 'mdast-util-to-markdown';
import { sourceEntries } from '../../note-tree/markdown/citation-details.ts';
import { citationForPandoc } from '../../note-tree/markdown/citation-syntax.ts';
import type { ResolvedNote } from '../../note-tree/resolved-note.ts';
import { writeMarkdown } from './write-markdown.ts';

// What pandoc's Markdown reads and CommonMark does not: citations, mathematics, sub- and superscript, TeX, examples and
// lettered lists, definition lists, line blocks, fenced divisions.
const pandocUnsafe: readonly Unsafe[] = [
  ...['@', '$', '^'].map((character): Unsafe => ({ character, inConstruct: 'phrasing' })),
  { character: '\\', after: '[A-Za-z]', inConstruct: 'phrasing' },
  { character: '{', before: '[\\]`]', inConstruct: 'phrasing' },
  { character: '(', atBreak: true, after: '[0-9A-Za-z#@]+\\)' },
  { character: '.', atBreak: true, before: '(?:#|[A-Za-z]+)', after: '[ \\t]' },
  { character: ')', atBreak: true, before: '(?:#|[A-Za-z]+)', after: '[ \\t]' },
  { character: ':', atBreak: true },
  { character: '|', atBreak: true },
];

export interface PandocMarkdown {
  readonly markdown: string;
  /** CSL-JSON, for the file that pandoc's `--bibliography` names. */
  readonly bibliography: string;
}

/** For `pandoc --citeproc`: citations are `[@A, ¶ 12]`, and pandoc sets the references from the bibliography. */
export function exportPandocMarkdown(note: ResolvedNote): PandocMarkdown {
  const markdown = writeMarkdown(note, {
    name: 'pandoc',
    citation: ({ label, affixes }) => citationForPandoc(label, affixes),
    unsafe: pandocUnsafe,
    closing: () => [],
  });
  const entries = sourceEntries(note).map(({ sha256: _, ...entry }) => entry);
  return { markdown, bibliography: `${JSON.stringify(entries, null, 2)}\n` };
}
