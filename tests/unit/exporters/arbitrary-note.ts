/** Any note that the editor, an older dossier or a hand could hold, for property tests. */
import fc from 'fast-check';
import { citationAffixes } from '../../../core/note-tree/citation-affixes.ts';
import type { NoteBlock, NoteInline, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { cite, noteOf, passageTarget, target } from '../note-tree/two-accounts.ts';

/** Words that mean something to Markdown, YAML, Typst, pandoc or this application. */
const trouble = [
  ...'*_~`[]()<>!#+-=|\\{}$^@&:;.,"\'/?%0123456789aẵé中😀שא\u00a0 ',
  '  ',
  '\n',
  '\t',
  '**',
  '~~',
  '[^A12]',
  '[^A1]:',
  '[^1]',
  '{.comment}',
  '[]{.comment}',
  '{marking=x}',
  '(OFFICIAL) ',
  '(OFFICIAL)',
  '[@A, ¶ 1]',
  '<!--A1.2-->',
  '<b>',
  '</div>',
  '&amp;',
  '1. ',
  '- ',
  '---',
  '# ',
  '> ',
  '| - |',
  '[ ] ',
  '```',
  'https://example.org',
  'a@b.co',
  'x',
  'the',
] as const;

const text = fc.array(fc.oneof(fc.constantFrom(...trouble), fc.string({ unit: 'grapheme', maxLength: 6 })), {
  maxLength: 6,
});
const words = text.map((pieces) => pieces.join(''));
const line = words.map((value) => value.replaceAll(/[\n\t]/gu, ' '));

const whole = fc.constantFrom(
  () => cite(target('A', 0)),
  () => cite(target('A', 0), target('A', 1)),
  () => cite(target('A', 1), target('B', 2)),
  () => cite(target('A-old', 1)),
  () => cite(target('B', 2), target('B', 0)),
  () => cite(passageTarget(1, 'yellow card')),
  () => cite(passageTarget(1, 'EVIPA')),
  () => cite(passageTarget(0, 'Rubio'), target('A', 1)),
);
const affix = fc.option(
  fc.oneof(
    words,
    fc.constantFrom('see', 'but cf.', '[see] @B, ¶ 1', 'a|b; "c" <!--A1-->', '*emphasis* added'),
  ),
  { nil: '' },
);
const citation = fc
  .tuple(whole, affix, affix)
  .map(([make, prefix, suffix]) => ({ ...make(), ...citationAffixes({ prefix, suffix }) }));

const footnoteLabel = fc.constantFrom('1', 'why', 'a1', 'A2', 'two words', 'WHY', 'x]y');

const { inline } = fc.letrec<{ inline: NoteInline; inlines: NoteInline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { maxLength: 4 }),
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words.map((value): NoteInline => ({ type: 'text', value })),
    citation,
    words.map((value): NoteInline => ({ type: 'inlineCode', value })),
    fc.constant<NoteInline>({ type: 'break' }),
    words.map((value): NoteInline => ({ type: 'html', value })),
    footnoteLabel.map((label): NoteInline => ({
      type: 'footnoteReference',
      label,
      identifier: label.toLowerCase(),
    })),
    fc
      .tuple(words, words, fc.option(words))
      .map(([url, alt, title]): NoteInline => ({ type: 'image', url, alt, title })),
    fc
      .tuple(fc.constantFrom('emphasis', 'strong', 'delete'), tie('inlines'))
      .map(([type, children]): NoteInline => ({ type, children })),
    fc.tuple(words, fc.option(words), tie('inlines')).map(([url, title, children]): NoteInline => ({
      type: 'link',
      url,
      title,
      children: children as never,
    })),
  ),
}));
const inlines = fc.array(inline, { maxLength: 5 });

const paragraph = fc
  .tuple(inlines, fc.boolean(), fc.constantFrom(undefined, 'official', 'official-sensitive', 'rest*ricted'))
  .map(([children, comment, marking]): NoteBlock => ({
    type: 'paragraph',
    children,
    data: { ...(comment ? { comment } : {}), ...(marking === undefined ? {} : { marking }) },
  }));

const { block } = fc.letrec<{ block: NoteBlock; blocks: NoteBlock[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: paragraph },
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), inlines)
      .map(([depth, children]): NoteBlock => ({ type: 'heading', depth, children })),
    fc.constant<NoteBlock>({ type: 'thematicBreak' }),
    fc
      .tuple(fc.option(line), fc.option(line), words)
      .map(([lang, meta, value]): NoteBlock => ({ type: 'code', lang, meta, value })),
    words.map((value): NoteBlock => ({ type: 'html', value })),
    fc
      .tuple(
        fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 }),
        fc.array(fc.constantFrom('left', 'right', 'center', null), { maxLength: 3 }),
      )
      .map(([rows, align]): NoteBlock => ({
        type: 'table',
        align,
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      })),
    tie('blocks').map((children): NoteBlock => ({ type: 'blockquote', children: children as never })),
    fc.tuple(footnoteLabel, tie('blocks')).map(([label, children]): NoteBlock => ({
      type: 'footnoteDefinition',
      label,
      identifier: label.toLowerCase(),
      children: children as never,
    })),
    fc
      .tuple(
        fc.boolean(),
        fc.constantFrom(null, 1, 2, 7),
        fc.array(fc.tuple(fc.constantFrom(null, true, false), tie('blocks')), { maxLength: 3 }),
      )
      .map(([ordered, start, items]): NoteBlock => ({
        type: 'list',
        ordered,
        start,
        children: items.map(([checked, children]) => ({
          type: 'listItem',
          checked,
          children: children as never,
        })),
      })),
  ),
}));

const arbitraryBlocks = fc.array(block, { maxLength: 5 });

const field = fc.record({
  key: fc.constantFrom('to', 'from', 'no', 'x: y', '12', '__proto__'),
  value: words,
});

export const arbitraryNote = fc
  .tuple(arbitraryBlocks, line, fc.array(field, { maxLength: 4 }), fc.constantFrom('uk', 'none', 'other'))
  .map(([blocks, title, fields, scheme]): NoteTree => {
    const [header, ...rest] = noteOf(...blocks).children;
    return { type: 'root', children: [{ ...header, title, fields, scheme }, ...rest] };
  });
