/**
 * Text of a line as it stands on paper, from left to right → the order in which it is read. A small part of the
 * Unicode bidirectional algorithm, backwards: runs of a right-to-left script are turned around, figures in them are not.
 */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const figure = /[\p{Nd}٪٫٬]/u;
const letter = /[\p{L}\p{Nd}]/u;

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};

type Direction = 'left' | 'right' | 'neutral';

function directionOf(text: string): Direction {
  if (figure.test(text)) return 'left';
  if (rightToLeft.test(text)) return 'right';
  return letter.test(text) ? 'left' : 'neutral';
}

/** Whether most letters of a text are of a script that runs from right to left. */
export function runsRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((one) => rightToLeft.test(one)).length > letters.length / 2;
}

/** Puts what stands on a line, from left to right, in reading order. */
export function inLogicalOrder<Unit extends { readonly text: string }>(units: readonly Unit[]): Unit[] {
  if (!units.some(({ text }) => rightToLeft.test(text))) return [...units];
  const base: Direction = runsRightToLeft(units.map(({ text }) => text).join('')) ? 'right' : 'left';
  const runs = runsOf(units, base);
  const ordered = base === 'right' ? runs.toReversed() : runs;
  return ordered.flatMap(({ direction, units: inRun }) =>
    direction === 'right' ? inRun.toReversed().map(mirror) : inRun,
  );
}

interface Run<Unit> {
  readonly direction: Direction;
  readonly units: Unit[];
}

function runsOf<Unit extends { readonly text: string }>(
  units: readonly Unit[],
  base: Direction,
): Run<Unit>[] {
  const directions = units.map(({ text }) => directionOf(text));
  const after = nearest(directions.toReversed(), base).toReversed();
  const before = nearest(directions, base);
  const runs: Run<Unit>[] = [];
  for (const [index, unit] of units.entries()) {
    // What is neither goes with its neighbours when they agree, otherwise with the line.
    const direction = before[index] === after[index] ? (before[index] ?? base) : base;
    const last = runs.at(-1);
    if (last?.direction === direction) last.units.push(unit);
    else runs.push({ direction, units: [unit] });
  }
  return runs;
}

/** Of each place the direction that it has, or else the last one before it. */
function nearest(directions: readonly Direction[], first: Direction): Direction[] {
  let last = first;
  return directions.map((direction) => {
    if (direction !== 'neutral') last = direction;
    return last;
  });
}

function mirror<Unit extends { readonly text: string }>(unit: Unit): Unit {
  const text = mirrored[unit.text];
  return text === undefined ? unit : { ...unit, text };
}
