import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyStructureChanges,
  changeStructure,
  structureChangeAllowed,
  structureOf,
  type EditionStructure,
  type StructureChange,
  type StructureStep,
} from '../../../core/dossier/correct-structure.ts';
import { asEditionId, asParagraphId, isParagraphOf, paragraphIdAt } from '../../../core/dossier/ids.ts';
import { renumber } from '../../../core/dossier/number-paragraphs.ts';
import { seams } from '../../../core/dossier/paragraph-pieces.ts';
import type { ImportedParagraph, Paragraph, ParagraphLink } from '../../../core/dossier/source.ts';
import type { Result } from '../../../core/result.ts';

const edition = asEditionId('e1');
const at = (index: number) => paragraphIdAt(edition, index);

function structure(...imported: readonly (string | Partial<ImportedParagraph>)[]): EditionStructure {
  const paragraphs = imported.map((sketch, index): Paragraph => ({
    id: at(index),
    kind: 'text',
    text: '',
    leftover: false,
    number: null,
    ...(typeof sketch === 'string' ? { text: sketch } : sketch),
  }));
  return structureOf({ id: edition, paragraphs: renumber(paragraphs) }, null);
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const step = (from: EditionStructure, change: StructureChange): StructureStep =>
  valueOf(changeStructure(from, change));
const texts = ({ paragraphs }: EditionStructure) => paragraphs.map(({ text }) => text);
const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.error.code);

describe('joining', () => {
  it.each([
    ['space', 'The EU was', 'asked.', 'The EU was asked.'],
    ['space', 'of the Indo-', 'Pacific', 'of the Indo- Pacific'],
    ['nothing', 'of the Indo-', 'Pacific', 'of the Indo-Pacific'],
    ['nothing', '双方重申', '航行自由', '双方重申航行自由'],
    ['drop-hyphen', 'agree-', 'ment', 'agreement'],
    ['drop-hyphen', 'agree\u00AD', 'ment', 'agreement'],
  ] as const)('with “%s” puts “%s” and “%s” together', (seam, first, second, whole) => {
    const joined = step(structure(first, second), { kind: 'join', paragraph: at(0), seam }).structure;
    expect(texts(joined)).toEqual([whole]);
  });

  it('takes kind and page of the first, and counts again', () => {
    const before = structure(
      { kind: 'item', text: 'one', page: 3 },
      { text: 'two', page: 4, leftover: true },
      'three',
    );
    const after = step(before, { kind: 'join', paragraph: at(0), seam: 'space' }).structure;
    expect(after.paragraphs).toEqual([
      { id: at(3), kind: 'item', text: 'one two', page: 3, leftover: false, number: 1 },
      { id: at(2), kind: 'text', text: 'three', leftover: false, number: 2 },
    ]);
  });

  it('makes one link of one that went over the end of a line, and only of that', () => {
    const link = (start: number, end: number, url: string): ParagraphLink => ({ start, end, url });
    const before = structure(
      { text: 'see the state-', links: [link(0, 3, 'https://a/'), link(8, 14, 'https://b/')] },
      { text: 'ment here', links: [link(0, 4, 'https://b/'), link(5, 9, 'https://c/')] },
    );
    const [joined] = step(before, { kind: 'join', paragraph: at(0), seam: 'drop-hyphen' }).structure
      .paragraphs;
    expect(joined?.links).toEqual([
      link(0, 3, 'https://a/'),
      link(8, 17, 'https://b/'),
      link(18, 22, 'https://c/'),
    ]);
  });

  it.each([
    ['no-hyphen', structure('one', 'two'), { kind: 'join', paragraph: at(0), seam: 'drop-hyphen' }],
    ['no-hyphen', structure('1990–', '2000'), { kind: 'join', paragraph: at(0), seam: 'drop-hyphen' }],
    ['nothing-after', structure('one'), { kind: 'join', paragraph: at(0), seam: 'space' }],
    ['paragraph-not-found', structure('one'), { kind: 'join', paragraph: at(7), seam: 'space' }],
    [
      'table-row',
      structure('one', { kind: 'table', text: 'a\tb' }),
      { kind: 'join', paragraph: at(0), seam: 'space' },
    ],
    [
      'paragraph-too-long',
      structure('a'.repeat(600_000), 'b'.repeat(600_000)),
      { kind: 'join', paragraph: at(0), seam: 'space' },
    ],
  ] as const)('is refused as %s', (code, from, change) => {
    expect(codeOf(changeStructure(from, change))).toBe(code);
  });
});

