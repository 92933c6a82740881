import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findLevel, schemeFor, standardForms } from '../../../core/dossier/forms.ts';
import {
  markingOf,
  markingsWithin,
  notAssessed,
  reliabilities,
  reliabilityWords,
  sidesOf,
  sourceAssessmentSchema,
  type SourceAssessment,
} from '../../../core/dossier/source-assessment.ts';

const assessed = (part: Partial<SourceAssessment>): SourceAssessment => ({ ...notAssessed, ...part });
const marked = (level: string, scheme = 'uk') => assessed({ marking: { scheme, level } });

it.each<[string, object, boolean]>([
  ['what holds at first', notAssessed, true],
  [
    'everything',
    { ...marked('official'), side: 'Viet Nam', reliability: 'wire-report', asOf: '2025-07-12' },
    true,
  ],
  ['a scheme of another house', marked('secret', 'elsewhere'), true],
  ['a leap day', assessed({ asOf: '2024-02-29' }), true],
  ['a day that was not', assessed({ asOf: '2025-02-29' }), false],
  ['a moment', assessed({ asOf: '2025-07-12T08:00:00Z' }), false],
  ['a day in another form', assessed({ asOf: '12/07/2025' }), false],
  ['a reliability that is none', { ...notAssessed, reliability: 'certain' }, false],
  ['a level without a scheme', { ...notAssessed, marking: { scheme: '', level: 'official' } }, false],
  ['a side as long as a text', assessed({ side: 'x'.repeat(201) }), false],
  ['nothing', {}, false],
])('takes %s, or not', (_, value, taken) => {
  expect(v.is(sourceAssessmentSchema, value)).toBe(taken);
});

it('has words for every reliability, no two alike', () => {
  const names = reliabilities.map((one) => reliabilityWords[one].name);
  expect(new Set(names).size).toBe(reliabilities.length);
});

describe('markings', () => {
  it('are found in their scheme', () => {
    expect(markingOf(marked('official'), standardForms)?.words).toBe('OFFICIAL');
    expect(
      [notAssessed, marked('restricted'), marked('official', 'elsewhere')].map((each) =>
        markingOf(each, standardForms),
      ),
    ).toEqual([undefined, undefined, undefined]);
  });

  it.each<[string, SourceAssessment[], string | null, boolean]>([
    ['no source', [], null, false],
    ['none marked', [notAssessed], null, false],
    [
      'several',
      [marked('official'), marked('official-sensitive'), marked('official')],
      'official-sensitive',
      false,
    ],
    ['one of another scheme', [marked('official'), marked('secret', 'elsewhere')], 'official', true],
    ['a level that the scheme does not have', [marked('restricted')], null, true],
  ])('of %s', (_, assessments, highest, foreign) => {
    expect(markingsWithin(standardForms, 'uk', assessments)).toEqual({
      highest: findLevel(standardForms, 'uk', highest) ?? null,
      foreign,
    });
  });

  it('are all foreign to a scheme without levels', () => {
    expect(schemeFor(standardForms, 'none').levels).toEqual([]);
    expect(markingsWithin(standardForms, 'none', [marked('official')])).toEqual({
      highest: null,
      foreign: true,
    });
  });
});

it('names each side once', () => {
  const sides = ['Viet Nam', '', 'EU', 'viet nam', 'EU'].map((side) => assessed({ side }));
  expect(sidesOf(sides)).toEqual(['Viet Nam', 'EU']);
});
