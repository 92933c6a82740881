import { toString } from 'mdast-util-to-string';
import type { Template } from '../dossier/template.ts';
import { blocksOfSection } from './new-note.ts';
import { normalBlocks } from './normal-form.ts';
import type { NoteBlock, NoteHeader, NoteTree } from './note-tree.ts';

const wordsOf = (block: NoteBlock) => toString(block).trim().toLowerCase();
const isHeading = (block: NoteBlock | undefined) => block?.type === 'heading';
const isBlank = (block: NoteBlock) =>
  (block.type === 'paragraph' || block.type === 'list') && wordsOf(block) === '' && !hasCitation(block);

function hasCitation(block: NoteBlock): boolean {
  return JSON.stringify(block).includes('"type":"citation"');
}

/** The same for blocks that read the same, whether an editor held them in between or not. */
const normalText = (blocks: readonly NoteBlock[]) => JSON.stringify(normalBlocks(blocks));

/** Drops the headings of the old template under which nobody wrote anything, with the empty lines below them. */
function withoutUnused(blocks: readonly NoteBlock[], from: Template): NoteBlock[] {
  const old = new Set(from.sections.map(({ heading }) => heading.toLowerCase()));
  const begun = new Map(
    from.sections.map((section) => [
      section.heading.toLowerCase(),
      normalText(blocksOfSection(section).slice(1)),
    ]),
  );
  const kept: NoteBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    if (!isHeading(block) || !old.has(wordsOf(block))) {
      kept.push(block);
      continue;
    }
    let end = at + 1;
    while (end < blocks.length && !isHeading(blocks[end])) end += 1;
    const below = blocks.slice(at + 1, end);
    const untouched = below.every(isBlank) || normalText(below) === begun.get(wordsOf(block));
    if (!untouched) kept.push(block, ...below);
    at = end - 1;
  }
  return kept;
}

function headerFor(header: NoteHeader, to: Template): NoteHeader {
  const written = header.fields.filter(({ value }) => value.trim() !== '');
  const known = to.fields.map(({ key }) => ({
    key,
    value: header.fields.find((field) => field.key === key)?.value ?? '',
  }));
  // What the new template has no field for is kept, and shown by its key.
  const others = written.filter(({ key }) => !to.fields.some((field) => field.key === key));
  const isMarked = header.marking !== null;
  return {
    ...header,
    template: to.key,
    fields: [...known, ...others],
    // A marking that somebody chose is nobody's to drop; an unmarked note takes the scheme of its new template.
    ...(isMarked ? {} : { scheme: to.scheme, marking: to.marking }),
  };
}

/**
 * The same note from another template. What was written stays, in its order, with every header field that is filled in;
 * headings of `from` with nothing under them go, headings of `to` that are missing are added at the end.
 */
export function changeTemplate(tree: NoteTree, from: Template, to: Template): NoteTree {
  const [header, ...blocks] = tree.children;
  const kept = withoutUnused(blocks, from);
  const present = new Set(kept.filter(isHeading).map(wordsOf));
  const missing = to.sections.filter(({ heading }) => !present.has(heading.toLowerCase()));
  const footnotes = kept.filter(({ type }) => type === 'footnoteDefinition');
  const text = kept.filter(({ type }) => type !== 'footnoteDefinition');
  return {
    type: 'root',
    children: [headerFor(header, to), ...text, ...missing.flatMap(blocksOfSection), ...footnotes],
  };
}