describe('splitting', () => {
  it('trims at the cut, gives both halves new ids, and counts again', () => {
    const before = structure({ kind: 'heading', text: 'Aims' }, { text: 'One.  Two.', page: 2 }, 'Three.');
    const after = step(before, { kind: 'split', paragraph: at(1), at: 5 }).structure;
    expect(after.paragraphs.map(({ id, text, number, page }) => [id, text, number, page])).toEqual([
      [at(0), 'Aims', null, undefined],
      [at(3), 'One.', 1, 2],
      [at(4), 'Two.', 2, 2],
      [at(2), 'Three.', 3, undefined],
    ]);
    expect(after.paragraphs.every(({ id }) => isParagraphOf(edition, id))).toBe(true);
  });

  it('takes the page of the second half from whoever knows it', () => {
    const before = structure({ text: 'One. Two.', page: 2 }, { text: 'Three.', page: 3 });
    const split = (page: number) => changeStructure(before, { kind: 'split', paragraph: at(0), at: 4, page });
    expect(valueOf(split(3)).structure.paragraphs.map(({ page }) => page)).toEqual([2, 3, 3]);
    expect([1, 4, 2.5].map((page) => codeOf(split(page)))).toEqual(['bad-page', 'bad-page', 'bad-page']);
  });

  it.each([
    ['a negative place', 'One two', -1, 'outside-text'],
    ['a place after the end', 'One two', 8, 'outside-text'],
    ['half a unit', 'One two', 1.5, 'outside-text'],
    ['the beginning', 'One two', 0, 'empty-half'],
    ['the end', 'One two', 7, 'empty-half'],
    ['only white space before it', '\u00a0 One', 2, 'empty-half'],
    ['only direction marks after it', 'One \u200f', 4, 'empty-half'],
    ['within a surrogate pair', 'a😀b', 2, 'inside-character'],
    ['before a mark of its letter', 'e\u0301a', 1, 'inside-character'],
    ['within a family of emoji', '👩\u200d👧', 2, 'inside-character'],
    ['after the joiner of one', '👩\u200d👧', 3, 'inside-character'],
  ])('is refused at %s', (_, text, place, code) => {
    expect(codeOf(changeStructure(structure(text), { kind: 'split', paragraph: at(0), at: place }))).toBe(
      code,
    );
  });

  it('leaves a row of a table whole', () => {
    const rows = structure({ kind: 'table', text: 'a\tb' });
    expect(codeOf(changeStructure(rows, { kind: 'split', paragraph: at(0), at: 1 }))).toBe('table-row');
    expect(codeOf(changeStructure(rows, { kind: 'mark', paragraph: at(0), as: 'text' }))).toBe('table-row');
    expect(codeOf(changeStructure(rows, { kind: 'set-aside', paragraph: at(0), leftover: true }))).toBe(
      'done',
    );
  });
});

it('marks a paragraph as something else and back, with its id', () => {
  const before = structure('Aims', 'Text.');
  const heading = step(before, { kind: 'mark', paragraph: at(0), as: 'heading' }).structure;
  expect(heading.paragraphs).toMatchObject([
    { id: at(0), kind: 'heading', number: null },
    { id: at(1), number: 1 },
  ]);
  expect(step(heading, { kind: 'mark', paragraph: at(0), as: 'text' }).structure).toEqual(before);
  const aside = step(before, { kind: 'set-aside', paragraph: at(0), leftover: true }).structure;
  expect(step(aside, { kind: 'mark', paragraph: at(0), as: 'quote' }).structure.paragraphs[0]).toMatchObject({
    kind: 'quote',
    leftover: false,
    number: 1,
  });
});

