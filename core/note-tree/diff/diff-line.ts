import type { Token } from './line-tokens.ts';
import { matchSequences } from './match-sequences.ts';
import { numberTexts } from './word-numbers.ts';

export type Change = 'kept' | 'inserted' | 'deleted';

/** Neighbouring tokens with the same fate. */
export interface TextRun {
  readonly change: Change;
  readonly tokens: readonly Token[];
}

interface Step {
  readonly deleted: readonly Token[];
  readonly inserted: readonly Token[];
  readonly kept: readonly Token[];
}

function steps(before: readonly Token[], after: readonly Token[]): Step[] {
  const number = numberTexts();
  const matches = matchSequences(
    before.map(({ key }) => number(key)),
    after.map(({ key }) => number(key)),
  );
  const found: { deleted: Token[]; inserted: Token[]; kept: Token[] }[] = [];
  let left = 0;
  let right = 0;
  for (const [matchLeft, matchRight] of [...matches, [before.length, after.length] as const]) {
    const kept = after.slice(matchRight, matchRight + 1);
    const last = found.at(-1);
    if (last !== undefined && matchLeft === left && matchRight === right) last.kept.push(...kept);
    else
      found.push({ deleted: before.slice(left, matchLeft), inserted: after.slice(right, matchRight), kept });
    left = matchLeft + 1;
    right = matchRight + 1;
  }
  return found;
}

/** A lone space or sign between two changes is read with them: one phrase for another, not a chequered row of words. */
function bridgeSpaces(found: readonly Step[]): Step[] {
  const joined: Step[] = [];
  for (const step of found) {
    const last = joined.at(-1);
    const isChange = step.deleted.length + step.inserted.length > 0;
    const wasChange = last !== undefined && last.deleted.length + last.inserted.length > 0;
    if (isChange && wasChange && last.kept.length === 1 && last.kept[0]?.kind === 'space') {
      joined[joined.length - 1] = {
        deleted: [...last.deleted, ...last.kept, ...step.deleted],
        inserted: [...last.inserted, ...last.kept, ...step.inserted],
        kept: step.kept,
      };
    } else joined.push(step);
  }
  return joined;
}

/** What was taken out of a line and put into it. Kept and deleted runs are the old line, kept and inserted ones the new. */
export function diffLine(before: readonly Token[], after: readonly Token[]): TextRun[] {
  return bridgeSpaces(steps(before, after)).flatMap(({ deleted, inserted, kept }) =>
    [
      { change: 'deleted' as const, tokens: deleted },
      { change: 'inserted' as const, tokens: inserted },
      { change: 'kept' as const, tokens: kept },
    ].filter(({ tokens }) => tokens.length > 0),
  );
}
