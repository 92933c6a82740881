import { describe, expect, it } from 'vitest';
import { reanchorParagraph } from '../../../core/anchoring/reanchor-paragraph.ts';
import { prepareReplacement } from '../../../core/anchoring/replacement.ts';
import { asParagraphId } from '../../../core/dossier/ids.ts';
import { editionOf, paragraphAt } from './editions.ts';

const texts = [
  'The two ministers discussed the “trade” between both countries.',
  'They agreed to meet again in Hanoi before the end of the year.',
];
const [first = '', second = ''] = texts;
const old = editionOf('old', texts);

describe('reanchorParagraph', () => {
  it.each<[string, readonly string[], object]>([
    ['a paragraph that stayed', texts, { state: 'found', paragraph: 'new.1', typography: false }],
    ['one that was moved', [second, first], { state: 'found', paragraph: 'new.2', typography: false }],
    [
      'one that was retypeset',
      [first.replaceAll(/[“”]/gu, '"'), second],
      { state: 'found', paragraph: 'new.1', typography: true },
    ],
    [
      'one that stands there twice',
      [first, second, first],
      { state: 'ambiguous', candidates: [['new.1'], ['new.3']] },
    ],
    [
      'one that was joined with the next',
      [`${first} ${second}`],
      { state: 'ambiguous', candidates: [['new.1']] },
    ],
    [
      'one that was broken',
      [first.replace(' between', '\nbetween'), second].flatMap((text) => text.split('\n')),
      { state: 'ambiguous', candidates: [['new.1', 'new.2']] },
    ],
    ['one that is gone', [second], { state: 'orphaned', suggestion: null }],
    [
      'one that was changed, which is suggested only',
      [first.replace('two', 'three'), second],
      {
        state: 'orphaned',
        suggestion: {
          paragraph: 'new.1',
          score: 8 / 9,
          difference: [
            { change: 'kept', text: 'The ' },
            { change: 'deleted', text: 'two' },
            { change: 'inserted', text: 'three' },
            { change: 'kept', text: ' ministers discussed the “trade” between both countries.' },
          ],
        },
      },
    ],
  ])('%s', (_, after, becomes) => {
    const replacement = prepareReplacement(old, editionOf('new', after));
    expect(reanchorParagraph(replacement, paragraphAt(old, 0).id)).toEqual(becomes);
  });

  it('a paragraph of another edition is orphaned', () => {
    const replacement = prepareReplacement(old, editionOf('new', texts));
    expect(reanchorParagraph(replacement, asParagraphId('other.1')).state).toBe('orphaned');
  });
});
