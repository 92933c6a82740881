import type { AnnotationId, NoteId } from '../core/dossier/ids.ts';
import { findHits } from '../core/search/find-hits.ts';
import { parseQuery, type SearchTerm } from '../core/search/parse-query.ts';
import type { AnnotationHit, NoteHit, ParagraphHit, SearchHit } from '../core/search/search-hit.ts';
import { searchedTextOfAnnotation, searchedTextOfNote } from '../core/search/searched-text.ts';
import { snippetOf } from '../core/search/snippet.ts';
import type { DossierFile } from './dossier-file/dossier-file.ts';
import type { FoundParagraph } from './dossier-file/search-store.ts';

interface Search {
  readonly dossier: DossierFile;
  readonly terms: readonly SearchTerm[];
}

function paragraphHit({ terms }: Search, { text, ...place }: FoundParagraph): ParagraphHit {
  const hits = findHits(text, terms);
  return {
    kind: 'paragraph',
    ...place,
    snippet: snippetOf(text, hits),
    ranges: hits.ranges,
    passage: hits.passage ?? { start: 0, end: text.length },
  };
}

function annotationHits({ dossier, terms }: Search, id: AnnotationId): AnnotationHit[] {
  const annotation = dossier.annotations.find(id);
  const source = annotation && dossier.sources.find(annotation.source);
  if (annotation === undefined || source === undefined) return [];
  const { passage, category, comment, tags } = annotation;
  const { paragraph } = passage.anchors[0];
  const quotations = passage.anchors.map(({ quote }) => quote.exact);
  const text = searchedTextOfAnnotation({ quotations, comment, tags });
  return [
    {
      kind: 'annotation',
      annotation: id,
      source: source.id,
      label: source.label,
      edition: passage.edition,
      paragraph,
      number: dossier.sources.paragraph(passage.edition, paragraph)?.number ?? null,
      category,
      snippet: snippetOf(text, findHits(text, terms)),
    },
  ];
}

/** None when the note does not hold all of the terms: the index has not always been asked. */
function noteHits({ dossier, terms }: Search, id: NoteId): NoteHit[] {
  const note = terms.length === 0 ? undefined : dossier.notes.find(id);
  if (note === undefined) return [];
  const text = searchedTextOfNote(note.tree);
  const hits = findHits(text, terms);
  const [{ title }] = note.tree.children;
  return hits.missing === 0 ? [{ kind: 'note', note: id, title, snippet: snippetOf(text, hits) }] : [];
}

/** What is being written comes before what the index found. */
function allNoteHits(search: Search, limit: number): NoteHit[] {
  const { notesToRead, notes } = search.dossier.search;
  return [...notesToRead(), ...notes(search.terms, limit)]
    .flatMap((id) => noteHits(search, id))
    .slice(0, limit);
}

/**
 * Everything in a dossier that holds all of what a person asked for: paragraphs, then annotations, then notes, the
 * best of each first. A query of any characters has an answer, if only an empty one.
 * @param limit the most of each kind
 */
export function searchDossier(dossier: DossierFile, query: string, limit: number): SearchHit[] {
  const terms = parseQuery(query);
  const search = { dossier, terms };
  return [
    ...dossier.search.paragraphs(terms, limit).map((found) => paragraphHit(search, found)),
    ...dossier.search.annotations(terms, limit).flatMap((id) => annotationHits(search, id)),
    ...allNoteHits(search, limit),
  ];
}
