import { paragraphIdAt, type EditionId } from './ids.ts';
import type { ImportedParagraph, Paragraph } from './source.ts';

/** Makes the paragraphs of a new edition out of what an importer found, with ids and numbers. */
export function numberParagraphs(edition: EditionId, imported: readonly ImportedParagraph[]): Paragraph[] {
  return renumber(
    imported.map((paragraph, index) => ({ ...paragraph, id: paragraphIdAt(edition, index), number: null })),
  );
}

/** Counts again from 1, passing over headings and leftovers; ids stay. For when a leftover was set aside or taken back. */
export function renumber(paragraphs: readonly Paragraph[]): Paragraph[] {
  let count = 0;
  return paragraphs.map((paragraph) => {
    if (paragraph.kind === 'heading' || paragraph.leftover) return { ...paragraph, number: null };
    count += 1;
    return { ...paragraph, number: count };
  });
}
