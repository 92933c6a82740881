/** Everything that can be corrected about one paragraph of a source: what a menu offers, and what a key does. */
import { chooseSeam, otherSeam } from './choose-seam.ts';
import { markedKinds, type MarkedKind, type StructureChange } from './correct-structure.ts';
import type { ParagraphId } from './ids.ts';
import { beginningOfHalf, canSplitAt } from './place-to-split.ts';
import type { Seam } from './paragraph-pieces.ts';
import type { Paragraph } from './source.ts';

/** A change that a person can ask for; what takes one back is made by the host alone. */
export type Correction = Exclude<StructureChange, { readonly kind: 'restore' }>;

export type CorrectionName =
  | 'join-paragraph'
  /** With the hyphen at the break read the other way. */
  | 'join-otherwise'
  | 'split-paragraph'
  | `make-${MarkedKind}`
  | 'set-aside'
  | 'number-again';

export interface OfferedCorrection {
  readonly name: CorrectionName;
  readonly label: string;
  readonly change: Correction;
}

export interface ImpossibleCorrection {
  readonly name: CorrectionName;
  readonly label: string;
  readonly change: null;
  /** A sentence that says what to do instead, or why there is nothing to do. */
  readonly why: string;
}

/** Where the keyboard is in a source. */
export interface ParagraphPlace {
  readonly paragraph: ParagraphId;
  /** Where the caret stands or the selection begins in it; `null` where neither is there. */
  readonly offset: number | null;
}

export const kindNames: Readonly<Record<MarkedKind, string>> = {
  text: 'Text',
  heading: 'Heading',
  item: 'Item of a list',
  quote: 'Quotation',
};

/** All of them, possible or not, in the order of the menu. Empty where the edition has no such paragraph. */
export function correctionsAt(
  paragraphs: readonly Paragraph[],
  { paragraph: id, offset }: ParagraphPlace,
): readonly (OfferedCorrection | ImpossibleCorrection)[] {
  const index = paragraphs.findIndex((each) => each.id === id);
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return [];
  return [
    ...joinings(paragraph, paragraphs[index + 1]),
    splitting(paragraph, offset),
    ...markedKinds.map((kind) => marking(paragraph, kind)),
    ...settingAside(paragraph),
  ];
}

const tableRow = 'A row of a table can be set aside, but not joined, split or made something else.';

function joinings(
  first: Paragraph,
  second: Paragraph | undefined,
): (OfferedCorrection | ImpossibleCorrection)[] {
  const [name, label] = ['join-paragraph', 'Join with the next paragraph'] as const;
  if (first.kind === 'table' || second?.kind === 'table')
    return [{ name, label, change: null, why: tableRow }];
  if (second === undefined) {
    const why = 'This is the last paragraph: there is none to join it with.';
    return [{ name, label, change: null, why }];
  }
  const seam = chooseSeam(first.text, second.text);
  const other = otherSeam(first.text, second.text);
  const join = (by: Seam): Correction => ({ kind: 'join', paragraph: first.id, seam: by });
  if (other === null) return [{ name, label, change: join(seam) }];
  const read = (by: Seam) => `${label}: “${wordAcross(first.text, second.text, by)}”`;
  return [
    { name, label: read(seam), change: join(seam) },
    { name: 'join-otherwise', label: read(other), change: join(other) },
  ];
}

/** The one word that two halves of a word make. */
function wordAcross(first: string, second: string, seam: Seam): string {
  const head = /\S+$/u.exec(first)?.[0] ?? '';
  const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(second)?.[0] ?? '';
  return (seam === 'drop-hyphen' ? head.slice(0, -1) : head) + tail;
}

function splitting(
  { id, kind, text }: Paragraph,
  offset: number | null,
): OfferedCorrection | ImpossibleCorrection {
  const name = 'split-paragraph';
  if (kind === 'table') return { name, label: 'Split in two', change: null, why: tableRow };
  if (offset === null || !canSplitAt(text, offset)) {
    const why = 'To split a paragraph, first select the word that the second half begins with.';
    return { name, label: 'Split in two: first select where', change: null, why };
  }
  return {
    name,
    label: `Split before “${beginningOfHalf(text, offset)}”`,
    change: { kind: 'split', paragraph: id, at: offset },
  };
}

function marking(paragraph: Paragraph, as: MarkedKind): OfferedCorrection | ImpossibleCorrection {
  const [name, label] = [`make-${as}`, kindNames[as]] as const;
  if (paragraph.kind === 'table') return { name, label, change: null, why: tableRow };
  if (paragraph.kind === as && !paragraph.leftover) {
    return {
      name,
      label,
      change: null,
      why: `That is what this paragraph is already: ${label.toLowerCase()}.`,
    };
  }
  return { name, label, change: { kind: 'mark', paragraph: paragraph.id, as } };
}

function settingAside({ id, leftover }: Paragraph): (OfferedCorrection | ImpossibleCorrection)[] {
  const change: Correction = { kind: 'set-aside', paragraph: id, leftover: !leftover };
  const [aside, again] = ['Set aside as a leftover', 'Number it again'];
  return leftover
    ? [
        {
          name: 'set-aside',
          label: aside,
          change: null,
          why: 'This paragraph is set aside already.',
        },
        { name: 'number-again', label: again, change },
      ]
    : [
        { name: 'set-aside', label: aside, change },
        {
          name: 'number-again',
          label: again,
          change: null,
          why: 'This paragraph is not set aside.',
        },
      ];
}
