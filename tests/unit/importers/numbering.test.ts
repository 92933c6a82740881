import { describe, expect, it } from 'vitest';
import { asEditionId } from '../../../core/dossier/ids.ts';
import { numberParagraphs, renumber } from '../../../core/dossier/number-paragraphs.ts';
import { nextSourceLabel, sourceLabelAt } from '../../../core/dossier/source-label.ts';
import type { ImportedParagraph } from '../../../core/dossier/source.ts';

const imported: readonly ImportedParagraph[] = [
  { kind: 'heading', text: 'On trade', leftover: false },
  { kind: 'text', text: 'They met.', leftover: false },
  { kind: 'text', text: 'Share', leftover: true },
  { kind: 'item', text: '- They agreed.', leftover: false },
];

describe('paragraph numbers', () => {
  const paragraphs = numberParagraphs(asEditionId('e1'), imported);

  it('pass over headings and leftovers', () => {
    expect(paragraphs.map(({ number }) => number)).toEqual([null, 1, null, 2]);
    expect(paragraphs.map(({ id }) => id)).toEqual(['e1.1', 'e1.2', 'e1.3', 'e1.4']);
  });

  it('stand beside the page and the links that the file had', () => {
    const links = [{ start: 0, end: 4, url: 'https://example.org/' }];
    const [paragraph] = numberParagraphs(asEditionId('e1'), [
      { kind: 'text', text: 'They met.', leftover: false, page: 3, links },
    ]);
    expect(paragraph).toMatchObject({ id: 'e1.1', number: 1, page: 3, links });
  });

  it('are counted again when a leftover is taken back, while ids stay', () => {
    const taken = renumber(paragraphs.map((paragraph) => ({ ...paragraph, leftover: false })));
    expect(taken.map(({ number }) => number)).toEqual([null, 1, 2, 3]);
    expect(taken.map(({ id }) => id)).toEqual(paragraphs.map(({ id }) => id));
  });
});

describe('source labels', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, label) => {
    expect(sourceLabelAt(index)).toBe(label);
    expect(nextSourceLabel([label])).toBe(sourceLabelAt(index + 1));
  });

  it.each<[string, string[], string]>([
    ['none yet', [], 'A'],
    ['in any order', ['B', 'AA', 'A'], 'AB'],
    ['a gap is not filled', ['A', 'D'], 'E'],
    ['what is no label does not count', ['A', 'draft', ''], 'B'],
  ])('next: %s', (_, used, label) => {
    expect(nextSourceLabel(used)).toBe(label);
  });
});
