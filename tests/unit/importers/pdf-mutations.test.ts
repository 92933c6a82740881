import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPdf } from '../../../core/importers/pdf/import-pdf.ts';
import { pdfFile } from './pdf-files.ts';

const samples = [
  'two-columns.pdf',
  'two-columns-ghostscript.pdf',
  'report.pdf',
  'plain.pdf',
  'scanned.pdf',
].map(pdfFile);

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.integer({ min: 0, max: 255 }),
});

/** A sample with some of its bytes changed, or a part of it taken out. */
const mutated = fc
  .record({
    sample: fc.constantFrom(...samples),
    changes: fc.array(change, { maxLength: 40 }),
    cut: fc.option(fc.tuple(change, fc.integer({ min: 1, max: 400 }))),
  })
  .map(({ sample, changes, cut }) => {
    const bytes = new Uint8Array(sample);
    const place = (share: number) => 5 + Math.floor(share * (bytes.length - 6)); // behind `%PDF-`
    for (const { at, byte } of changes) bytes[place(at)] = byte;
    if (cut === null) return bytes;
    const [{ at }, length] = cut;
    return new Uint8Array(Buffer.concat([bytes.slice(0, place(at)), bytes.slice(place(at) + length)]));
  });

describe('a PDF with changed bytes', () => {
  it('gives a document or a refusal, and no broken text', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const result = await importPdf(bytes, 'a.pdf');
        if (!result.ok) {
          expect(result.error.message).toContain('a.pdf');
          return;
        }
        const { title, paragraphs } = result.value;
        expect(title.length).toBeGreaterThan(0);
        expect(paragraphs.length).toBeGreaterThan(0);
        let page = 1;
        for (const paragraph of paragraphs) {
          expect(paragraph.text).toBe(paragraph.text.trim());
          expect(paragraph.text).toMatch(/[^\s\p{Cf}]/u);
          expect(paragraph.text).not.toMatch(/[\0-\x08\n\v\f\r\x0e-\x1f\x7f-\x9f\u2028\u2029\p{Cs}]/u);
          expect(paragraph.page).toBeGreaterThanOrEqual(page);
          page = paragraph.page ?? page;
          for (const { start, end } of paragraph.links ?? []) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(paragraph.text.length);
          }
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  }, 60_000);
});
