import type { CslDate } from './csl-date.ts';
import type { EditionId, ParagraphId, SourceId } from './ids.ts';
import type { SourceAssessment } from './source-assessment.ts';

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

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  /** A name that has no parts, such as one of an office. */
  readonly literal?: string;
  /** `Jr.`, `III`: after the name. */
  readonly suffix?: string;
  /** `de`, `van der`: before the family name, and no part of what it is sorted by. */
  readonly 'dropping-particle'?: string;
  /** `Ho`, `al-`, `von`: before the family name, and always with it. */
  readonly 'non-dropping-particle'?: string;
}

/** What a CSL variable may hold, be it one that Chancery reads or not. */
export type CslValue =
  | string
  | number
  | boolean
  | null
  | CslDate
  | CslName
  | readonly CslValue[]
  | { readonly [key: string]: CslValue };

/**
 * What is known of a document, in the words of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html).
 * A missing field is unknown, never guessed later.
 */
export interface SourceMetadata {
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  /** Of a letter, a telegram or an e-mail. */
  readonly recipient?: readonly CslName[];
  /** The newspaper, journal, book or series of records that it stands in. */
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  /** The body that issued a treaty, a law or a resolution. */
  readonly authority?: string;
  /** In words of its own kind: `Press release`, `Joint statement`, `Telegram`. */
  readonly genre?: string;
  /** Of a document within its kind: `A/RES/79/1`, `12/2025`. */
  readonly number?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly 'event-title'?: string;
  readonly 'event-place'?: string;
  readonly 'event-date'?: CslDate;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  /** Where the paper itself is kept, with its shelf mark. */
  readonly archive?: string;
  /** BCP 47, `en` or `vi-VN`. */
  readonly language?: string;
  readonly abstract?: string;
  /** A remark of the person who keeps the bibliography; not for readers of a note. */
  readonly note?: string;
  /** Every other variable that an imported record had, as it came: nothing shows it, and it leaves with the rest. */
  readonly other?: Readonly<Record<string, CslValue>>;
}

/** A document that was brought in. */
export interface Source {
  readonly id: SourceId;
  /** `A` … `Z`, `AA` …: unique in the dossier and never given twice. */
  readonly label: string;
  readonly title: string;
  readonly metadata: SourceMetadata;
  /** What the drafter thinks of it. */
  readonly assessment: SourceAssessment;
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
