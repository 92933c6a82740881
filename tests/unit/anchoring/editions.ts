import { asEditionId, asSourceId } from '../../../core/dossier/ids.ts';
import { numberParagraphs } from '../../../core/dossier/number-paragraphs.ts';
import type { Edition, Paragraph } from '../../../core/dossier/source.ts';
import { importText } from '../../../core/importers/text/import-text.ts';

/** An edition with one text paragraph per string. */
export function editionOf(id: string, texts: readonly string[]): Edition {
  const imported = texts.map((text) => ({ kind: 'text' as const, text, leftover: false }));
  return {
    id: asEditionId(id),
    source: asSourceId('s1'),
    sha256: '0'.repeat(64),
    fileName: 'report.txt',
    byteLength: 1,
    importedAt: '2025-07-12T08:00:00.000Z',
    paragraphs: numberParagraphs(asEditionId(id), imported),
  };
}

export function editionOfFile(
  id: string,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Edition {
  const imported = importText(bytes, fileName);
  if (!imported.ok) throw new Error(imported.error.message);
  return { ...editionOf(id, []), paragraphs: numberParagraphs(asEditionId(id), imported.value.paragraphs) };
}

export const textsOf = (edition: Edition) => edition.paragraphs.map(({ text }) => text);

export function paragraphAt(edition: Edition, index: number): Paragraph {
  const paragraph = edition.paragraphs[index];
  if (paragraph === undefined) throw new Error(`no paragraph at ${String(index)}`);
  return paragraph;
}
