/** The entries of a bibliography as a list to choose from. */
import { wordsOf } from '../../core/search/words-of.ts';
import type { SourceMetadata } from '../../core/dossier/source.ts';
import { nameInWords } from './name-rows.ts';

export interface BibliographyEntry {
  /** Its place in the file, from 0. */
  readonly index: number;
  readonly metadata: SourceMetadata;
  readonly title: string;
  /** Authors, year and where it stands, for people. */
  readonly facts: string;
  /** Folded, to be looked through. */
  readonly words: readonly string[];
}

function yearOf({ issued }: SourceMetadata): string {
  const year = issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? (issued?.literal ?? '') : String(year);
}

export function listEntries(entries: readonly SourceMetadata[]): BibliographyEntry[] {
  return entries.map((metadata, index) => {
    const people = [...(metadata.author ?? []), ...(metadata.editor ?? [])].map(nameInWords).join(', ');
    const within = metadata['container-title'] ?? metadata.publisher ?? '';
    const title = metadata.title ?? 'Without a title';
    const facts = [people, yearOf(metadata), within].filter((fact) => fact !== '').join(' · ');
    return { index, metadata, title, facts, words: wordsOf(`${title} ${facts}`).map(({ folded }) => folded) };
  });
}

/** Those in which every word begins a word, in the order of the file. */
export function entriesWith(entries: readonly BibliographyEntry[], typed: string): BibliographyEntry[] {
  const wanted = wordsOf(typed).map(({ folded }) => folded);
  return entries.filter(({ words }) => wanted.every((word) => words.some((own) => own.startsWith(word))));
}
