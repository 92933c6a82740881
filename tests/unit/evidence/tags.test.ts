import { expect, it } from 'vitest';
import {
  cleanTag,
  longestTag,
  sharedTags,
  spelledAsKnown,
  suggestTags,
  tagsInUse,
  withoutTag,
  withTag,
} from '../../../core/dossier/tags.ts';

it.each([
  ['  EU ', 'EU', 'without spaces around it'],
  ['yellow\n\tcard', 'yellow card', 'in one line'],
  ['a, b', 'a b', 'without the commas that part tags'],
  [' , ', '', 'nothing is left'],
  ['thuy\u0309 sản', 'thuỷ sản', 'as one writes it'],
  ['x'.repeat(80), 'x'.repeat(longestTag), 'not too long'],
  [`${'x'.repeat(longestTag - 1)}😀`, 'x'.repeat(longestTag - 1), 'of whole characters'],
])('keeps %j as %j: %s', (typed, kept) => {
  expect(cleanTag(typed)).toBe(kept);
});

it('adds a tag once, whatever its case, and takes it away again', () => {
  expect(withTag(['EU'], 'EVIPA')).toEqual(['EU', 'EVIPA']);
  const tags = ['EU'];
  expect(withTag(tags, 'eu')).toBe(tags);
  expect(withTag(tags, '')).toBe(tags);
  expect(withoutTag(['EU', 'EVIPA'], 'evipa')).toEqual(['EU']);
  expect(withoutTag(tags, 'UK')).toBe(tags);
});

it('spells a tag as the dossier does', () => {
  expect(spelledAsKnown('eu', ['EVIPA', 'EU'])).toBe('EU');
  expect(spelledAsKnown('eu', ['EU', 'eu'])).toBe('eu');
  expect(spelledAsKnown('ma', ['má'])).toBe('ma');
});

it('knows the tags in use, and those that all share', () => {
  const tagged = [{ tags: ['b', 'a'] }, { tags: ['c', 'a'] }, { tags: ['b', 'a'] }];
  expect(tagsInUse(tagged)).toEqual(['a', 'b', 'c']);
  expect(sharedTags(tagged)).toEqual(['a']);
  expect(sharedTags([])).toEqual([]);
});

it('suggests what begins as it is typed, without accents, and not what is given already', () => {
  const known = ['yellow card', 'thuỷ sản', 'EU', 'card game'];
  expect(suggestTags('', known, ['EU'])).toEqual(['yellow card', 'thuỷ sản', 'card game']);
  expect(suggestTags('car', known, [])).toEqual(['yellow card', 'card game']);
  expect(suggestTags('thuy', known, [])).toEqual(['thuỷ sản']);
  expect(suggestTags('eu', known, ['eu'])).toEqual([]);
});