describe('what is cited or annotated', () => {
  const before = structure({ kind: 'heading', text: 'Aims' }, 'One two.', 'Three.', 'Four.');
  const change = {
    split: { kind: 'split', paragraph: at(1), at: 3 },
    join: { kind: 'join', paragraph: at(1), seam: 'space' },
    joinHeading: { kind: 'join', paragraph: at(0), seam: 'space' },
    item: { kind: 'mark', paragraph: at(1), as: 'item' },
    heading: { kind: 'mark', paragraph: at(1), as: 'heading' },
    numberHeading: { kind: 'mark', paragraph: at(0), as: 'text' },
    aside: { kind: 'set-aside', paragraph: at(1), leftover: true },
  } as const satisfies Record<string, StructureChange>;

  it.each<[string, keyof typeof change, number[], string]>([
    ['nothing', 'join', [], 'done'],
    ['one before the join', 'join', [0], 'done'],
    ['the first of the join', 'join', [1], 'would-change-cited'],
    ['the second of the join', 'join', [2], 'would-change-cited'],
    ['one after the join', 'join', [3], 'would-renumber-cited'],
    ['a heading that is joined', 'joinHeading', [0], 'would-change-cited'],
    ['the one that is split', 'split', [1], 'would-change-cited'],
    ['one after the split', 'split', [2], 'would-renumber-cited'],
    ['one that becomes an item', 'item', [1, 2, 3], 'done'],
    ['one that becomes a heading', 'heading', [1], 'would-renumber-cited'],
    ['a heading that gets its first number', 'numberHeading', [0], 'done'],
    ['one after a new number', 'numberHeading', [1], 'would-renumber-cited'],
    ['one that is set aside', 'aside', [1], 'would-renumber-cited'],
    ['one before what is set aside', 'aside', [0], 'done'],
  ])('keeps text and number: %s', (_, name, used, code) => {
    expect(codeOf(structureChangeAllowed(before, change[name], new Set(used.map(at))))).toBe(code);
  });

  it('is not restored away either', () => {
    const { structure: joined, undo } = step(before, change.join);
    const allowed = structureChangeAllowed(joined, undo, new Set([at(4)]));
    expect(codeOf(allowed)).toBe('would-change-cited');
  });
});

it('gives no id twice, even after the edition was closed and opened again', () => {
  const before = structure('One', 'two', 'three');
  const joined = step(before, { kind: 'join', paragraph: at(0), seam: 'space' });
  const undone = step(joined.structure, joined.undo).structure;
  const opened = structureOf({ id: edition, paragraphs: undone.paragraphs }, undone.idsGiven);
  const again = step(opened, { kind: 'join', paragraph: at(1), seam: 'space' }).structure;
  expect(again.paragraphs.map(({ id }) => id)).toEqual([at(0), at(4)]);
});

describe('restoring', () => {
  const before = structure('One', 'two');
  const { structure: joined } = step(before, { kind: 'join', paragraph: at(0), seam: 'space' });
  const restore = (replaced: number[], ...paragraphs: Paragraph[]) =>
    codeOf(changeStructure(joined, { kind: 'restore', replaced: replaced.map(at), paragraphs }));
  const [one, two] = before.paragraphs as [Paragraph, Paragraph];

  it.each<[string, string, string]>([
    ['what was there', restore([2], one, two), 'done'],
    ['other words', restore([2], one, { ...two, text: 'tow' }), 'would-change-words'],
    ['fewer words', restore([2], one), 'would-change-words'],
    [
      'an id of another edition',
      restore([2], { ...one, id: asParagraphId('e2.1') }, two),
      'would-change-words',
    ],
    ['an id never given', restore([2], { ...one, id: at(9) }, two), 'would-change-words'],
    ['one id twice', restore([2], one, { ...two, id: one.id }), 'would-change-words'],
    ['in place of what is not there', restore([0], one, two), 'paragraph-not-found'],
    ['in place of nothing', restore([], one, two), 'paragraph-not-found'],
  ])('puts back %s: %s', (_, code, expected) => {
    expect(code).toBe(expected);
  });
});

