import { describe, expect, it } from 'vitest';
import { fullTextQuery, parseQuery } from '../../../core/search/parse-query.ts';

describe('what a person types', () => {
  const rows: readonly [what: string, query: string, asked: string][] = [
    ['a word that may go on', 'viet', '"viet" *'],
    ['a word that a space has ended', 'viet ', '"viet"'],
    ['words, the last unfinished', 'Đối tác chi', '"doi" "tac" "chi" *'],
    ['a phrase', '"yellow card"', '"yellow card"'],
    ['a phrase in curly quotation marks', '“yellow card” EU', '"yellow card" "eu" *'],
    ['a phrase that is still being typed', '"yellow ca', '"yellow ca" *'],
    ['beginnings of words', 'ratif* agree* ', '"ratif" * "agree" *'],
    ['a number with a comma', '1,500 ', '"1 500"'],
    ['Chinese', '外交', '"外 交" *'],
    ['the words of FTS5', 'AND OR NOT NEAR', '"and" "or" "not" "near" *'],
    ['the signs of FTS5', 'NEAR(a b, 2) -c ^d e:f + {g} "', '"near a" "b" "2" "c" "d" "e f" "g"'],
    ['only signs', '( ) * ^ : " \' \\ ; --', ''],
    ['emoji', '🇻🇳 👍🏽', ''],
    ['nothing', '', ''],
    ['an empty phrase', '""', ''],
    ['a NUL and half a pair', 'a\u0000b \ud800c', '"a b" "c" *'],
  ];
  it.each(rows)('%s', (_, query, asked) => {
    expect(fullTextQuery(parseQuery(query))).toBe(asked);
  });

  it('of a whole page is its first 64 words, none of them unfinished', () => {
    const terms = parseQuery(Array.from({ length: 500 }, (_, index) => `w${String(index)}`).join(' '));
    expect(terms.flatMap(({ words }) => words)).toHaveLength(64);
    expect(terms.some(({ prefix }) => prefix)).toBe(false);
  });
});
