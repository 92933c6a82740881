/** What an importer accepts at most. Far above any report that a person reads, far below what hurts a laptop. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 50 * 1024 * 1024,
  paragraphs: 200_000,
  /** UTF-16 units of one paragraph. */
  charactersPerParagraph: 1_000_000,
  pages: 5_000,
  /** Of a file that is an archive: how many files it holds, and their bytes when unpacked. */
  archiveEntries: 10_000,
  unpackedBytes: 200 * 1024 * 1024,
  /** How deep elements of markup, or parts of an e-mail, may stand in one another. */
  depth: 200,
  /** Elements of markup, and entities in its text: each costs memory, whatever it holds. */
  elements: 1_000_000,
  /** Links of one paragraph, and UTF-16 units of an address; what is beyond stays text and is no link. */
  linksPerParagraph: 10_000,
  linkAddress: 4_000,
} as const;
