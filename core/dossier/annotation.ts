import type { AnnotationId, SourceId } from './ids.ts';
import type { Passage } from './passage.ts';

/** In the order of their keys: 1 is `fact`, 5 is `question`. */
export const categories = ['fact', 'position', 'ask', 'differs', 'question'] as const;
export type Category = (typeof categories)[number];

export interface CategoryWords {
  /** Stands beside the colour wherever the colour stands. */
  readonly letter: string;
  readonly name: string;
}

export const categoryWords: Readonly<Record<Category, CategoryWords>> = {
  fact: { letter: 'F', name: 'Key fact' },
  position: { letter: 'P', name: 'Position taken' },
  ask: { letter: 'A', name: 'Ask or commitment' },
  differs: { letter: 'D', name: 'Differs between accounts' },
  question: { letter: 'Q', name: 'To check' },
};

/** UTF-16 units. */
export const longestComment = 20_000;
export const longestTag = 200;
export const longestCreator = 500;
export const longestForeign = 100_000;

export interface Annotation {
  readonly id: AnnotationId;
  readonly source: SourceId;
  readonly passage: Passage;
  readonly category: Category;
  /** Empty when there is none. */
  readonly comment: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Name of who made it. Missing: not known, or whoever writes the dossier. */
  readonly creator?: string;
  /**
   * JSON of what the file that it was imported from said beside what Chancery reads: kept as it is and written again
   * when it is exported (see core/web-annotation/foreign-properties.ts). Missing when there was nothing.
   */
  readonly foreign?: string;
}
