import { describe, expect, it, vi } from 'vitest';
import { asEditionId, asSourceId, paragraphIdAt, type EditionId } from '../../../core/dossier/ids.ts';
import type { Correction } from '../../../core/dossier/paragraph-corrections.ts';
import { notAssessed } from '../../../core/dossier/source-assessment.ts';
import type { Edition, Paragraph } from '../../../core/dossier/source.ts';
import { createCorrectionCommands } from '../../../renderer/workspace/correction-commands.ts';
import { firstChanged } from '../../../renderer/workspace/first-changed.ts';
import { createStore } from '../../../renderer/workspace/store.ts';
import { emptyWorkspace, type WorkspaceState } from '../../../renderer/workspace/workspace-state.ts';

const id = asEditionId('e');
const source = asSourceId('s');
const paragraph = (index: number, part: Partial<Paragraph> = {}): Paragraph => ({
  id: paragraphIdAt(id, index),
  kind: 'text',
  text: `Paragraph ${String(index)}.`,
  number: index + 1,
  leftover: false,
  ...part,
});
const edition: Edition = {
  id,
  source,
  sha256: '',
  fileName: 'a.txt',
  byteLength: 1,
  importedAt: '',
  paragraphs: [paragraph(0), paragraph(1)],
};
const place = { edition: id, paragraph: paragraphIdAt(id, 0), offset: null };

function setUp(state: Partial<WorkspaceState> = {}, canMakeNewEdition = true) {
  const store = createStore<WorkspaceState>({
    ...emptyWorkspace,
    source,
    sources: [
      {
        source: {
          id: source,
          label: 'A',
          title: 'T',
          metadata: { type: 'report' },
          assessment: notAssessed,
          currentEdition: id,
        },
        numberedParagraphs: 2,
      },
    ],
    editions: new Map([[id, edition]]),
    lastUsedPanes: ['source', 'note'],
    place,
    ...state,
  });
  const correct = vi.fn<(edition: EditionId, change: Correction) => Promise<void>>(() => Promise.resolve());
  const refuse = vi.fn<(message: string) => void>();
  const onNewEdition = vi.fn<(edition: EditionId, change: Correction) => void>();
  const sources = {
    open: () => Promise.resolve(),
    loadEditions: () => Promise.resolve(),
    reveal: () => Promise.resolve(),
    listEditions: () => Promise.resolve(),
    showEdition: () => Promise.resolve(),
    correct,
  };
  const commands = createCorrectionCommands({
    store,
    sources,
    refuse,
    ...(canMakeNewEdition ? { onNewEdition } : {}),
  });
  return { store, commands, correct, refuse, onNewEdition };
}

describe('a correction by key or menu', () => {
  it('is made on the paragraph that the keyboard is at', () => {
    const { commands, correct, refuse } = setUp();
    commands.correctHere('join-paragraph');
    expect(correct).toHaveBeenCalledWith(id, { kind: 'join', paragraph: place.paragraph, seam: 'space' });
    expect(refuse).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<WorkspaceState>, RegExp]>([
    ['no place is known', { place: null }, /^Go to a paragraph/],
    ['one writes in the note', { lastUsedPanes: ['note', 'source'] }, /^Go to a paragraph/],
    [
      'the place is in another source',
      { place: { ...place, edition: asEditionId('x') } },
      /^Go to a paragraph/,
    ],
    ['the paragraph is gone', { place: { ...place, paragraph: paragraphIdAt(id, 9) } }, /^Go to a paragraph/],
    ['there is no next one', { place: { ...place, paragraph: paragraphIdAt(id, 1) } }, /last paragraph/],
  ])('is refused with a sentence where %s', (_, state, sentence) => {
    const { commands, correct, refuse } = setUp(state);
    commands.correctHere('join-paragraph');
    expect(correct).not.toHaveBeenCalled();
    expect(refuse.mock.calls[0]?.[0]).toMatch(sentence);
  });

  it('opens the menu only where the keyboard is in a source', () => {
    const there = setUp();
    there.commands.openMenuHere();
    expect(there.store.get().correctionMenu).toEqual({ place, at: null });
    const elsewhere = setUp({ place: null });
    elsewhere.commands.openMenuHere();
    expect(elsewhere.store.get().correctionMenu).toBe(null);
    expect(elsewhere.refuse).toHaveBeenCalledOnce();
  });
});

describe('a correction that was refused', () => {
  const change: Correction = { kind: 'set-aside', paragraph: place.paragraph, leftover: true };
  const refused = {
    dialog: 'refused-correction',
    refusedCorrection: { edition: id, change, text: 'No.' },
  } as const;

  it('is made in a new edition, and the question goes', () => {
    const { commands, store, onNewEdition } = setUp(refused);
    expect(commands.canMakeNewEdition).toBe(true);
    commands.makeNewEdition();
    expect(onNewEdition).toHaveBeenCalledWith(id, change);
    expect(store.get()).toMatchObject({ dialog: null, refusedCorrection: null });
  });

  it('is not offered in a new edition where nobody makes one', () => {
    expect(setUp(refused, false).commands.canMakeNewEdition).toBe(false);
  });
});

it('looks at the first paragraph that changed', () => {
  const [first, second] = [paragraph(0), paragraph(1)];
  const joined = paragraph(2);
  expect(firstChanged([first, second], [joined])).toBe(joined.id);
  expect(firstChanged([joined], [first, second])).toBe(first.id);
  expect(firstChanged([first, second], [first, { ...second, leftover: true, number: null }])).toBe(second.id);
  // Another number alone is no change to look at.
  const aside = { ...first, leftover: true, number: null };
  expect(firstChanged([first, second], [aside, { ...second, number: 1 }])).toBe(first.id);
  expect(firstChanged([first], [first])).toBe(first.id);
});
