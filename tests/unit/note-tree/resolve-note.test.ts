import { describe, expect, it } from 'vitest';
import { asEditionId, asParagraphId, asSourceId } from '../../../core/dossier/ids.ts';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { citationCounts, citationsOf } from '../../../core/note-tree/citations-of.ts';
import { newNoteTree } from '../../../core/note-tree/new-note.ts';
import type { Citation, CitationTarget, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { countWords } from '../../../core/note-tree/word-count.ts';
import { cite, idB, lookup, noteOf, nowA, oldA, passageTarget, target } from './two-accounts.ts';

const citing = (...citations: Citation[]): NoteTree => noteOf({ type: 'paragraph', children: citations });

function labels(tree: NoteTree): string[] {
  const resolved = resolveNote(tree, lookup);
  if (!resolved.ok) throw new Error(resolved.error.message);
  return citationsOf(tree).map((citation) => resolved.value.citations.get(citation)?.label ?? '');
}

describe('labels within a note', () => {
  it.each<[string, Citation[], string[]]>([
    ['the same citation twice', [cite(target('A', 0)), cite(target('A', 0))], ['A1', 'A1']],
    ['numbers and not places', [cite(target('A', 3))], ['A3']],
    ['one passage', [cite(passageTarget(1, 'EVIPA'))], ['A2']],
    [
      'two passages of a paragraph',
      [
        cite(passageTarget(1, 'EVIPA')),
        cite(passageTarget(1, 'yellow card')),
        cite(passageTarget(1, 'EVIPA')),
      ],
      ['A2', 'A2.2', 'A2'],
    ],
    [
      'the whole paragraph keeps the bare label',
      [cite(passageTarget(1, 'EVIPA')), cite(target('A', 1))],
      ['A2.2', 'A2'],
    ],
    ['an older edition alone', [cite(target('A-old', 1))], ['A2']],
    ['two editions', [cite(target('A-old', 1)), cite(target('A', 1))], ['A2.2', 'A2']],
  ])('%s', (_, citations, expected) => {
    expect(labels(citing(...citations))).toEqual(expected);
  });
});

it('lists the cited sources by label, with the cited editions, oldest first', () => {
  const resolved = resolveNote(
    citing(cite(target('B', 0)), cite(target('A', 0)), cite(target('A-old', 0))),
    lookup,
  );
  if (!resolved.ok) throw new Error(resolved.error.message);
  expect(
    resolved.value.sources.map(({ source, editions }) => [source.label, editions.map(({ id }) => id)]),
  ).toEqual([
    ['A', [oldA, nowA]],
    ['B', ['edition-b1']],
  ]);
  expect(resolved.value.marking?.words).toBe('OFFICIAL');
});

describe('what can’t be cited is refused', () => {
  const away = target('A', 0);
  const passage = passageTarget(1, 'EVIPA');
  it.each<[string, CitationTarget, string]>([
    ['a heading', target('A', 2), 'not-citable'],
    ['a leftover', target('A', 5), 'not-citable'],
    ['an unknown source', { ...away, source: asSourceId('gone') }, 'citation-not-found'],
    ['an unknown edition', { ...away, edition: asEditionId('gone') }, 'citation-not-found'],
    ['an unknown paragraph', { ...away, paragraph: asParagraphId('gone') }, 'citation-not-found'],
    ['an edition of another source', { ...away, source: idB }, 'citation-not-found'],
    ['a passage of another edition', { ...passage, ...target('A-old', 1) }, 'citation-not-found'],
  ])('%s', (_, wrong, code) => {
    expect(resolveNote(citing(cite(wrong)), lookup)).toMatchObject({ ok: false, error: { code } });
  });
});

it('counts how often each paragraph is cited, once per citation', () => {
  const first = citing(cite(target('A', 0), target('A', 0)), cite(target('A', 0), target('B', 1)));
  const second = citing(cite(target('B', 1)));
  expect([...citationCounts([first, second])]).toEqual([
    [target('A', 0).paragraph, 2],
    [target('B', 1).paragraph, 2],
  ]);
  expect(citationCounts(second).size).toBe(1);
});

it('finds citations in tables, lists and own footnotes, in reading order', () => {
  const [first, second, third] = [cite(target('A', 0)), cite(target('A', 1)), cite(target('B', 0))];
  const tree = noteOf(
    { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [first] }] }] },
    {
      type: 'list',
      children: [
        {
          type: 'listItem',
          children: [{ type: 'paragraph', children: [{ type: 'strong', children: [second] }] }],
        },
      ],
    },
    { type: 'footnoteDefinition', identifier: 'a', children: [{ type: 'paragraph', children: [third] }] },
  );
  expect(citationsOf(tree)).toEqual([first, second, third]);
});

it.each([
  ['words', 'Two words', 2],
  ['words over marks, as one', 'un', 1],
  ['scripts without spaces', '外交部长', 2],
  ['numbers', '35 years', 2],
])('counts %s', (_, value, count) => {
  const half = Math.ceil(value.length / 2);
  const tree = noteOf({
    type: 'paragraph',
    children: [
      { type: 'text', value: value.slice(0, half) },
      { type: 'strong', children: [{ type: 'text', value: value.slice(half) }] },
    ],
  });
  expect(countWords(tree)).toBe(count);
});

it('starts a note with the header and headings of its template', () => {
  const tree = newNoteTree(templateFor(standardForms, 'readout'), {
    title: 'Kuala Lumpur',
    language: 'en-GB',
  });
  const [header, ...blocks] = tree.children;
  expect(header).toMatchObject({
    title: 'Kuala Lumpur',
    template: 'readout',
    scheme: 'uk',
    marking: 'official',
  });
  expect(header.fields.map(({ key }) => key)).toContain('drafter');
  expect(blocks.filter(({ type }) => type === 'heading')).toHaveLength(4);
  expect(
    newNoteTree(templateFor(standardForms, 'plain'), { title: 'x', language: 'en' }).children,
  ).toHaveLength(2);
});
