import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { Paragraph } from '../../core/dossier/source.ts';

/** The paragraph to look at after a correction: the first that is not as it was, its number aside. */
export function firstChanged(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphId | undefined {
  const found = after.find((each, index) => !isSame(each, before[index]));
  return (found ?? after.at(-1))?.id;
}

// A text never changes under an id.
const isSame = (a: Paragraph, b: Paragraph | undefined) =>
  a.id === b?.id && a.kind === b.kind && a.leftover === b.leftover;
