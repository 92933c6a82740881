/**
 * A bibliography that a reference manager exported → what Chancery keeps of each document, to fill the form of a source.
 * Nothing is looked up: an address, a DOI or another identifier in the file is a text, and as a file alone it is refused.
 */
import type { SourceMetadata } from '../dossier/source.ts';
import { refused, type Result } from '../result.ts';
import { bibliographyLimits, type BibliographyProblem } from './bibliography-record.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import { readRis } from './read-ris.ts';

const readers = { 'csl-json': readCslJson, bibtex: readBibtex, ris: readRis } as const;
export type BibliographyFormat = keyof typeof readers;

const bibtexStart = /@[ \t]{0,100}[A-Za-z]{1,100}\s{0,100}[{(]/u;
const risStart = /^TY {1,2}- /mu;

/** By what stands in it, never by its name; `undefined` for none of the three. */
export function recogniseBibliography(text: string): BibliographyFormat | undefined {
  if (/^\s*[[{]/u.test(text.slice(0, 10_000))) return 'csl-json';
  const [bibtex, ris] = [bibtexStart, risStart].map((start) => text.search(start));
  if (bibtex === undefined || ris === undefined || (bibtex < 0 && ris < 0)) return undefined;
  return ris < 0 || (bibtex >= 0 && bibtex < ris) ? 'bibtex' : 'ris';
}

/**
 * Reads all entries in their order, or none: a broken file is refused with the place where it is broken. `fileName` is
 * the name without folders, for sentences. Takes well under a second for a library of thousands, and never throws.
 */
export function readBibliography(
  text: string,
  fileName: string,
): Result<readonly SourceMetadata[], BibliographyProblem> {
  if (text.length > bibliographyLimits.characters) {
    const most = bibliographyLimits.characters.toLocaleString('en');
    return refused(
      'bibliography-too-large',
      `“${fileName}” is longer than ${most} characters, the most that can be read. Export only the entries you need.`,
    );
  }
  const content = text.replace(/^\uFEFF/u, '');
  const format = recogniseBibliography(content);
  return format === undefined
    ? refused(
        'not-a-bibliography',
        `“${fileName}” is no bibliography that can be read: CSL-JSON, BibTeX or RIS. Export it as one of these.`,
      )
    : readers[format](content, fileName);
}
