/**
 * Markdown to note: what Chancery exports, in both flavours, and what a person writes by hand.
 * CommonMark with GFM's tables, footnotes, strikethrough (two tildes) and task lists. Bare addresses stay text: as
 * links they could not be told from text that says the same.
 */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { toString } from 'mdast-util-to-string';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Node } from 'unist';
import { schemeFor, templateFor, type Forms } from '../dossier/forms.ts';
import type { MarkingScheme } from '../dossier/marking.ts';
import type { Template } from '../dossier/template.ts';
import { done, refused, type Result } from '../result.ts';
import { parseCitationLabel } from './citation-label.ts';
import { citationsIn } from './citations-of.ts';
import { createCitationReader, type CitationCode } from './markdown/citation-reader.ts';
import { citationFromMarkdown, citationSyntax } from './markdown/citation-syntax.ts';
import { blockMarkFromMarkdown, blockMarkSyntax, readBlockMarks } from './markdown/block-mark-syntax.ts';
import { readFrontMatter, splitFrontMatter, type WrittenFrontMatter } from './markdown/front-matter.ts';
import { normalBlocks } from './normal-form.ts';
import { plainLine } from './normal-inline.ts';
import type { NoteBlock, NoteHeader, NoteTree } from './note-tree.ts';
import type { SourceLookup } from './resolved-note.ts';

/** What holds where the file does not say. */
export interface NoteDefaults {
  readonly template: Template;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
}

export type ParseNoteCode = CitationCode | 'too-deep';

const maxDepth = 90; // below the depth that a note's tree may have

/**
 * The tree comes in its normal form (`normal-form.ts`). Every citation is found in this dossier, or the note is refused
 * with a sentence that names it. Without a title in the front matter, a first heading of the first level is the title.
 */
export function parseNoteMarkdown(
  markdown: string,
  lookup: SourceLookup,
  defaults: NoteDefaults,
): Result<NoteTree, ParseNoteCode> {
  const { yaml, body } = splitFrontMatter(markdown);
  const said = readFrontMatter(yaml);
  if (!said.ok) return said;
  const header = headerFrom(said.value, defaults, lookup.forms);
  const scheme = schemeFor(lookup.forms, header.scheme);
  const reader = createCitationReader(lookup, said.value);
  const root = parseBody(body, scheme, reader.read);
  const refusal = reader.refusal();
  if (refusal !== undefined) return { ok: false, error: refusal };
  if (isTooDeep(root)) {
    return refused(
      'too-deep',
      `The note is nested more than ${String(maxDepth)} levels deep. Make it flatter.`,
    );
  }
  readBlockMarks(root, scheme);
  root.children = root.children.filter(
    (node) => node.type !== 'footnoteDefinition' || parseCitationLabel(node.label ?? '') === undefined,
  );
  const blocks = normalBlocks(root.children);
  return done({ type: 'root', children: withTitle(header, said.value, blocks) });
}

function parseBody(
  body: string,
  scheme: MarkingScheme,
  read: Parameters<typeof citationFromMarkdown>[0],
): Root {
  return fromMarkdown(body, {
    extensions: [
      gfmTable(),
      gfmFootnote(),
      gfmStrikethrough({ singleTilde: false }),
      gfmTaskListItem(),
      blockMarkSyntax(scheme),
      citationSyntax,
    ],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      blockMarkFromMarkdown,
      citationFromMarkdown(read),
    ],
  });
}

function isTooDeep(root: Node): boolean {
  const pending: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.depth > maxDepth) return true;
    if (!('children' in next.node)) continue;
    for (const node of next.node.children as readonly Node[]) pending.push({ node, depth: next.depth + 1 });
  }
  return false;
}

function headerFrom(said: WrittenFrontMatter, defaults: NoteDefaults, forms: Forms): NoteHeader {
  const template = said.template === undefined ? defaults.template : templateFor(forms, said.template);
  const scheme = said.scheme ?? template.scheme;
  // A level of the template's scheme means nothing in another one.
  const usual = scheme === template.scheme ? template.marking : null;
  return {
    type: 'noteHeader',
    title: said.title ?? defaults.title,
    template: said.template ?? defaults.template.key,
    scheme,
    marking: said.marking === undefined ? usual : said.marking,
    language: said.language ?? defaults.language,
    fields: said.fields === undefined ? fieldsFrom(said, template) : [...said.fields],
    ...(said.handling.length > 0 ? { handling: [...said.handling] } : {}),
    ...(said.overrides.length > 0 ? { overrides: [...said.overrides] } : {}),
  };
}

function fieldsFrom({ loose }: WrittenFrontMatter, template: Template): NoteHeader['fields'] {
  const given = new Map(loose.map(({ key, value }) => [key, value]));
  const known = template.fields.map(({ key }) => ({ key, value: given.get(key) ?? '' }));
  return [...known, ...loose.filter(({ key }) => !template.fields.some((field) => field.key === key))];
}

function withTitle(
  header: NoteHeader,
  said: WrittenFrontMatter,
  blocks: readonly NoteBlock[],
): NoteTree['children'] {
  const [first, ...rest] = blocks;
  if (said.title === undefined && first?.type === 'heading' && first.depth === 1) {
    const title = plainLine(toString(first)).trim();
    // A title can't cite: such a heading stays where it is.
    const mentions = first.children.some(({ type }) => type === 'footnoteReference');
    if (title !== '' && !mentions && citationsIn([first]).length === 0)
      return [{ ...header, title }, ...rest];
  }
  return [header, ...blocks];
}
