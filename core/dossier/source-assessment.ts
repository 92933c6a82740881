/** What the drafter thinks of a source, beside what it says of itself: never printed unless a note says it. */
import * as v from 'valibot';
import { isIsoDay } from './csl-date.ts';
import { findLevel, schemeFor, type Forms } from './forms.ts';
import type { MarkingLevel } from './marking.ts';

/** From what binds its author most to what nobody answers for; `unknown` is no judgement at all. */
export const reliabilities = [
  'official-record',
  'official-statement',
  'first-hand',
  'wire-report',
  'press-report',
  'second-hand',
  'unknown',
] as const;
export type Reliability = (typeof reliabilities)[number];

export interface ReliabilityWords {
  readonly name: string;
  /** Helps to choose; a whole sentence. */
  readonly meaning: string;
}

export const reliabilityWords: Readonly<Record<Reliability, ReliabilityWords>> = {
  'official-record': {
    name: 'Official record',
    meaning: 'An agreed text: a treaty, joint statement, resolution, or minutes that both sides accept.',
  },
  'official-statement': {
    name: 'Official statement',
    meaning: 'What one side says in its own name: a press release, a speech, a note verbale.',
  },
  'first-hand': {
    name: 'First-hand account',
    meaning: 'Written by someone who was in the room: a record of conversation, a telegram, one’s own notes.',
  },
  'wire-report': {
    name: 'Wire report',
    meaning: 'A news agency, of the state or not, on the day.',
  },
  'press-report': {
    name: 'Press report',
    meaning: 'A newspaper, broadcaster or website.',
  },
  'second-hand': {
    name: 'Second-hand',
    meaning: 'It passes on what another account says: a summary, a translation, a report of a report.',
  },
  unknown: {
    name: 'Not assessed',
    meaning: 'Nobody has judged it yet.',
  },
};

/** A level of a scheme, by their keys. The scheme need not be one that this program knows. */
export interface SourceMarking {
  readonly scheme: string;
  readonly level: string;
}

export interface SourceAssessment {
  /** Whose account it is: `Viet Nam`, `the Commission`. Empty: nobody said. */
  readonly side: string;
  readonly reliability: Reliability;
  /** The marking that the source itself bears. `null`: nobody said, which is not the lowest level. */
  readonly marking: SourceMarking | null;
  /** The day to which the account holds, `2025-07-12`, where that is not the day it was issued. Empty: nobody said. */
  readonly asOf: string;
}

/** What holds for every source that nobody has assessed, and for each that is brought in: nothing is guessed. */
export const notAssessed: SourceAssessment = { side: '', reliability: 'unknown', marking: null, asOf: '' };

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** UTF-16 units. */
export const longestSide = 200;

export const sourceAssessmentSchema = v.object({
  side: v.pipe(v.string(), v.trim(), v.maxLength(longestSide)),
  reliability: v.picklist(reliabilities),
  marking: v.nullable(v.object({ scheme: key, level: key })),
  asOf: v.pipe(
    v.string(),
    v.check((day) => day === '' || isIsoDay(day), 'A day is written as 2025-07-12.'),
  ),
});

/** The words for the level; `undefined` where this program does not know the scheme or the level. */
export function markingOf({ marking }: SourceAssessment, forms: Forms): MarkingLevel | undefined {
  return marking === null ? undefined : findLevel(forms, marking.scheme, marking.level);
}

export interface SourceMarkings {
  /** The highest level of the scheme that any of the sources bears; `null` where none bears one. */
  readonly highest: MarkingLevel | null;
  /** Whether a source bears a marking that the scheme has no level for: it can't be ranked, and is not taken for low. */
  readonly foreign: boolean;
}

/** What the marking of a note that rests on these sources has to be held against. */
export function markingsWithin(
  forms: Forms,
  schemeKey: string,
  assessments: readonly SourceAssessment[],
): SourceMarkings {
  const levels = schemeFor(forms, schemeKey).levels;
  const ranks = assessments.flatMap(({ marking }) => {
    if (marking === null) return [];
    return marking.scheme === schemeKey ? levels.findIndex(({ key: one }) => one === marking.level) : -1;
  });
  return { highest: levels[Math.max(-1, ...ranks)] ?? null, foreign: ranks.includes(-1) };
}

/** The sides in the order in which they first come up, each once, however its letters are cased. */
export function sidesOf(assessments: readonly SourceAssessment[]): string[] {
  const sides = new Map<string, string>();
  for (const { side } of assessments) {
    const folded = side.normalize('NFC').toLowerCase();
    if (side !== '' && !sides.has(folded)) sides.set(folded, side);
  }
  return [...sides.values()];
}
