import { createAnchorIndex, type AnchorIndex } from '../../../core/anchoring/anchor-index.ts';
import { describePassageIn } from '../../../core/anchoring/describe-passage.ts';
import type { Passage } from '../../../core/dossier/passage.ts';
import type { Edition } from '../../../core/dossier/source.ts';
import { paragraphAt } from './editions.ts';

export function passageAt(
  edition: Edition,
  ...ranges: readonly (readonly [index: number, start: number, end: number])[]
): Passage {
  return passageIn(createAnchorIndex(edition), ...ranges);
}

function passageIn(
  edition: AnchorIndex,
  ...ranges: readonly (readonly [index: number, start: number, end: number])[]
): Passage {
  const described = describePassageIn(
    edition,
    ranges.map(([index, start, end]) => ({ paragraph: edition.paragraphAt(index).id, start, end })),
  );
  if (!described.ok) throw new Error(described.error.code);
  return described.value;
}

/** Of these words in a paragraph, where they stand first. */
export function passageOf(edition: Edition, index: number, words: string): Passage {
  const start = paragraphAt(edition, index).text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not there`);
  return passageAt(edition, [index, start, start + words.length]);
}

/** Every five words of a paragraph, each of its clauses, and all of it. */
export function quotationsOf(edition: AnchorIndex, index: number): Passage[] {
  const { text } = edition.paragraphAt(index);
  const runs = [
    ...Array.from(
      text.matchAll(/[^,;.:]+/gu),
      ({ 0: run, index: start }) => [start, start + run.length] as const,
    ),
    [0, text.length] as const,
  ];
  const words = Array.from(
    text.matchAll(/\S+/gu),
    ({ 0: word, index: start }) => [start, start + word.length] as const,
  );
  for (const [position, [start]] of words.entries()) {
    const last = words[position + 4];
    if (last !== undefined) runs.push([start, last[1]]);
  }
  return runs
    .filter(([start, end]) => text.slice(start, end).trim() !== '')
    .map(([start, end]) => passageIn(edition, [index, start, end]));
}
