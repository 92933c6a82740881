import type { NoteDifference } from './diff-notes.ts';
import type { FigureChange } from './figure-changes.ts';

function figure({ before, after }: FigureChange): string {
  if (before === null) return `+ ${after ?? ''}`;
  return after === null ? `− ${before}` : `${before} → ${after}`;
}

/** One line that says it all: `+12 words, −4; citations: + A ¶12, − B ¶9; figures: 30 → 35; header: Title`. */
export function describeDifference(difference: NoteDifference): string {
  const { wordsInserted, wordsDeleted, citationsAdded, citationsDropped, figures, header, lines } =
    difference;
  const citations = [
    ...citationsAdded.map((each) => `+ ${each}`),
    ...citationsDropped.map((each) => `− ${each}`),
  ];
  const parts = [
    wordsInserted + wordsDeleted === 0
      ? 'No word changed'
      : `+${String(wordsInserted)} ${wordsInserted === 1 ? 'word' : 'words'}, −${String(wordsDeleted)}`,
    ...(citations.length > 0 ? [`citations: ${citations.join(', ')}`] : []),
    ...(figures.length > 0 ? [`figures: ${figures.map(figure).join(', ')}`] : []),
    ...(header.length > 0 ? [`header: ${header.map(({ name }) => name).join(', ')}`] : []),
    ...(lines.some(({ setAnew }) => setAnew) ? ['formatting changed'] : []),
  ];
  return parts.join('; ');
}

/** Whether the two notes read, and are set, exactly alike. */
export function isSame({ header, lines }: NoteDifference): boolean {
  return header.length === 0 && lines.every(({ change, setAnew }) => change === 'kept' && !setAnew);
}
