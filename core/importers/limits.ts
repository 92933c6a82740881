/** What an importer accepts at most. Far above any report that a person reads, far below what hurts a laptop. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 50 * 1024 * 1024,
  paragraphs: 200_000,
  /** UTF-16 units of one paragraph. */
  charactersPerParagraph: 1_000_000,
} as const;
