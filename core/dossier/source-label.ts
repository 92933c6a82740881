/** The label of the source that was brought in as number `index` (from 0): A … Z, AA, AB …, ZZ, AAA. */
export function sourceLabelAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : sourceLabelAt(Math.floor(index / 26) - 1) + letter;
}

/**
 * The label after the last of those that were ever given. Gaps stay gaps: a label that once named another source
 * would make old printed notes point at the wrong one. Texts that are no labels are passed over.
 */
export function nextSourceLabel(used: Iterable<string>): string {
  let next = 0;
  for (const label of used) next = Math.max(next, indexOfLabel(label) + 1);
  return sourceLabelAt(next);
}

/** The inverse of `sourceLabelAt`; -1 for a text that is no label. */
function indexOfLabel(label: string): number {
  if (!/^[A-Z]{1,4}$/.test(label)) return -1;
  return Array.from(label).reduce((total, letter) => (total + 1) * 26 + letter.charCodeAt(0) - 65, -1);
}
