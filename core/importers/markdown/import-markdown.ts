/** Markdown (CommonMark with GFM's tables, footnotes, strikethrough and task lists) → paragraphs. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { ImportedDocument } from '../../dossier/source.ts';
import { splitFrontMatter } from '../../note-tree/markdown/front-matter.ts';
import { done, refused, type Result } from '../../result.ts';
import { importLimits } from '../limits.ts';
import { decodeText } from '../text/decode-text.ts';
import { isLeftover } from '../text/line-kinds.ts';
import { makeTitle } from '../text/make-title.ts';
import { findExcess } from './measure-markdown.ts';
import { paragraphsOfMarkdown } from './paragraphs-of-markdown.ts';
import { readFrontMatter } from './read-front-matter.ts';

export type MarkdownImportCode = 'bad-encoding' | 'no-text' | 'too-deep' | 'too-much-markup';

/** Reads a Markdown file. `fileName` is only for the sentences of refusals. */
export function importMarkdown(
  bytes: Uint8Array,
  fileName: string,
): Result<ImportedDocument, MarkdownImportCode> {
  const decoded = decodeText(bytes, fileName);
  if (!decoded.ok) return decoded;
  const { yaml, body } = splitFrontMatter(decoded.value);
  const frontMatter = yaml === undefined ? null : readFrontMatter(yaml);
  const markdown = yaml !== undefined && frontMatter === null ? decoded.value : body;
  const excess = findExcess(markdown);
  if (excess === 'too-much-markup') return tooMuchMarkup(fileName);
  const read = excess === null ? paragraphsOfMarkdown(parse(markdown)) : null;
  if (read === null) return tooDeep(fileName);
  const marked = read.map((paragraph) =>
    isLeftover(paragraph.text) ? { ...paragraph, kind: 'text' as const, leftover: true } : paragraph,
  );
  const paragraphs = [...(frontMatter?.rest ?? []), ...marked];
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  if (first === undefined) return refused('no-text', `“${fileName}” holds no text. Choose a file that does.`);
  const metadata = frontMatter?.metadata ?? { type: 'document' };
  const title = metadata.title ?? (first.kind === 'heading' ? first.text : undefined);
  return done({
    title: makeTitle(title ?? first.text),
    metadata: { ...metadata, ...(title === undefined ? {} : { title: title.slice(0, 1_000) }) },
    paragraphs,
  });
}

/** Bare addresses stay text. */
const parse = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem()],
    mdastExtensions: [
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  });

function tooDeep(fileName: string) {
  return refused(
    'too-deep',
    `The lists and quotations of “${fileName}” stand in one another more than ${String(importLimits.depth)} deep, the most that can be imported. Name it “.txt” and import it as plain text.`,
  );
}

function tooMuchMarkup(fileName: string) {
  return refused(
    'too-much-markup',
    `“${fileName}” has more Markdown than can be read in good time. Split it, or name it “.txt” and import it as plain text.`,
  );
}
