import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpan, foldTypography, unfoldSpan } from '../../../core/anchoring/fold-typography.ts';

describe('foldTypography', () => {
  it.each<[string, string, string]>([
    [
      'plain text is its own',
      'A plain text, with (signs) - and all.',
      'A plain text, with (signs) - and all.',
    ],
    ['quotation marks', '“a” ‘b’ «c» „d‟ ′e′ `f`', `"a" 'b' "c" "d" 'e' 'f'`],
    ['dashes', 'a–b — c − d ‑ e', 'a-b - c - d - e'],
    ['white space', 'a\u00a0b\u202f \tc\u3000d', 'a b c d'],
    ['an ellipsis', 'so…', 'so...'],
    ['ligatures', 'oﬃce ﬁrst ﬂow ﬀ ﬆ', 'office first flow ff st'],
    ['soft hyphens and marks of direction', 'co\u00adop\u200berate\u200e', 'cooperate'],
    ['the Unicode form', 'cafe\u0301 Vie\u0323\u0302t', 'café Việt'],
    ['case stays', 'The EU', 'The EU'],
    ['figures above the line stay', '10² m³ ½ Ⅳ', '10² m³ ½ Ⅳ'],
    ['letters with marks stay', 'đối tác Đà Nẵng', 'đối tác Đà Nẵng'],
    ['an emoji stays', 'a 😀 b', 'a 😀 b'],
  ])('%s', (_, text, folded) => {
    expect(foldTypography(text).folded).toBe(folded);
  });

  const piece = fc.constantFrom(
    'a',
    'b',
    ' ',
    '  ',
    '\u00a0',
    '“',
    '—',
    '…',
    'ﬁ',
    '\u00ad',
    'e\u0301',
    'đ',
    '😀',
    '²',
    'ﬁ\u0323',
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('folded again it is the same, and each unit of it leads to a part of the text, in order', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { folded, origins } = foldTypography(given);
        expect(foldTypography(folded).folded).toBe(folded);
        if (origins === null) return;
        expect(origins.starts.length).toBe(folded.length);
        for (let unit = 0; unit < folded.length; unit += 1) {
          const { start, end } = unfoldSpan({ folded, origins }, { start: unit, end: unit + 1 });
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(start).toBeGreaterThanOrEqual(origins.starts[unit - 1] ?? 0);
        }
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it('a run of the folded form leads to text that folds to it, but for white space at its ends', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (given, from, length) => {
        const folding = foldTypography(given);
        if (folding.folded === '') return;
        const start = from % folding.folded.length;
        const span = { start, end: start + 1 + (length % (folding.folded.length - start)) };
        const place = unfoldSpan(folding, span);
        const again = foldSpan(folding, place);
        expect(again.start).toBeLessThanOrEqual(span.start);
        expect(again.end).toBeGreaterThanOrEqual(span.end);
        expect(folding.folded.slice(again.start, again.end)).toContain(
          folding.folded.slice(span.start, span.end),
        );
      }),
      { numRuns: 2_000, seed: 8 },
    );
  });
});