it('makes the paragraphs of a new edition and leaves the old one as it was', () => {
  const before = structure('Aims', 'One.', 'Two. Three.');
  const copy = structuredClone(before);
  const changed = applyStructureChanges(before, [
    { kind: 'mark', paragraph: at(0), as: 'heading' },
    { kind: 'join', paragraph: at(1), seam: 'space' },
    { kind: 'split', paragraph: at(3), at: 9 },
  ]);
  expect(valueOf(changed)).toEqual([
    { kind: 'heading', text: 'Aims', leftover: false },
    { kind: 'text', text: 'One. Two.', leftover: false },
    { kind: 'text', text: 'Three.', leftover: false },
  ]);
  expect(before).toEqual(copy);
  expect(codeOf(applyStructureChanges(before, [{ kind: 'mark', paragraph: at(8), as: 'heading' }]))).toBe(
    'paragraph-not-found',
  );
});

/** Words with a letter at both ends, as importers leave them, parted by one space; links on some of them. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((text) => /^[\p{L}\p{N}](?:[^\s\p{Cf}]*[\p{L}\p{N}])?$/u.test(text));
const linkedText = fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 8 }).map((words) => {
  const links: ParagraphLink[] = [];
  let text = '';
  for (const [index, [one, linked]] of words.entries()) {
    if (text !== '') text += ' ';
    // Each link bears its own words, so that a test can tell whether it still stands on them.
    if (linked)
      links.push({
        start: text.length,
        end: text.length + one.length,
        url: `https://x/${String(index)}#${one}`,
      });
    text += one;
  }
  return { text, ...(links.length === 0 ? {} : { links }) };
});
const imported = fc
  .tuple(linkedText, fc.constantFrom('text', 'heading', 'item', 'quote', 'table'), fc.boolean())
  .map(([linked, kind, leftover]) => ({ ...linked, kind, leftover }) satisfies ImportedParagraph);
const anyStructure = fc
  .array(imported, { minLength: 1, maxLength: 6 })
  .map((paragraphs) =>
    structure(...paragraphs.map((paragraph, index) => ({ ...paragraph, page: index + 1 }))),
  );

interface Move {
  readonly kind: StructureChange['kind'];
  readonly where: number;
  readonly at: number;
  readonly seam: (typeof seams)[number];
}
const move = fc.record<Move>({
  kind: fc.constantFrom('join', 'split', 'mark', 'set-aside'),
  where: fc.nat(10),
  at: fc.nat(40),
  seam: fc.constantFrom(...seams),
});

function changeOf({ paragraphs }: EditionStructure, { kind, where, at: place, seam }: Move): StructureChange {
  const paragraph = paragraphs[where % paragraphs.length]?.id ?? at(0);
  if (kind === 'join') return { kind, paragraph, seam };
  if (kind === 'split') return { kind, paragraph, at: place };
  if (kind === 'mark') return { kind, paragraph, as: place % 2 === 0 ? 'heading' : 'item' };
  return { kind: 'set-aside', paragraph, leftover: place % 2 === 0 };
}

function walk(from: EditionStructure, moves: readonly Move[]): StructureStep[] {
  const steps: StructureStep[] = [];
  for (const one of moves) {
    const present = steps.at(-1)?.structure ?? from;
    const made = changeStructure(present, changeOf(present, one));
    if (made.ok) steps.push(made.value);
  }
  return steps;
}

/** What no seam and no cut takes away. */
const lettersIn = (text: string) => text.replaceAll(/[\s\u00AD\u2010-]/gu, '');
const letters = (from: EditionStructure) => lettersIn(texts(from).join(''));

