import type { EditionId, ParagraphId, SourceId } from './ids.ts';

export const paragraphKinds = ['text', 'heading', 'item', 'quote', 'table'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** What an importer makes of one block of a file, before it belongs to an edition. */
export interface ImportedParagraph {
  readonly kind: ParagraphKind;
  /** Plain text of the block, never empty, without line breaks. */
  readonly text: string;
  /** A leftover of the page it came from ("Comment (0)"): kept and shown, but not numbered until a person says so. */
  readonly leftover: boolean;
}

/** One block of an edition. */
export interface Paragraph extends ImportedParagraph {
  readonly id: ParagraphId;
  /** Counts from 1 through the edition, as in `A ¶12`. `null` on headings and leftovers. */
  readonly number: number | null;
}

/** A date as CSL-JSON writes it: `{ 'date-parts': [[2025, 7, 12]] }`; month and day may be missing. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** The part of CSL-JSON that Chancery reads. A missing field is unknown, never guessed later. */
export interface SourceMetadata {
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  /** BCP 47, `en` or `vi-VN`. */
  readonly language?: string;
}

/** A document that was brought in. */
export interface Source {
  readonly id: SourceId;
  /** `A` … `Z`, `AA` …: unique in the dossier and never given twice. */
  readonly label: string;
  readonly title: string;
  readonly metadata: SourceMetadata;
  /** The edition that is read and cited now; older ones stay. */
  readonly currentEdition: EditionId;
}

/** One frozen text of a source. */
export interface Edition {
  readonly id: EditionId;
  readonly source: SourceId;
  /** Of the original bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Name of the file it came from, without folders. */
  readonly fileName: string;
  readonly byteLength: number;
  readonly importedAt: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What an importer returns for one file. */
export interface ImportedDocument {
  readonly title: string;
  readonly metadata: SourceMetadata;
  readonly paragraphs: readonly ImportedParagraph[];
}
