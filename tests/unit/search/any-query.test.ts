import { notAssessed } from '../../../core/dossier/source-assessment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asEditionId, asSourceId, paragraphIdAt } from '../../../core/dossier/ids.ts';
import { wordsOf } from '../../../core/search/words-of.ts';
import type { DossierFile } from '../../../host/dossier-file/dossier-file.ts';
import { searchDossier } from '../../../host/search.ts';
import { newDossier } from '../host/dossier-fixture.ts';

const texts = [
  'Bộ trưởng gặp đối tác châu Âu về “thẻ vàng” (EVIPA), 1,500 tấn – và AND OR NOT NEAR.',
  'The Deputy Prime Minister asked the EU to remove the yellow card * ^ : " on seafood.',
  '越南外交部长会见欧盟代表。 שָׁלוֹם مُحَمَّد हिन्दी ไทยดี 👍🏽🇻🇳',
];

let count = 0;
function addSource(dossier: DossierFile, paragraphs: readonly string[]): void {
  count += 1;
  const [source, edition] = [asSourceId(`s${String(count)}`), asEditionId(`e${String(count)}`)];
  dossier.sources.add(
    {
      id: source,
      label: `L${String(count)}`,
      title: 'T',
      metadata: { type: 'document' },
      assessment: notAssessed,
      currentEdition: edition,
    },
    {
      id: edition,
      source,
      sha256: `hash${String(count)}`,
      fileName: 'x.txt',
      byteLength: 1,
      importedAt: '2025-07-12T09:00:00.000Z',
      paragraphs: paragraphs.map((text, index) => ({
        id: paragraphIdAt(edition, index),
        kind: 'text',
        text,
        leftover: false,
        number: index + 1,
      })),
    },
    new Uint8Array([count]),
  );
}

const pieces = [
  ...texts.join(' ').split(' '),
  '"',
  '*',
  '(',
  ')',
  'NEAR(',
  '^',
  ':',
  '-',
  '+',
  '\\',
  "'",
  ';',
  '\0',
];
const queries = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join('')),
  fc.array(fc.constantFrom(...pieces), { minLength: 200, maxLength: 400 }).map((some) => some.join(' ')),
);

function beginningOf(word: string): string {
  const letters = Array.from(word);
  return letters.slice(0, Math.ceil(letters.length / 2)).join('');
}

describe('a query of any characters', () => {
  it('has an answer, and what it finds is marked where it stands', () => {
    const dossier = newDossier();
    addSource(dossier, texts);
    fc.assert(
      fc.property(queries, (query) => {
        for (const hit of searchDossier(dossier, query, 10)) {
          if (hit.kind !== 'paragraph') throw new Error('There are only paragraphs.');
          const text = texts[(hit.number ?? 0) - 1] ?? '';
          expect(hit.ranges.length, query).toBeGreaterThan(0);
          for (const { start, end } of hit.ranges)
            expect(wordsOf(text.slice(start, end)).length).toBeGreaterThan(0);
          expect(hit.snippet.some((part) => part.hit)).toBe(true);
          expect(hit.passage.start).toBe(hit.ranges.find(({ start }) => start >= hit.passage.start)?.start);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds each word of any text, and every beginning of it', () => {
    const dossier = newDossier();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.nat(), (text, which) => {
        const words = wordsOf(text);
        const word = words[which % words.length];
        fc.pre(word !== undefined);
        addSource(dossier, [text]);
        const added = `L${String(count)}`;
        const found = (query: string) =>
          searchDossier(dossier, query, 10_000).some(
            (hit) => hit.kind === 'paragraph' && hit.label === added,
          );
        expect(found(`"${text.slice(word.start, word.end)}"`)).toBe(true);
        // A few signs, such as a circled Chinese letter beside a ligature, fold to something that reads as two words.
        fc.pre(wordsOf(word.folded).length === 1);
        expect(found(word.folded)).toBe(true);
        expect(found(beginningOf(word.folded))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('words that stand nearly everywhere', () => {
  it('are found in the sources brought in last, and elsewhere with a rarer word', () => {
    const dossier = newDossier();
    addSource(dossier, ['A common word, and a rare one.']);
    const early = `L${String(count)}`;
    addSource(
      dossier,
      Array.from({ length: 2_100 }, (_, index) => `A common word, ${String(index)}.`),
    );
    const late = `L${String(count)}`;
    const labels = (query: string) =>
      searchDossier(dossier, query, 5).map((hit) => (hit.kind === 'paragraph' ? hit.label : hit.kind));
    expect(labels('common')).toEqual([late, late, late, late, late]);
    expect(labels('common rare')).toEqual([early]);
  });
});
