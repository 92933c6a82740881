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

export interface Annotation {
  readonly id: AnnotationId;
  readonly source: SourceId;
  readonly passage: Passage;
  readonly category: Category;
  /** Empty when there is none. */
  readonly comment: string;
  readonly tags: readonly string[];
  /** Who made it, as that person is called. Missing: nobody said. */
  readonly creator?: string;
  /** What another program knows of it, as JSON: kept for that program, and not looked into. */
  readonly foreign?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
