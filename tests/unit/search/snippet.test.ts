import { describe, expect, it } from 'vitest';
import { findHits } from '../../../core/search/find-hits.ts';
import { parseQuery } from '../../../core/search/parse-query.ts';
import { snippetOf } from '../../../core/search/snippet.ts';

const hitsIn = (text: string, query: string) => findHits(text, parseQuery(query));
const wordsFound = (text: string, query: string) =>
  hitsIn(text, query).ranges.map(({ start, end }) => text.slice(start, end));

describe('hits in the text as it stands', () => {
  const rows: readonly [query: string, text: string, found: readonly string[]][] = [
    ['viet', 'Hà Nội, Việt Nam; Vietnam', ['Việt', 'Vietnam']],
    ['doi tac ', 'Đối tác', ['Đối', 'tác']],
    ['"doi tac"', 'tác Đối tác', ['Đối tác']],
    ['viet ', 'Việt'.normalize('NFD'), ['Việt'.normalize('NFD')]],
    ['yellow card', 'the “yellow card” 👍🏽', ['yellow', 'card']],
    ['card', '👍🏽🇻🇳card', ['card']],
    ['שלום', 'אמר שָׁלוֹם.', ['שָׁלוֹם']],
    ['"外交"', '越南外交部', ['外交']],
    ['"a b" b', 'a b', ['a b']],
    ['"a a"', 'a a a', ['a a a']],
    ['none', 'something else', []],
  ];
  it.each(rows)('%s in %s', (query, text, found) => {
    expect(wordsFound(text, query)).toEqual(found);
  });

  it('make the shortest run that has all of the words', () => {
    const runIn = (text: string, query: string) => {
      const { passage } = hitsIn(text, query);
      return passage && text.slice(passage.start, passage.end);
    };
    const text = 'Yellow first. Then a long way to a card, and a yellow bag.';
    expect(runIn(text, 'card yellow')).toBe('card, and a yellow');
    expect(runIn('A yellow bag, a yellow card, a card.', 'card yellow')).toBe('yellow card');
    expect(runIn('A card of yellow and a yellow card.', '"yellow card"')).toBe('yellow card');
    expect(runIn(text, 'absent')).toBeNull();
  });
});

const shown = (text: string, query: string) =>
  snippetOf(text, hitsIn(text, query))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('a snippet', () => {
  const filler = 'Both sides agreed to go on with what they had begun. ';

  it('is the whole of a short text, on one line', () => {
    expect(shown('One\n\ntwo three', 'tw')).toBe('One [two] three');
  });

  it('is cut between words on both sides of the hit', () => {
    const text = `${filler.repeat(5)}The yellow card stays. ${filler.repeat(5)}`;
    const snippet = shown(text, 'yellow');
    expect(snippet).toMatch(/^…\w+ .*The \[yellow\] card stays\..*\w…$/);
    expect(snippet.length).toBeLessThan(190);
    expect(text).toContain(snippet.slice(1, -1).replaceAll(/[[\]]/g, ''));
  });

  it('of a text without the words is its beginning', () => {
    expect(shown(filler.repeat(9), 'absent')).toMatch(/^Both sides.*\w…$/);
  });

  it('keeps a pair together where one word fills it', () => {
    const snippet = shown(`a${'𝒳'.repeat(500)}`, 'absent');
    expect(snippet).toMatch(/^a𝒳+…$/u);
    expect(snippet).not.toMatch(/\p{Surrogate}/u);
  });
});
