// @vitest-environment happy-dom
/**
 * Editing at random: whatever is pressed wherever, nothing throws, nothing is lost that was not deleted, what comes out is
 * a note, and all of it can be taken back.
 */
import { $findTableNode } from '@lexical/table';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { noteTreeSchema } from '../../../core/note-tree/note-tree-schema.ts';
import { $noteBlockOf } from '../../../renderer/note-editor/blocks-from-editor.ts';
import { createWorkspaceHistory } from '../../../renderer/workspace/workspace-history.ts';
import { seededRandom } from '../../contract/seeded-random.ts';
import { randomNote } from './random/random-note.ts';
import { type Hand, randomStep, type RandomStep, settle } from './random/random-steps.ts';
import { isInOrder, sketch, whatIsLost, whatIsSaid } from './random/what-is-said.ts';
import { createNoteEditor, header, readBlocks, roundTrip } from './round-trip.ts';
import { createWholeEditor } from './whole-editor.ts';

const stepsPerNote = 50;
const notes = Number(process.env.CHANCERY_RANDOM_NOTES ?? 202);
const firstSeed = Number(process.env.CHANCERY_TEST_SEED ?? 1);

/** Faults that are known and not mended yet: the notes that show them are left out, and nothing else is. */
const openFaults: Readonly<Record<number, string>> = {
  94: 'a word typed into a link of a list leaves the note in a form that is not the normal one',
  102: 'Backspace from a heading into a cell takes what stands behind the end of the selection in that cell',
};

const other = createNoteEditor();
Error.stackTraceLimit = 40;

interface Look {
  /** What the selection touches. */
  readonly selected: readonly string[];
  /** The selection as paths and offsets, for a message. */
  readonly where: string;
}

/** As the next change finds it: the page may have brought it to another place than it was put. */
function look(editor: LexicalEditor): Look {
  let found: Look = { selected: [], where: 'nowhere' };
  editor.update(
    () => {
      found = $look($getSelection());
    },
    { discrete: true },
  );
  return found;
}

function $look(selection: BaseSelection | null): Look {
  if (selection === null) return { selected: [], where: 'nowhere' };
  const collapsed = $isRangeSelection(selection) && selection.isCollapsed();
  const nodes = collapsed ? [] : selection.getNodes();
  // From cell to cell it is the rectangle between them that is selected.
  const cells = nodes.flatMap((node) => $findTableNode(node)?.getAllTextNodes() ?? []);
  const points = selection.getStartEndPoints() ?? [];
  const where = points.map((point) => `${$pathOf(point.getNode())}:${String(point.offset)}`).join(' → ');
  return { selected: $saidBy([...nodes, ...cells]), where: `${selection.constructor.name} ${where}` };
}

/** A place that is no longer there. */
function caretFault(editor: LexicalEditor): string | null {
  return editor.read('latest', () => {
    for (const point of $getSelection()?.getStartEndPoints() ?? []) {
      const node = point.getNode();
      const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
      if (point.offset > size)
        return `the caret is at ${$pathOf(node)}:${String(point.offset)} of ${String(size)}`;
    }
    return null;
  });
}

function $saidBy(nodes: readonly LexicalNode[]): string[] {
  const leaves = nodes.filter((node) => !$isElementNode(node));
  return leaves.flatMap((leaf) =>
    $isTextNode(leaf) ? [...leaf.getTextContent().replace(/\s/gu, '')] : whatIsSaid($noteBlockOf(leaf)),
  );
}

function $pathOf(node: LexicalNode): string {
  const parent = node.getParent();
  if (parent === null) return '';
  return `${$pathOf(parent)}/${node.getType()}${String(node.getIndexWithinParent())}`;
}

const isFootnote = (block: NoteBlock) => block.type === 'footnoteDefinition';

/** The footnotes stand in the order of their marks, and are numbered anew. */
const orderOf = (blocks: readonly NoteBlock[]) =>
  whatIsSaid(blocks.filter((block) => !isFootnote(block))).map((each) =>
    each.startsWith('[^') ? '[^]' : each,
  );

