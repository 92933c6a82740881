import { readFileSync } from 'node:fs';
import type { ImportedDocument, ImportedParagraph } from '../../../core/dossier/source.ts';
import { importSource } from '../../../core/importers/import-source.ts';

/** `kind: text`, with `~` before a leftover and `[words](address)` after it for each link. */
export function shownParagraph({ kind, text, leftover, links = [] }: ImportedParagraph): string {
  const shownLinks = links.map(({ start, end, url }) => ` [${text.slice(start, end)}](${url})`);
  return `${leftover ? '~' : ''}${kind}: ${text}${shownLinks.join('')}`;
}

/** Imports a file that must be accepted. */
export async function importedFile(bytes: Uint8Array, fileName: string): Promise<ImportedDocument> {
  const result = await importSource(bytes, fileName);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** One of the files that another program made. */
export const sampleFile = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url)));
