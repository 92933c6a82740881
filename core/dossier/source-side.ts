import type { Source } from './source.ts';

/** Whose account a source is: for now its publisher's. `null` where that is not known; it is never guessed. */
export function sideOf({ metadata }: Source): string | null {
  const publisher = metadata.publisher?.trim() ?? '';
  return publisher === '' ? null : publisher;
}
