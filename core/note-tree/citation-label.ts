/**
 * The label of a citation, `A12`, `A2-3`, `A2+A4`, `A5+B5`: readable, and the same for the same paragraphs everywhere.
 *
 * Two citations of a note can point at the same paragraphs and still differ, in their passages or in the edition.
 * Then the second label ends in a number of its own, `A12.2`, and the front matter of the Markdown says what each one
 * means (see `markdown/front-matter.ts`). Where one of them is of whole paragraphs of the newest edition, that one has
 * the bare label.
 */

/** Consecutive paragraphs of one source, both ends included. */
export interface LabelPart {
  readonly source: string;
  readonly first: number;
  readonly last: number;
}

export interface CitationLabel {
  readonly parts: readonly [LabelPart, ...LabelPart[]];
  /** 1 where the label does not say. */
  readonly variant: number;
}

/** What a label is made of: where one target points, in the words of people. */
export interface LabelTarget {
  /** Label of the source: `A`. */
  readonly source: string;
  readonly paragraph: number;
}

const partForm = '[A-Z]{1,3}[1-9][0-9]{0,5}(?:-[1-9][0-9]{0,5})?';
const labelPattern = new RegExp(`^(${partForm}(?:\\+${partForm})*)(?:\\.([1-9][0-9]{0,3}))?$`);
const partPattern = /^([A-Z]+)([0-9]+)(?:-([0-9]+))?$/;

/** Runs of consecutive paragraphs of one source become one part; the order of the targets stays. */
export function labelParts(targets: readonly LabelTarget[]): LabelPart[] {
  const parts: LabelPart[] = [];
  for (const { source, paragraph } of targets) {
    const previous = parts.at(-1);
    if (previous?.source === source && previous.last + 1 === paragraph) {
      parts[parts.length - 1] = { ...previous, last: paragraph };
    } else {
      parts.push({ source, first: paragraph, last: paragraph });
    }
  }
  return parts;
}

/** `A2-3+B5`, and with a variant above 1 `A2-3+B5.2`. */
export function citationLabel(targets: readonly LabelTarget[], variant = 1): string {
  const base = labelParts(targets)
    .map(({ source, first, last }) => source + String(first) + (last > first ? `-${String(last)}` : ''))
    .join('+');
  return variant > 1 ? `${base}.${String(variant)}` : base;
}

/** As people read it on the screen: `A ¶12`, `A ¶¶2–3`, `A ¶5, B ¶5`. */
export function citationDisplay(targets: readonly LabelTarget[]): string {
  return groupBySource(labelParts(targets))
    .map(({ source, parts }) => `${source} ${pilcrows(parts, '')}`)
    .join(', ');
}

/** Neighbouring parts of one source together, in the order they stand. */
export function groupBySource(parts: readonly LabelPart[]): { source: string; parts: LabelPart[] }[] {
  const groups: { source: string; parts: LabelPart[] }[] = [];
  for (const part of parts) {
    const previous = groups.at(-1);
    if (previous?.source === part.source) previous.parts.push(part);
    else groups.push({ source: part.source, parts: [part] });
  }
  return groups;
}

/** `¶ 12`, `¶¶ 2–3`, `¶¶ 2, 4`; `gap` stands between the sign and the number. */
export function pilcrows(parts: readonly LabelPart[], gap: string): string {
  const several = parts.length > 1 || parts.some(({ first, last }) => last > first);
  const numbers = parts.map(({ first, last }) =>
    last > first ? `${String(first)}–${String(last)}` : String(first),
  );
  return (several ? '¶¶' : '¶') + gap + numbers.join(', ');
}

/** The label without `[^` and `]`. `undefined`: not written as a citation is. */
export function parseCitationLabel(text: string): CitationLabel | undefined {
  const match = labelPattern.exec(text);
  if (match?.[1] === undefined) return undefined;
  const parts: LabelPart[] = [];
  for (const written of match[1].split('+')) {
    const [, source = '', from = '', to = from] = partPattern.exec(written) ?? [];
    const first = Number(from);
    const last = Number(to);
    if (last < first) return undefined;
    parts.push({ source, first, last });
  }
  const [head, ...tail] = parts;
  return head === undefined ? undefined : { parts: [head, ...tail], variant: Number(match[2] ?? 1) };
}

/** The label that the same paragraphs always have: `A2+A3` and `A2-3` are one. `undefined`: not a label. */
export function normalLabel(text: string): string | undefined {
  const parsed = parseCitationLabel(text);
  if (parsed === undefined) return undefined;
  const targets = parsed.parts.flatMap(({ source, first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ source, paragraph: first + index })),
  );
  return citationLabel(targets, parsed.variant);
}
