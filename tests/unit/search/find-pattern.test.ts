import { describe, expect, it } from 'vitest';
import { findPattern, type Pattern, replacementFor } from '../../../core/search/find-pattern.ts';

const phrase = (text: string, more: Partial<Pattern> = {}): Pattern => ({
  phrase: text,
  matchCase: false,
  wholeWords: false,
  isExpression: false,
  ...more,
});
const expression = (text: string, more: Partial<Pattern> = {}) =>
  phrase(text, { isExpression: true, ...more });

function foundIn(texts: readonly string[], pattern: Pattern): string[] {
  const found = findPattern(texts, pattern);
  if (!found.ok) throw new Error(found.error.message);
  return found.value.map(
    ({ index, start, end }) => `${String(index)} ${(texts[index] ?? '').slice(start, end)}`,
  );
}

describe('findPattern', () => {
  it.each<[string[], Pattern, string[]]>([
    [['Viet Nam and Việt Nam'], phrase('viet'), ['0 Viet', '0 Việt']],
    [['Viet Nam and Việt Nam, VIET'], phrase('Viet', { matchCase: true }), ['0 Viet']],
    [['port, report, ports, Port.'], phrase('port', { wholeWords: true }), ['0 port', '0 Port']],
    [['đport port'], phrase('port', { wholeWords: true, matchCase: true }), ['0 port']],
    [['aaaa'], phrase('aa', { matchCase: true }), ['0 aa', '0 aa']],
    [['a (b)', '(B)'], phrase('(b)'), ['0 (b)', '1 (B)']],
    [['11 July, 12 July'], expression(String.raw`\d+ (?=July)`), ['0 11 ', '0 12 ']],
    [['EU, eu'], expression('EU', { matchCase: true }), ['0 EU']],
    [['ports port'], expression('port|ports', { wholeWords: true }), ['0 ports', '0 port']],
    [['abc'], expression('x*'), []],
    [['words'], phrase('  '), []],
  ])('%j %j', (texts, pattern, found) => {
    expect(foundIn(texts, pattern)).toEqual(found);
  });

  it.each([
    ['(', 'This is not a regular expression: unterminated group.'],
    ['[b-a]', 'This is not a regular expression: range out of order in character class.'],
    [String.raw`\y`, 'This is not a regular expression: invalid escape.'],
  ])('says why %s is none', (text, message) => {
    expect(findPattern(['a'], expression(text))).toMatchObject({ ok: false, error: { message } });
  });
});

describe('replacementFor', () => {
  const dates = findPattern(['11 July'], expression(String.raw`(?<day>\d+) (\w+)`));
  it.each([
    ['$2 $1', 'July 11'],
    ['$<day>th', '11th'],
    ['[$&]', '[11 July]'],
    ['$$1', '$1'],
    ['$9 $<none>', '$9 $<none>'],
    ['$12', '112'],
    ['$0', '$0'],
  ])('%s', (template, expected) => {
    const [match] = dates.ok ? dates.value : [];
    expect(match && replacementFor(template, match)).toBe(expected);
  });

  it('takes a phrase at its word', () => {
    expect(replacementFor('$1 billion', { index: 0, start: 0, end: 1 })).toBe('$1 billion');
  });
});
