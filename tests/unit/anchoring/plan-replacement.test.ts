import { describe, expect, it } from 'vitest';
import { applyDecisions, type Decision } from '../../../core/anchoring/apply-decisions.ts';
import { planReplacement, targetKey } from '../../../core/anchoring/plan-replacement.ts';
import { prepareReplacement } from '../../../core/anchoring/replacement.ts';
import { resolveAnchor } from '../../../core/anchoring/resolve-anchor.ts';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId, asNoteId } from '../../../core/dossier/ids.ts';
import type { Passage } from '../../../core/dossier/passage.ts';
import { citationsOf } from '../../../core/note-tree/citations-of.ts';
import { moveCitations } from '../../../core/note-tree/move-citations.ts';
import type { CitationTarget, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { editionOf, paragraphAt } from './editions.ts';
import { passageAt, passageOf } from './quotations.ts';

const stays = 'The two ministers discussed the trade between both countries.';
const retypeset = 'The “yellow card” — on seafood exports — was raised by the host.';
const changed = 'They agreed to meet again in Hanoi before the end of the year.';
const doubled = 'Nothing was said of the visit of the delegation in the spring.';
const gone = 'The weather was fine, and a walk through the gardens was enjoyed.';
const old = editionOf('old', [stays, retypeset, changed, doubled, gone]);
const next = editionOf('new', [
  stays,
  retypeset.replaceAll(/[“”]/gu, '"'),
  changed.replace('Hanoi', 'Brussels'),
  doubled,
  doubled,
]);
const replacement = prepareReplacement(old, next);

const annotation = (id: string, passage: Passage): Annotation => ({
  id: asAnnotationId(id),
  source: old.source,
  passage,
  category: 'fact',
  comment: '',
  tags: [],
  createdAt: '2025-07-12T08:00:00.000Z',
  updatedAt: '2025-07-12T08:00:00.000Z',
});

const annotations = [
  annotation('a1', passageOf(old, 0, 'the trade')),
  annotation('a2', passageOf(old, 1, '“yellow card”')),
  annotation('a3', passageOf(old, 2, 'meet again in Hanoi before')),
  annotation('a4', passageOf(old, 3, 'the delegation')),
  annotation('a5', passageOf(old, 4, 'walk through the gardens')),
  annotation('other', passageOf(next, 0, 'the trade')),
];

const target = (index: number, passage?: Passage): CitationTarget => ({
  source: old.source,
  edition: old.id,
  paragraph: paragraphAt(old, index).id,
  ...(passage === undefined ? {} : { passage }),
});

const noteCiting = (...targets: [CitationTarget, ...CitationTarget[]][]): NoteTree => ({
  type: 'root',
  children: [
    {
      type: 'noteHeader',
      title: '',
      template: 'plain',
      scheme: 'none',
      marking: null,
      language: 'en',
      fields: [],
    },
    { type: 'heading', depth: 2, children: [{ type: 'text', value: 'A heading' }] },
    ...targets.map((one) => ({
      type: 'paragraph' as const,
      children: [
        { type: 'text' as const, value: 'So it is.' },
        { type: 'citation' as const, targets: one },
      ],
    })),
  ],
});

const ministers = passageOf(old, 0, 'two ministers');
const note = noteCiting(
  [target(0), target(1)],
  [target(0, ministers)],
  [target(2)],
  [target(3)],
  [target(4)],
  [target(0)],
);
const notes = [{ id: asNoteId('n1'), tree: note }];
const plan = planReplacement(replacement, annotations, notes);

describe('planReplacement', () => {
  it('lists what points into the older edition, once each, with both texts and what may become of it', () => {
    const rows = plan.items.map(({ id, kind, before, candidates }) => [
      id,
      kind,
      before.map(({ text }) => text).join(' / '),
      ...candidates.map(({ texts }) =>
        texts.map(({ paragraph, text }) => `${paragraph} ${text}`).join(' / '),
      ),
    ]);
    expect(rows).toEqual([
      ['annotation:a1', 'found', 'the trade', 'new.1 the trade'],
      ['annotation:a2', 'typography', '“yellow card”', 'new.2 "yellow card"'],
      [
        'annotation:a3',
        'changed-suggested',
        'meet again in Hanoi before',
        'new.3 meet again in Brussels before',
      ],
      ['annotation:a4', 'ambiguous', 'the delegation', 'new.4 the delegation', 'new.5 the delegation'],
      ['annotation:a5', 'orphaned', 'walk through the gardens'],
      ['citation:n1:old old.1', 'found', stays, `new.1 ${stays}`],
      ['citation:n1:old old.2', 'typography', retypeset, `new.2 ${retypeset.replaceAll(/[“”]/gu, '"')}`],
      ['citation:n1:old old.1 old.1:4-17', 'found', 'two ministers', 'new.1 two ministers'],
      [
        'citation:n1:old old.3',
        'changed-suggested',
        changed,
        `new.3 ${changed.replace('Hanoi', 'Brussels')}`,
      ],
      ['citation:n1:old old.4', 'ambiguous', doubled, `new.4 ${doubled}`, `new.5 ${doubled}`],
      ['citation:n1:old old.5', 'orphaned', gone],
    ]);
    expect(planReplacement(prepareReplacement(old, next), annotations, notes)).toEqual(plan);
  });

  it('shows how a suggestion differs', () => {
    const item = plan.items.find(({ id }) => id === 'annotation:a3');
    expect(item?.candidates[0]?.difference.filter(({ change }) => change !== 'kept')).toEqual([
      { change: 'deleted', text: 'Hanoi' },
      { change: 'inserted', text: 'Brussels' },
    ]);
  });

  it('offers a copy of several paragraphs as a whole', () => {
    const both = editionOf('new', [stays, retypeset, changed, stays, retypeset]);
    const wide = annotation('wide', passageAt(old, [0, 4, 20], [1, 0, 17]));
    const { items } = planReplacement(prepareReplacement(old, both), [wide], []);
    expect(items.map(({ kind }) => kind)).toEqual(['ambiguous']);
    expect(items[0]?.candidates.map(({ texts }) => texts.map(({ paragraph }) => paragraph))).toEqual([
      ['new.1', 'new.2'],
      ['new.4', 'new.5'],
    ]);
  });
});

describe('applyDecisions', () => {
  function applied(decisions: readonly Decision[]) {
    const result = applyDecisions(plan, decisions);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }

  it('moves what was found; what is undecided stays', () => {
    const { annotations: moved, citations, staying } = applied([]);
    expect(moved.map((one) => one.annotation)).toEqual(['a1', 'a2']);
    expect(citations.map(({ to }) => to.map(({ paragraph }) => paragraph))).toEqual([
      ['new.1'],
      ['new.2'],
      ['new.1'],
    ]);
    expect(staying).toEqual([
      'annotation:a3',
      'annotation:a4',
      'annotation:a5',
      'citation:n1:old old.3',
      'citation:n1:old old.4',
      'citation:n1:old old.5',
    ]);
  });

  it('moves what was decided, and leaves what was decided to stay', () => {
    const {
      annotations: moved,
      citations,
      staying,
    } = applied([
      { item: 'annotation:a1', take: null },
      { item: 'annotation:a3', take: 0 },
      { item: 'annotation:a4', take: 0 },
      { item: 'annotation:a4', take: 1 },
      { item: 'citation:n1:old old.4', take: 0 },
    ]);
    expect(moved.map(({ annotation: id, passage }) => [id, passage.anchors[0].paragraph])).toEqual([
      ['a2', 'new.2'],
      ['a3', 'new.3'],
      ['a4', 'new.5'],
    ]);
    expect(citations.at(-1)?.to).toEqual([{ source: next.source, edition: next.id, paragraph: 'new.4' }]);
    expect(staying).toContain('annotation:a1');
    for (const { passage } of moved) {
      expect(passage.edition).toBe(next.id);
      for (const anchor of passage.anchors) expect(resolveAnchor(next, anchor).state).toBe('found');
    }
  });

  it.each<[string, Decision, string]>([
    ['an item that is not in the plan', { item: 'annotation:a9', take: 0 }, 'unknown-item'],
    ['a candidate that was not offered', { item: 'annotation:a5', take: 0 }, 'unknown-candidate'],
    ['a candidate below nought', { item: 'annotation:a4', take: -1 }, 'unknown-candidate'],
  ])('refuses %s', (_, decision, code) => {
    const result = applyDecisions(plan, [decision]);
    expect(result.ok ? null : result.error.code).toBe(code);
  });
});

describe('moveCitations', () => {
  it('gives the citations of a note their new targets, and copies nothing else', () => {
    const result = applyDecisions(plan, []);
    if (!result.ok) throw new Error(result.error.code);
    const moves = new Map(result.value.citations.map(({ from, to }) => [targetKey(from), to]));
    const moved = moveCitations(note, (one) => moves.get(targetKey(one)) ?? null);
    expect(citationsOf(moved).map(({ targets }) => targets.map(({ paragraph }) => paragraph))).toEqual([
      ['new.1', 'new.2'],
      ['new.1'],
      ['old.3'],
      ['old.4'],
      ['old.5'],
      ['new.1'],
    ]);
    expect(moved.children[1]).toBe(note.children[1]);
    expect(
      citationsOf(note)
        .flatMap(({ targets }) => targets)
        .every(({ edition }) => edition === old.id),
    ).toBe(true);
    expect(moveCitations(note, () => null)).toBe(note);
  });

  it('makes one of two targets that became the same, and two of one that was broken', () => {
    const [first, second] = [target(0), target(1)];
    const tree = noteCiting([first, second], [first]);
    const joined = moveCitations(tree, () => [first]);
    expect(citationsOf(joined).map(({ targets }) => targets)).toEqual([[first], [first]]);
    const broken = moveCitations(tree, (one) => (one === first ? [first, second] : null));
    expect(citationsOf(broken).map(({ targets }) => targets)).toEqual([
      [first, second],
      [first, second],
    ]);
  });
});
