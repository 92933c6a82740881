import type { ImportedDocument, ImportedParagraph, SourceMetadata } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import { cleanText } from './clean-text.ts';
import { readDate } from './read-date.ts';
import { readLanguage } from './read-language.ts';
import { makeTitle } from './text/make-title.ts';

/** What a file says about itself, as it says it. Missing or empty where it says nothing. */
export interface DocumentFacts {
  /** Of CSL: `document`, `book`. */
  readonly type: string;
  readonly title?: string | undefined;
  readonly authors?: readonly string[];
  readonly publisher?: string | undefined;
  /** A date of publication, `2025-07-12` or the beginning of that; that of a file's saving is none. */
  readonly issued?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
}

const longestFact = 1_000; // UTF-16 units: more is no title and no name
const mostAuthors = 100;

/** Puts a document together from what an importer found. Refuses with `no-text` when there is nothing to cite. */
export function finishDocument(
  facts: DocumentFacts,
  paragraphs: readonly ImportedParagraph[],
  fileName: string,
): Result<ImportedDocument, 'no-text'> {
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  if (first === undefined) {
    return refused('no-text', `“${fileName}” holds no text. Choose a file that does.`);
  }
  const title = cleanFact(facts.title) ?? (first.kind === 'heading' ? first.text : undefined);
  return done({
    title: makeTitle(title ?? first.text.replaceAll('\t', ' ').trim()),
    metadata: metadataOf(facts, title),
    paragraphs,
  });
}

function cleanFact(fact: string | undefined): string | undefined {
  const clean = cleanText(fact ?? '');
  return clean === '' || clean.length > longestFact ? undefined : clean;
}

function metadataOf(facts: DocumentFacts, title: string | undefined): SourceMetadata {
  const authors = (facts.authors ?? []).map(cleanFact).filter((name) => name !== undefined);
  const publisher = cleanFact(facts.publisher);
  const language = readLanguage(facts.language ?? '');
  const issued = readDate(facts.issued ?? '');
  const url = cleanFact(facts.url);
  return {
    type: facts.type,
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0
      ? {}
      : { author: authors.slice(0, mostAuthors).map((literal) => ({ literal })) }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { URL: url }),
    ...(language === undefined ? {} : { language }),
  };
}