describe('whatever is done', () => {
  const walks = fc.tuple(anyStructure, fc.array(move, { maxLength: 12 }));

  it('splitting and joining again gives the text and its links', () => {
    fc.assert(
      fc.property(linkedText, fc.nat(60), (linked, place) => {
        const before = structure({ ...linked, page: 1 });
        const split = changeStructure(before, { kind: 'split', paragraph: at(0), at: place });
        fc.pre(split.ok);
        const [first] = split.value.structure.paragraphs;
        const seam = /\s/u.test(linked.text.slice(place - 1, place + 1)) ? 'space' : 'nothing';
        const again = step(split.value.structure, { kind: 'join', paragraph: first?.id ?? at(0), seam });
        const [whole] = again.structure.paragraphs;
        expect({ ...whole, id: at(0) }).toEqual(before.paragraphs[0]);
      }),
    );
  });

  it('no letter is lost, none is added, and no half is empty', () => {
    fc.assert(
      fc.property(walks, ([from, moves]) => {
        for (const { structure: after } of walk(from, moves)) {
          expect(letters(after)).toBe(letters(from));
          expect(texts(after).every((text) => text.trim() === text && text !== '')).toBe(true);
          expect(texts(after).every((text) => !/\p{Surrogate}/u.test(text))).toBe(true);
        }
      }),
    );
  });

  it('every link stands on its own words, in order', () => {
    fc.assert(
      fc.property(walks, ([from, moves]) => {
        for (const { text, links = [] } of walk(from, moves).at(-1)?.structure.paragraphs ?? []) {
          let end = 0;
          for (const link of links) {
            expect(link.start).toBeGreaterThanOrEqual(end);
            expect(link.end).toBeLessThanOrEqual(text.length);
            const words = link.url.slice(link.url.indexOf('#') + 1);
            expect(lettersIn(words)).toContain(lettersIn(text.slice(link.start, link.end)));
            end = link.end;
          }
        }
      }),
    );
  });

  it('undoing all of it restores everything, and doing it again gives the same ids', () => {
    fc.assert(
      fc.property(walks, ([from, moves]) => {
        const steps = walk(from, moves);
        const redo: StructureChange[] = [];
        let present = steps.at(-1)?.structure ?? from;
        for (const { undo } of steps.toReversed()) {
          const taken = step(present, undo);
          redo.push(taken.undo);
          present = taken.structure;
        }
        expect(present.paragraphs).toEqual(from.paragraphs);
        for (const change of redo.toReversed()) present = step(present, change).structure;
        expect(present.paragraphs).toEqual((steps.at(-1)?.structure ?? from).paragraphs);
      }),
    );
  });

  it('an id names one text for ever', () => {
    fc.assert(
      fc.property(walks, fc.array(move, { maxLength: 6 }), ([from, moves], more) => {
        const named = new Map<string, string>();
        const note = ({ paragraphs }: EditionStructure) => {
          for (const { id, text } of paragraphs) {
            expect(isParagraphOf(edition, id)).toBe(true);
            expect(named.get(id) ?? text).toBe(text);
            named.set(id, text);
          }
        };
        note(from);
        const steps = walk(from, moves);
        let present = from;
        for (const made of steps) note((present = made.structure));
        for (const { undo } of steps.toReversed()) note((present = step(present, undo).structure));
        for (const made of walk(present, more)) note(made.structure);
      }),
    );
  });

  it('where it is allowed, what is used keeps its text and its number', () => {
    fc.assert(
      fc.property(anyStructure, move, fc.nat(10), (from, one, used) => {
        const kept = from.paragraphs[used % from.paragraphs.length];
        const allowed = structureChangeAllowed(from, changeOf(from, one), new Set(kept ? [kept.id] : []));
        fc.pre(allowed.ok);
        const now = allowed.value.structure.paragraphs.find(({ id }) => id === kept?.id);
        expect(now?.text).toBe(kept?.text);
        if (kept?.number !== null) expect(now?.number).toBe(kept?.number);
      }),
    );
  });
});