/** A footnote goes with its last mark; where there are fewer now, those that stand no more are not looked for. */
function withoutLeftFootnotes(before: NoteBlock[], after: readonly NoteBlock[]): NoteBlock[] {
  const words = (block: NoteBlock) => JSON.stringify('children' in block ? block.children : []);
  const standing = new Set(after.filter(isFootnote).map(words));
  if (before.filter(isFootnote).length <= after.filter(isFootnote).length) return before;
  return before.filter((block) => !isFootnote(block) || standing.has(words(block)));
}

function faultOf(
  step: RandomStep,
  { selected }: Look,
  before: NoteBlock[],
  after: NoteBlock[],
): string | null {
  const parsed = v.safeParse(noteTreeSchema, { type: 'root', children: [header, ...after] });
  if (!parsed.success) return `no note: ${parsed.issues[0].message}`;
  const again = roundTrip(other, after);
  if (JSON.stringify(again) !== JSON.stringify(after)) return `not in normal form: ${sketch(again)}`;
  const [said, saidNow] = [whatIsSaid(withoutLeftFootnotes(before, after)), whatIsSaid(after)];
  // Typed marks of Markdown become what they mean.
  const lost = whatIsLost(said, saidNow).filter(
    (each) => !(step.typing === true && /^[-#>*`~\d.[\]():/]$/u.test(each)),
  );
  if (step.takes === 'anything') return null;
  const beyond = step.takes === 'nothing' ? lost : whatIsLost(lost, selected);
  const may = { nothing: 0, selected: 0, one: 1, stretch: 1000 }[step.takes];
  if (beyond.length > may) return `lost: ${beyond.join(' ')}`;
  if (step.takes === 'nothing' && !isInOrder(orderOf(before), orderOf(after))) return 'in another order';
  return null;
}

/** Does the steps and looks after each; the note as it was before the steps, and what is done, come back. */
function editAtRandom(seed: number): void {
  const random = seededRandom(seed);
  const first = roundTrip(other, randomNote(random));
  const history = createWorkspaceHistory();
  const { editor, stop } = createWholeEditor(first, (step) => {
    history.push(step);
  });
  try {
    settle(editor);
    walk({ editor, random, history, clipboard: {} }, `seed ${String(seed)}`);
    while (history.redo());
    const last = readBlocks(editor);
    while (history.undo());
    expectSame(`seed ${String(seed)}, undone`, readBlocks(editor), first);
    while (history.redo());
    expectSame(`seed ${String(seed)}, done again`, readBlocks(editor), last);
  } finally {
    stop();
  }
}

function expectSame(what: string, found: NoteBlock[], wanted: NoteBlock[]): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  throw new Error(`${what}:\nfound  ${sketch(found)}\nwanted ${sketch(wanted)}`);
}

function walk(hand: Hand, seed: string): void {
  const { editor, random } = hand;
  let before = readBlocks(editor);
  for (let count = 0; count < stepsPerNote; count += 1) {
    const step = randomStep(random);
    const place = look(editor);
    let after: NoteBlock[] = [];
    let fault: string | null;
    try {
      const done = step.run(hand) ?? '';
      after = readBlocks(editor);
      const same = JSON.stringify(after) === JSON.stringify(before);
      fault = caretFault(editor) ?? (same ? null : faultOf(step, place, before, after));
      if (fault !== null) fault = `${done} ${fault}`;
    } catch (error) {
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    if (fault !== null) {
      const lines = [
        `${seed}, step ${String(count)}, ${step.name}: ${fault.split('\n').slice(0, 30).join('\n')}`,
        `at     ${place.where}`,
        `before ${sketch(before)}`,
        `after  ${sketch(after)}`,
      ];
      throw new Error(lines.join('\n'));
    }
    before = after;
  }
}

describe('editing at random', () => {
  it('loses nothing, whatever is pressed wherever', { timeout: 600_000 }, () => {
    // This page tells of its selection at once, a browser's a task later: the editor warns of it.
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const faults: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + notes; seed += 1) {
      if (seed in openFaults && notes > 1) continue;
      try {
        editAtRandom(seed);
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
      }
    }
    expect(faults).toEqual([]);
  });
});
