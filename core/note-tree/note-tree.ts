/**
 * The note as a tree: mdast (the Markdown syntax tree) with two nodes of our own, `noteHeader` and `citation`.
 * It is what is stored, compared, checked and exported; the editor is only a view of it.
 */
import type { Node, Paragraph as MdastParagraph, PhrasingContent, RootContent } from 'mdast';
import type { EditionId, NoteId, ParagraphId, SourceId } from '../dossier/ids.ts';
import type { Passage } from '../dossier/passage.ts';

/** One paragraph that a citation points at, optionally narrowed to a passage of it. */
export interface CitationTarget {
  readonly source: SourceId;
  readonly edition: EditionId;
  readonly paragraph: ParagraphId;
  readonly passage?: Passage;
}

/** What a drafter says around what is cited, as CSL has it; plain text, never empty. */
export interface CitationAffixes {
  /** `see`, `but cf.` */
  prefix?: string;
  /** `emphasis added` */
  suffix?: string;
}

/** An inline node that points at one or more paragraphs. Written `[^A12]`, `[^A2-3]`, `[^A5+B5]` in Markdown. */
export interface Citation extends Node, CitationAffixes {
  type: 'citation';
  targets: [CitationTarget, ...CitationTarget[]];
}

export interface HeaderField {
  /** Which field of the template it is (`to`, `reference`); an unknown key is kept and shown by its key. */
  key: string;
  value: string;
}

/** Somebody’s reason for sending a note out although a check had something to say. */
export interface MarkingOverride {
  /** Key of the finding; it names what it rests on, so that it ends when that changes. */
  finding: string;
  reason: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** Always the first child of the root, and only there. */
export interface NoteHeader extends Node {
  type: 'noteHeader';
  title: string;
  /** Key of a template. */
  template: string;
  /** Key of a marking scheme. */
  scheme: string;
  /** Key of a level of that scheme; `null` is unmarked. */
  marking: string | null;
  /** BCP 47. */
  language: string;
  fields: HeaderField[];
  /** Keys of handling words of the scheme, in the order in which they stand in the banner. Missing: none. */
  handling?: string[];
  /** What was asked about the markings and answered for. Never printed. */
  overrides?: MarkingOverride[];
}

/** What a block of a note may bear beside its text. */
export interface BlockMarks {
  /** The drafter's own view: needs no source, and says so in every export. */
  comment?: true;
  /** Portion mark: key of a level of the note's scheme. */
  marking?: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
    noteHeader: NoteHeader;
  }
  interface ParagraphData extends BlockMarks {}
}

export type NoteBlock = Exclude<RootContent, NoteHeader>;
export type NoteInline = PhrasingContent;
export type NoteParagraph = MdastParagraph;

export interface NoteTree extends Node {
  type: 'root';
  children: [NoteHeader, ...NoteBlock[]];
}

export interface Note {
  readonly id: NoteId;
  readonly tree: NoteTree;
  readonly createdAt: string;
  readonly updatedAt: string;
}
