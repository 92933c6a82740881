import type { EditionId, ParagraphId, SourceId } from './ids.ts';

export const paragraphKinds = ['text', 'heading', 'item', 'quote', 'table'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** What an importer makes of one block of a file, before it belongs to an edition. */
export interface ImportedParagraph {
  readonly kind: ParagraphKind;
  /** Plain text of the block, never empty, without line breaks. Of a `table`: one row, its cells parted by tabs. */
  readonly text: string;
  /** A leftover of the page it came from ("Comment (0)"): kept and shown, but not numbered until a person says so. */
  readonly leftover: boolean;
  /** The page of the file on which it begins, from 1. Missing where the file has no pages. */
  readonly page?: number;
  /** Links that the file had in this text, in reading order, never overlapping. Missing when there are none. */
  readonly links?: readonly ParagraphLink[];
}

/** A link of a source: shown, never followed. UTF-16 offsets into the paragraph's text, `end` exclusive. */
export interface ParagraphLink {
  readonly start: number;
  readonly end: number;
  /** `http:`, `https:` or `mailto:`. */
  readonly url: string;
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
  /** Files that came with it, such as those of an e-mail; each may become a source of its own. */
  readonly attachments?: readonly ImportedAttachment[];
}

export interface ImportedAttachment {
  /** Without folders. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
