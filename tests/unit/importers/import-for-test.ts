import { importText } from '../../../core/importers/text/import-text.ts';
import type { ImportedDocument } from '../../../core/dossier/source.ts';

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** Imports a text file that must be accepted. */
export function imported(bytes: Uint8Array, fileName = 'report.txt'): ImportedDocument {
  const result = importText(bytes, fileName);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export const textsOf = (source: string | Uint8Array) =>
  imported(typeof source === 'string' ? utf8(source) : source).paragraphs.map(({ text }) => text);
