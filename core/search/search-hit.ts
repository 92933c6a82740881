import type { Category } from '../dossier/annotation.ts';
import type { AnnotationId, EditionId, NoteId, ParagraphId, SourceId } from '../dossier/ids.ts';
import type { TextRange } from './find-hits.ts';
import type { SnippetPart } from './snippet.ts';

interface Place {
  readonly source: SourceId;
  /** Of the source. */
  readonly label: string;
  readonly edition: EditionId;
  readonly paragraph: ParagraphId;
  /** Of the paragraph; `null` on headings and leftovers. */
  readonly number: number | null;
}

export interface ParagraphHit extends Place {
  readonly kind: 'paragraph';
  readonly snippet: readonly SnippetPart[];
  /** The words that were found, in the paragraph's text. */
  readonly ranges: readonly TextRange[];
  /** The shortest run of the paragraph in which all of them stand: what is selected when it is opened. */
  readonly passage: TextRange;
}

export interface AnnotationHit extends Place {
  readonly kind: 'annotation';
  readonly annotation: AnnotationId;
  readonly category: Category;
  readonly snippet: readonly SnippetPart[];
}

export interface NoteHit {
  readonly kind: 'note';
  readonly note: NoteId;
  readonly title: string;
  readonly snippet: readonly SnippetPart[];
}

/** What a search found, and where. */
export type SearchHit = ParagraphHit | AnnotationHit | NoteHit;
