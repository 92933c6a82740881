/**
 * Markings roll up: a note is never marked below its highest block, nor a block below a source that it cites, without
 * somebody saying so. Levels are compared within one scheme only; where that can't be done it is said, not guessed.
 */
import { toString } from 'mdast-util-to-string';
import type { SourceId } from '../dossier/ids.ts';
import type { MarkingLevel, MarkingScheme } from '../dossier/marking.ts';
import type { SourceAssessment } from '../dossier/source-assessment.ts';
import { citationsIn } from '../note-tree/citations-of.ts';
import type { NoteBlock, NoteHeader, NoteParagraph, NoteTree } from '../note-tree/note-tree.ts';

/** What the check needs to know of a source. */
export interface MarkedSource {
  readonly label: string;
  readonly assessment: SourceAssessment;
}

export interface MarkingRemedy {
  /** As on a button: `Mark the note SECRET`. */
  readonly label: string;
  readonly apply: (tree: NoteTree) => NoteTree;
}

export interface MarkingFinding {
  /** The same as long as nothing that it rests on changes: what an override names. */
  readonly key: string;
  /** One sentence. */
  readonly message: string;
  /** `null` where a person has to look. */
  readonly remedy: MarkingRemedy | null;
}

export interface MarkingCheck {
  readonly scheme: MarkingScheme;
  /** Whether the template wants a mark on every paragraph. */
  readonly portionMarks: boolean;
  readonly source: (id: SourceId) => MarkedSource | undefined;
}

type Holder = NoteBlock | NoteParagraph;

/** Paragraphs that can bear a mark of their own, wherever in the note they stand. */
function markable(nodes: readonly NoteBlock[]): NoteParagraph[] {
  return nodes.flatMap((node): NoteParagraph[] => {
    if (node.type === 'paragraph') return [node];
    if (node.type === 'table' || node.type === 'footnoteDefinition' || !('children' in node)) return [];
    return markable(node.children as NoteBlock[]);
  });
}

/** What bears a mark or takes the note's: each paragraph, and each other block as a whole. */
function holdersIn(blocks: readonly NoteBlock[]): Holder[] {
  return blocks.flatMap((block): Holder[] => {
    const inside = markable([block]);
    return inside.length > 0 ? inside : [block];
  });
}

function startOf(block: Holder): string {
  const text = toString(block).replaceAll(/\s+/gu, ' ').trim();
  return text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text;
}

const ownMarking = (block: Holder): string | undefined =>
  block.type === 'paragraph' ? block.data?.marking : undefined;

const withHeader = (tree: NoteTree, change: Partial<NoteHeader>): NoteTree => ({
  ...tree,
  children: [{ ...tree.children[0], ...change }, ...(tree.children.slice(1) as NoteBlock[])],
});

/** The tree with the paragraphs that `wanted` picks bearing this level. Everything else is the same objects. */
function withMarks(tree: NoteTree, wanted: (block: NoteParagraph) => boolean, marking: string): NoteTree {
  const visit = (node: NoteBlock): NoteBlock => {
    if (node.type === 'paragraph') return wanted(node) ? { ...node, data: { ...node.data, marking } } : node;
    if (node.type === 'table' || node.type === 'footnoteDefinition' || !('children' in node)) return node;
    const children = (node.children as NoteBlock[]).map(visit);
    const same = children.every((child, index) => child === node.children[index]);
    return same ? node : ({ ...node, children } as NoteBlock);
  };
  const [header, ...blocks] = tree.children;
  return { ...tree, children: [header, ...blocks.map(visit)] };
}

class RollUp {
  readonly #header: NoteHeader;
  readonly #blocks: readonly NoteBlock[];
  readonly #check: MarkingCheck;

  constructor(tree: NoteTree, check: MarkingCheck) {
    const [header, ...blocks] = tree.children;
    this.#header = header;
    this.#blocks = blocks;
    this.#check = check;
  }

  findings(): MarkingFinding[] {
    return [...this.#blocksAboveNote(), ...this.#belowSources(), ...this.#portions()];
  }

  /** -1 is unmarked, and lower than any level. */
  #rank(key: string | null | undefined): number {
    return this.#check.scheme.levels.findIndex((level) => level.key === key);
  }

