import type { Source } from './source.ts';

/** Whose account a source is: as the drafter says, otherwise its publisher's. `null` where neither is known. */
export function sideOf({ assessment, metadata }: Pick<Source, 'assessment' | 'metadata'>): string | null {
  const side = assessment.side.trim();
  if (side !== '') return side;
  const publisher = metadata.publisher?.trim() ?? '';
  return publisher === '' ? null : publisher;
}
