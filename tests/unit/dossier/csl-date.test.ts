import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDay, longDate, monthNumber, parseDateText, shortDate } from '../../../core/dossier/csl-date.ts';
import type { CslDate } from '../../../core/dossier/csl-date.ts';

describe('a date in words', () => {
  it.each<[CslDate, string]>([
    [{ 'date-parts': [[2019], [0]] }, '2019–'],
    [{ 'date-parts': [[1954]], circa: true }, 'c. 1954'],
    [{ 'date-parts': [[1954]], season: 1 }, 'Spring 1954'],
    [{ 'date-parts': [[1954, 7]], season: 2 }, 'July 1954'],
    [{ 'date-parts': [[-44, 3, 15]] }, '15 March 44 BC'],
    [{ 'date-parts': [[0]] }, ''],
    [{ literal: ' undated ' }, 'undated'],
    [{ 'date-parts': [[1954]], literal: 'the Geneva year' }, '1954'],
    [{}, ''],
  ])('%j is “%s”', (date, words) => {
    expect(longDate(date)).toBe(words);
  });
});

describe('a date out of a text', () => {
  const day = [2025, 7, 12];
  it.each<[string, CslDate | undefined]>([
    ['', undefined],
    [' \n', undefined],
    ['2025-07-12', { 'date-parts': [day] }],
    ['2025/7/12', { 'date-parts': [day] }],
    ['2025-07-12T08:30:00Z', { 'date-parts': [day] }],
    ['12 July 2025', { 'date-parts': [day] }],
    ['12th  Jul. 2025', { 'date-parts': [day] }],
    ['July 12, 2025', { 'date-parts': [day] }],
    ['July 2025', { 'date-parts': [[2025, 7]] }],
    ['2025-07', { 'date-parts': [[2025, 7]] }],
    ['2025', { 'date-parts': [[2025]] }],
    ['2025-07-11/2025-07-12', { 'date-parts': [[2025, 7, 11], day] }],
    ['11 July 2025–12 July 2025', { 'date-parts': [[2025, 7, 11], day] }],
    ['2019 - 2021', { 'date-parts': [[2019], [2021]] }],
    ['2019-2021', { 'date-parts': [[2019], [2021]] }],
    ['11–12 July 2025', { 'date-parts': [[2025, 7, 11], day] }],
    ['11 - 12 July 2025', { 'date-parts': [[2025, 7, 11], day] }],
    ['12–11 July 2025', { literal: '12–11 July 2025' }],
    ['2019/', { 'date-parts': [[2019], [0]] }],
    ['2019/..', { 'date-parts': [[2019], [0]] }],
    ['c. 1954', { 'date-parts': [[1954]], circa: true }],
    ['1954~', { 'date-parts': [[1954]], circa: true }],
    // A day of two readings, no day at all, or the wrong way round: as it was written.
    ['03/04/2025', { literal: '03/04/2025' }],
    ['2025-02-30', { literal: '2025-02-30' }],
    ['2025-13', { literal: '2025-13' }],
    ['2021/2019', { literal: '2021/2019' }],
    ['Eid al-Fitr 1446', { literal: 'Eid al-Fitr 1446' }],
    [`1-2${' -3'.repeat(200)} x`, { literal: `1-2${' -3'.repeat(200)} x` }],
    ['about', { literal: 'about' }],
    ['n.d.', { literal: 'n.d.' }],
    ['12 Juli 2025', { literal: '12 Juli 2025' }],
  ])('“%s”', (text, date) => {
    expect(parseDateText(text)).toEqual(date);
  });

  it('is read back from the words that it is written in, long and short', () => {
    const calendar = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    const anyDate = fc
      .tuple(calendar, fc.constantFrom(1, 2, 3), fc.boolean())
      .map(([moment, precision, circa]): CslDate => ({
        'date-parts': [
          [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()].slice(0, precision),
        ],
        ...(circa ? { circa } : {}),
      }));
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseDateText(longDate(date))).toEqual(date);
        expect(parseDateText(shortDate(date))).toEqual(date);
      }),
    );
  });

  it('never throws, and loses no text that it can’t read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const date = parseDateText(text);
        expect(date === undefined || date.literal !== undefined || longDate(date) !== '').toBe(true);
      }),
    );
  });
});

it.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2025-04-31', false],
  ['2025-00-01', false],
  ['2025-7-12', false],
  ['', false],
])('“%s” is a day of the calendar: %s', (text, is) => {
  expect(isIsoDay(text)).toBe(is);
});

it.each([
  ['7', 7],
  ['jul', 7],
  ['July', 7],
  ['sept', 9],
  ['ju', Number.NaN],
  ['juxx', Number.NaN],
  ['', Number.NaN],
])('“%s” is month %s', (text, month) => {
  expect(monthNumber(text)).toBe(month);
});