  #words(key: string | null): string {
    return this.#check.scheme.levels[this.#rank(key)]?.words ?? key?.toUpperCase() ?? 'nothing';
  }

  #raiseNote(level: MarkingLevel): MarkingRemedy {
    return {
      label: `Mark the note ${level.words}`,
      apply: (tree) => withHeader(tree, { marking: level.key }),
    };
  }

  #blocksAboveNote(): MarkingFinding[] {
    const marked = holdersIn(this.#blocks).filter((block) => ownMarking(block) !== undefined);
    const highest = marked.toSorted((a, b) => this.#rank(ownMarking(b)) - this.#rank(ownMarking(a)))[0];
    const level = this.#check.scheme.levels[this.#rank(highest && ownMarking(highest))];
    if (highest === undefined || level === undefined) return [];
    if (this.#rank(level.key) <= this.#rank(this.#header.marking)) return [];
    return [
      {
        key: `note-below-block ${this.#header.scheme} ${String(this.#header.marking)} ${level.key}`,
        message: `The note is marked ${this.#words(this.#header.marking)}, but “${startOf(highest)}” is marked ${level.words}.`,
        remedy: this.#raiseNote(level),
      },
    ];
  }

  #belowSources(): MarkingFinding[] {
    const found = new Map<string, MarkingFinding>();
    for (const block of holdersIn(this.#blocks)) {
      const ids = new Set(citationsIn([block]).flatMap(({ targets }) => targets.map(({ source }) => source)));
      for (const id of ids) {
        const finding = this.#against(block, this.#check.source(id));
        if (finding !== null && !found.has(finding.key)) found.set(finding.key, finding);
      }
    }
    return [...found.values()];
  }

  #against(block: Holder, source: MarkedSource | undefined): MarkingFinding | null {
    const marking = source?.assessment.marking ?? null;
    if (source === undefined || marking === null) return null;
    const own = ownMarking(block);
    const holds = own ?? this.#header.marking;
    const level =
      marking.scheme === this.#header.scheme
        ? this.#check.scheme.levels[this.#rank(marking.level)]
        : undefined;
    if (level === undefined) {
      return {
        key: `foreign-source ${this.#header.scheme} ${String(this.#header.marking)} ${source.label} ${marking.scheme} ${marking.level}`,
        message: `Source ${source.label} is marked ${marking.level.toUpperCase()} in another scheme, which can’t be compared with the one of the note. Look at what the note takes from it.`,
        remedy: null,
      };
    }
    if (this.#rank(level.key) <= this.#rank(holds)) return null;
    const place = `“${startOf(block)}”`;
    return {
      key: `block-below-source ${this.#header.scheme} ${String(holds)} ${source.label} ${level.key} ${own === undefined ? '' : startOf(block)}`,
      message: `${place} cites source ${source.label}, which is marked ${level.words}, and counts as ${this.#words(holds)}.`,
      remedy:
        own === undefined
          ? this.#raiseNote(level)
          : {
              label: `Mark that paragraph ${level.words}`,
              apply: (tree) =>
                withMarks(tree, (each) => each === block || startOf(each) === startOf(block), level.key),
            },
    };
  }

  #portions(): MarkingFinding[] {
    const { marking } = this.#header;
    if (!this.#check.portionMarks || marking === null) return [];
    const bare = markable(this.#blocks).filter(
      (block) => startOf(block) !== '' && block.data?.marking === undefined,
    );
    const [first] = bare;
    if (first === undefined) return [];
    const count = bare.length === 1 ? 'One paragraph bears' : `${String(bare.length)} paragraphs bear`;
    return [
      {
        key: `portion-missing ${this.#header.scheme} ${marking} ${String(bare.length)}`,
        message: `${count} no mark, which this template asks for; the first is “${startOf(first)}”.`,
        remedy: {
          label: `Mark ${bare.length === 1 ? 'it' : 'them'} as the note, ${this.#words(marking)}`,
          apply: (tree) =>
            withMarks(tree, (each) => startOf(each) !== '' && each.data?.marking === undefined, marking),
        },
      },
    ];
  }
}

/** What has to be asked about before the note leaves; what somebody has answered for is left out. */
export function findMarkingFaults(tree: NoteTree, check: MarkingCheck): MarkingFinding[] {
  const answered = new Set((tree.children[0].overrides ?? []).map(({ finding }) => finding));
  return new RollUp(tree, check).findings().filter(({ key }) => !answered.has(key));
}

/** The note with somebody's reason for leaving these as they are. It holds until what they rest on changes. */
export function overrideFindings(
  tree: NoteTree,
  findings: readonly MarkingFinding[],
  { reason, at }: { readonly reason: string; readonly at: string },
): NoteTree {
  const added = findings.map(({ key }) => ({ finding: key, reason, at }));
  const kept = (tree.children[0].overrides ?? []).filter(
    ({ finding }) => !added.some((override) => override.finding === finding),
  );
  return withHeader(tree, { overrides: [...kept, ...added] });
}
