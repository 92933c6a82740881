import type { Category } from '../../core/dossier/annotation.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';
import type { CitationTargets } from './parse-citation-targets.ts';

/** Something that can be cited, as it is offered. */
export interface CitationChoice {
  /** Another one for each choice of an answer. */
  readonly key: string;
  /** `A ¶12`. */
  readonly name: string;
  readonly targets: CitationTargets;
  /** What it says. */
  readonly snippet: readonly SnippetPart[];
  /** Of an annotation. */
  readonly category?: Category;
}

export interface CitationChoices {
  /** What they answer. */
  readonly query: string;
  readonly groups: readonly { readonly label: string; readonly choices: readonly CitationChoice[] }[];
  /** Why there are none; a sentence. */
  readonly none: string | null;
}
