import { standardForms } from '../../../core/dossier/forms.ts';
import fc from 'fast-check';
import type { Node } from 'unist';
import { describe, expect, it } from 'vitest';
import type { Citation, NoteBlock, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { describeDifference, isSame } from '../../../core/note-tree/diff/describe-difference.ts';
import { diffNotes, type NoteDifference } from '../../../core/note-tree/diff/diff-notes.ts';
import { arbitraryNote } from '../exporters/arbitrary-note.ts';
import { cite, noteOf, target } from '../note-tree/two-accounts.ts';

/** `A ¶12` of what the test's own targets are: the label of the source, and the place. */
const describeCitation = (citation: Citation) =>
  citation.targets.map(({ source, paragraph }) => `${source} ${paragraph}`).join(', ');

/** All words of a note in reading order, found in another way than by the code under test. Spaces don't matter. */
function plainText(node: Node): string {
  if (node.type === 'noteHeader') return '';
  if (node.type === 'citation') return describeCitation(node as Citation);
  const { value, alt, label, children } = node as Node & {
    value?: string;
    alt?: string | null;
    label?: string;
    children?: Node[];
  };
  const own = node.type === 'footnoteReference' ? `[${label ?? ''}]` : node.type === 'image' ? alt : value;
  return (own ?? '') + (children ?? []).map(plainText).join('');
}
const squeeze = (text: string) => text.replaceAll(/\s+/gu, '');

function side(difference: NoteDifference, change: 'deleted' | 'inserted'): string {
  return difference.lines
    .flatMap(({ runs }) => runs)
    .filter((run) => run.change === 'kept' || run.change === change)
    .flatMap(({ tokens }) => tokens.map(({ text }) => text))
    .join('');
}

const text = (value: string) => ({ type: 'text' as const, value });
const paragraph = (...children: (string | Citation)[]): NoteBlock => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const heading = (value: string, depth: 2 | 3 = 2): NoteBlock => ({
  type: 'heading',
  depth,
  children: [text(value)],
});

/** Line by line: `=` kept, `+` inserted, `-` deleted, `~` changed with the changes in brackets. */
function drawn(before: NoteTree, after: NoteTree): string[] {
  const signs = { kept: '=', inserted: '+', deleted: '-', changed: '~' };
  return diffNotes(before, after, describeCitation, standardForms).lines.map(({ change, runs, setAnew }) => {
    const words = runs.map((run) => {
      const said = run.tokens.map((token) => token.text).join('');
      if (change !== 'changed' || run.change === 'kept') return said;
      return run.change === 'inserted' ? `[+${said}]` : `[-${said}]`;
    });
    return `${signs[change]}${setAnew ? '*' : ''} ${words.join('')}`;
  });
}

describe('the difference between two notes', () => {
  it('shows the words that changed within a line', () => {
    const before = noteOf(paragraph('Relations with the EU have stood for 30 years, officials said.'));
    const after = noteOf(paragraph('Relations with the EU have stood for 35 years, the minister said.'));
    expect(drawn(before, after)).toEqual([
      '~ Relations with the EU have stood for [-30][+35] years, [-officials][+the minister] said.',
    ]);
  });

  it('tells a line that came or went from one that changed', () => {
    const before = noteOf(heading('Summary'), paragraph('They met in Kuala Lumpur.'), paragraph('Gone now.'));
    const after = noteOf(
      heading('Summary'),
      paragraph('Something altogether new stands here.'),
      paragraph('They met in Hanoi and Kuala Lumpur.'),
    );
    expect(drawn(before, after)).toEqual([
      '= Summary',
      '+ Something altogether new stands here.',
      '~ They met in [+Hanoi and ]Kuala Lumpur.',
      '- Gone now.',
    ]);
  });

  it('reads a changed phrase as one, not word by word', () => {
    const before = noteOf(paragraph('The sides agreed to speed up talks on the free trade agreement.'));
    const after = noteOf(paragraph('The sides agreed to conclude soon talks on the free trade agreement.'));
    expect(drawn(before, after)).toEqual([
      '~ The sides agreed to [-speed up][+conclude soon] talks on the free trade agreement.',
    ]);
  });

  it('compares items, quotations, rows and footnotes each for itself', () => {
    const list = (...items: string[]): NoteBlock => ({
      type: 'list',
      ordered: false,
      children: items.map((item) => ({ type: 'listItem', children: [paragraph(item) as never] })),
    });
    const table = (...cells: string[]): NoteBlock => ({
      type: 'table',
      children: [
        { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })) },
      ],
    });
    const before = noteOf(list('one', 'two'), table('Ask', 'By 2025'));
    const after = noteOf(list('one', 'two', 'three'), table('Ask', 'By 2026'));
    expect(drawn(before, after)).toEqual(['= one', '= two', '+ three', '~ Ask\tBy [-2025][+2026]']);
  });

  it('says when only the form changed, but not when a text was merely cut into other nodes', () => {
    const bold: NoteBlock = {
      type: 'paragraph',
      children: [{ type: 'strong', children: [text('so it is')] }],
    };
    const inTwo: NoteBlock = { type: 'paragraph', children: [text('so '), text('it is')] };
    expect(drawn(noteOf(paragraph('so it is')), noteOf(bold))).toEqual(['=* so it is']);
    expect(drawn(noteOf(paragraph('so it is')), noteOf(inTwo))).toEqual(['= so it is']);
    expect(drawn(noteOf(heading('Ask')), noteOf(heading('Ask', 3)))).toEqual(['=* Ask']);
    const room = noteOf(heading('Ask'), paragraph());
    expect(isSame(diffNotes(room, noteOf(heading('Ask')), describeCitation, standardForms))).toBe(true);
  });

  it('counts citations added and dropped, each time for itself', () => {
    const a = cite(target('A', 0));
    const b = cite(target('B', 2));
    const before = noteOf(paragraph('One ', a), paragraph('Two ', b));
    const after = noteOf(paragraph('One ', a), paragraph('Two ', a));
    const found = diffNotes(before, after, describeCitation, standardForms);
    expect(found.citationsAdded).toEqual([describeCitation(a)]);
    expect(found.citationsDropped).toEqual([describeCitation(b)]);
    expect([found.wordsInserted, found.wordsDeleted]).toEqual([0, 0]);
  });

  const figureRows: readonly [string, string, string][] = [
    ['It stood for 30 years.', 'It stood for 35 years.', '30 → 35'],
    ['Growth of 6.5% this year.', 'Growth of 7% this year.', '6.5% → 7%'],
    ['They met on 11 July 2025 there.', 'They met on 12 July 2025 there.', '11 July 2025 → 12 July 2025'],
    ['Worth $1.2 billion in all.', 'Worth €1.2 billion in all.', '$1.2 billion → €1.2 billion'],
    ['The two met there again.', 'The two met there again in 2026.', '+ 2026'],
    ['All 27 members agreed to it.', 'All members agreed to it.', '− 27'],
    ['About 10 per cent of exports.', 'About 12 per cent of exports.', '10 per cent → 12 per cent'],
  ];
  it.each(figureRows)('names the figures that changed: %s %s %s', (before, after, words) => {
    const found = diffNotes(
      noteOf(paragraph(before)),
      noteOf(paragraph(after)),
      describeCitation,
      standardForms,
    );
    expect(describeDifference(found)).toContain(`figures: ${words}`);
  });

  it('does not call a figure changed that only went to another line', () => {
    const [one, two] = [paragraph('All 27 members agreed.'), paragraph('Nothing else was said by anyone.')];
    const found = diffNotes(noteOf(one, two), noteOf(two, one), describeCitation, standardForms);
    expect(found.figures).toEqual([]);
  });

  it('names what changed in the header, also fields that came and went', () => {
    const before = noteOf(paragraph('x'));
    const after = noteOf(paragraph('x'));
    const [header] = after.children;
    after.children[0] = {
      ...header,
      title: 'Other',
      marking: 'official-sensitive',
      fields: [
        { key: 'to', value: header.fields[0]?.value ?? '' },
        { key: 'box', value: 'All' },
      ],
    };
    expect(diffNotes(before, after, describeCitation, standardForms).header).toEqual([
      { name: 'Title', before: 'Viet Nam: bilaterals', after: 'Other' },
      { name: 'Marking', before: 'OFFICIAL', after: 'OFFICIAL-SENSITIVE' },
      { name: 'box', before: '', after: 'All' },
      { name: 'Ref', before: 'SEA/2025/118', after: '' },
    ]);
  });

  it('says all of it in one line', () => {
    const before = noteOf(paragraph('It stood for 30 years. ', cite(target('B', 2))));
    const after = noteOf(paragraph('It has stood for 35 years. ', cite(target('A', 0))));
    expect(
      describeDifference(
        diffNotes(
          before,
          after,
          (citation) => (citation.targets[0].source === target('A', 0).source ? 'A ¶12' : 'B ¶9'),
          standardForms,
        ),
      ),
    ).toBe('+2 words, −1; citations: + A ¶12, − B ¶9; figures: 30 → 35');
    const same = diffNotes(before, before, describeCitation, standardForms);
    expect([isSame(same), describeDifference(same)]).toEqual([true, 'No word changed']);
  });
});

describe('any two notes', () => {
  it('are both read back out of their difference', () => {
    fc.assert(
      fc.property(arbitraryNote, arbitraryNote, (before, after) => {
        const found = diffNotes(before, after, describeCitation, standardForms);
        expect(squeeze(side(found, 'deleted'))).toBe(squeeze(plainText(before)));
        expect(squeeze(side(found, 'inserted'))).toBe(squeeze(plainText(after)));
      }),
      { numRuns: 300 },
    );
  });

  it('that share blocks keep what they share', () => {
    fc.assert(
      fc.property(arbitraryNote, arbitraryNote, (one, other) => {
        const [header, ...blocks] = one.children;
        const after: NoteTree = {
          ...one,
          children: [header, ...other.children.slice(1), ...blocks] as never,
        };
        const found = diffNotes(one, after, describeCitation, standardForms);
        expect(squeeze(side(found, 'deleted'))).toBe(squeeze(plainText(one)));
        expect(squeeze(side(found, 'inserted'))).toBe(squeeze(plainText(after)));
        expect(found.header).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same as themselves', () => {
    fc.assert(
      fc.property(arbitraryNote, (note) => {
        expect(isSame(diffNotes(note, structuredClone(note), describeCitation, standardForms))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
