import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importText } from '../../../core/importers/text/import-text.ts';
import { utf8 } from './import-for-test.ts';
import { wrapText } from './wrap-text.ts';

describe('any file', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 400 }).map(utf8),
    fc
      .array(
        fc.constantFrom(
          'a',
          'B ',
          '.',
          '\n',
          '\r\n',
          '\n\n',
          '- ',
          '1. ',
          'é',
          '\u00ad\n',
          '-\n',
          '😀',
          '\t',
        ),
        {
          maxLength: 200,
        },
      )
      .map((parts) => utf8(parts.join(''))),
  );

  it('gives a document or a refusal; no paragraph is blank, and none holds line ends or control characters', () => {
    fc.assert(
      fc.property(bytes, (file) => {
        const result = importText(file, 'a.txt');
        if (!result.ok) {
          expect(result.error.message).toContain('a.txt');
          return;
        }
        const { title, paragraphs } = result.value;
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(80);
        expect(paragraphs.length).toBeGreaterThan(0);
        for (const { text } of paragraphs) {
          expect(text).toBe(text.trim());
          expect(text).toMatch(/[^\s\p{Cf}]/u);
          expect(text).not.toMatch(/[\0-\x08\n\v\f\r\x0e-\x1f\x7f-\x9f\u2028\u2029]/);
        }
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });

  it('loses no visible character of a text, wrapped or not, but a soft or dividing hyphen', () => {
    const words = fc.array(
      fc.constantFrom('talks', 'trade', 'long-term', 'and', 'The', 'Hanoi.', 'visits,', '(EVIPA)'),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    const visible = (text: string) => text.replace(/[\s-]/g, '');
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 20, max: 140 }),
        (blocks, width) => {
          const text = blocks.map((block) => wrapText(block.join(' '), width)).join('\n\n');
          const result = importText(utf8(text), 'a.txt');
          if (!result.ok) throw new Error(result.error.code);
          expect(visible(result.value.paragraphs.map((paragraph) => paragraph.text).join(''))).toBe(
            visible(text),
          );
        },
      ),
      { numRuns: 1_000, seed: 4 },
    );
  });

  it('reads ten megabytes of wrapped text in good time', () => {
    const paragraph = wrapText(
      'The two sides agreed that trade should grow, and that visits should follow. '.repeat(10),
      72,
    );
    const text = `${paragraph}\n\n`.repeat(13_000);
    const started = performance.now();
    const result = importText(utf8(text), 'a.txt');
    expect(result.ok && result.value.paragraphs.length).toBe(13_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
