import { plainText } from '../note-tree/plain-text.ts';
import type { NoteTree } from '../note-tree/note-tree.ts';

interface AnnotationTexts {
  /** One for each paragraph that it touches. */
  readonly quotations: readonly string[];
  readonly comment: string;
  readonly tags: readonly string[];
}

/** What is searched of an annotation. The signs between its parts are no letters, so that no search finds them. */
export function searchedTextOfAnnotation({ quotations, comment, tags }: AnnotationTexts): string {
  return [quotations.join(' '), comment, tags.map((tag) => `#${tag}`).join(' ')]
    .filter((text) => text !== '')
    .join(' · ');
}

/** What is searched of a note: its title, its header and its text. */
export function searchedTextOfNote(tree: NoteTree): string {
  const [header] = tree.children;
  return [header.title, ...header.fields.map(({ value }) => value), plainText(tree)]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
