import { describe, expect, it } from 'vitest';
import { asSourceId } from '../../../core/dossier/ids.ts';
import type { OpenSources } from '../../../core/reading.ts';
import {
  closeOtherSources,
  closeSide,
  closeSource,
  firstOpenSources,
  openBeside,
  openSource,
  shownSource,
  stepSource,
  stillOpen,
} from '../../../renderer/workspace/open-sources.ts';

const ids = (text: string) => Array.from(text, asSourceId);
const id = asSourceId;

/** `aBc|D` are two sides: the capital is shown, and the side behind `>` is the active one. */
function read(text: string): OpenSources {
  const parts = text.split('|');
  return {
    sides: parts.map((part) => {
      const letters = part.replace('>', '');
      const shown = /[A-Z]/.exec(letters)?.[0].toLowerCase();
      return { tabs: ids(letters.toLowerCase()), shown: shown === undefined ? null : id(shown) };
    }),
    active: Math.max(
      0,
      parts.findIndex((part) => part.startsWith('>')),
    ),
  };
}

function write({ sides, active }: OpenSources): string {
  return sides
    .map(({ tabs, shown }, index) => {
      const letters = tabs.map((tab) => (tab === shown ? tab.toUpperCase() : tab)).join('');
      return sides.length > 1 && index === active ? `>${letters}` : letters;
    })
    .join('|');
}

describe('tabs of sources', () => {
  it.each([
    ['Ab', openSource(read('Ab'), id('b')), 'aB', 'one that has a tab is shown in it'],
    ['Ab', openSource(read('Ab'), id('c')), 'abC', 'another gets a tab at the end'],
    ['', openSource(read(''), id('c')), 'C', 'the first'],
    ['>A|B', openSource(read('>A|B'), id('c')), '>aC|B', 'in the side that is used'],
    ['aBc', closeSource(read('aBc'), 0, id('b')), 'aC', 'the one behind a closed one is shown'],
    ['abC', closeSource(read('abC'), 0, id('c')), 'aB', 'or the one before'],
    ['aBc', closeSource(read('aBc'), 0, id('a')), 'Bc', 'closing another leaves what is shown'],
    ['A', closeSource(read('A'), 0, id('a')), '', 'the last of all'],
    ['aB', closeSource(read('aB'), 0, id('x')), 'aB', 'closing what is not open does nothing'],
    ['A|>B', closeSource(read('A|>B'), 1, id('b')), 'A', 'a side without tabs goes'],
    ['>A|B', closeSource(read('>A|B'), 0, id('a')), 'B', 'the first side as well'],
    ['aBc', closeOtherSources(read('aBc'), 0, id('c')), 'C', 'all others'],
    ['abC', stepSource(read('abC'), 1), 'Abc', 'round at the end'],
    ['Abc', stepSource(read('Abc'), -1), 'abC', 'round at the beginning'],
    ['', stepSource(read(''), 1), '', 'nowhere to go'],
    ['ab|>cD', stepSource(read('aB|>cD'), 1), 'aB|>Cd', 'in the side that is used'],
  ] as const)('%s', (_before, after, expected, _why) => {
    expect(write(after)).toBe(expected);
  });
});

describe('two sources beside each other', () => {
  it.each([
    [openBeside(read('aB'), id('b')), 'aB|>B', 'a second side is made, and used'],
    [openBeside(read('A|>B'), id('c')), '>aC|B', 'with two, the other side shows it'],
    [openBeside(read('>A|B'), id('c')), 'A|>bC', 'whichever is used'],
    [closeSide(read('aB|>bC'), 1), 'aBc', 'closing one keeps its tabs'],
    [closeSide(read('>aB|bC'), 0), 'bCa', 'whichever it is'],
    [closeSide(read('aB'), 0), 'aB', 'the only side stays'],
  ] as const)('%#: %s', (after, expected, _why) => {
    expect(write(after)).toBe(expected);
  });
});

describe('opening a dossier', () => {
  it('shows all of a few sources, and one of many', () => {
    expect(write(firstOpenSources(ids('abcdefgh')))).toBe('Abcdefgh');
    expect(write(firstOpenSources(ids('abcdefghi')))).toBe('A');
    expect(shownSource(firstOpenSources([]))).toBeNull();
  });

  it.each([
    ['aBc', 'abc', 'aBc', 'all is as it was'],
    ['aBc', 'ac', 'Ac', 'without a source that is gone'],
    ['a|>B', 'a', 'A', 'without a side of which nothing is left'],
    ['A|>B', 'ab', 'A|>B', 'with both sides'],
    ['aA', 'a', 'A', 'each source once'],
  ])('of %s in a dossier of %s there is left %s: %s', (kept, sources, left) => {
    const open = stillOpen(read(kept), new Set(ids(sources)));
    expect(open === null ? null : write(open)).toBe(left);
  });

  it('begins anew when nothing is left', () => {
    expect(stillOpen(read('aB'), new Set(ids('xyz')))).toBeNull();
  });
});
