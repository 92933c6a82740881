/**
 * A note with everything an exporter has to know, looked up once: exporters read this and nothing else,
 * so that they can't disagree about what a citation says.
 */
import type { Forms } from '../dossier/forms.ts';
import type { MarkingLevel, MarkingScheme } from '../dossier/marking.ts';
import type { Edition, Paragraph, Source } from '../dossier/source.ts';
import type { EditionId, SourceId } from '../dossier/ids.ts';
import type { Template } from '../dossier/template.ts';
import type { Citation, CitationAffixes, NoteBlock, NoteHeader } from './note-tree.ts';

/** What resolving needs to know of a dossier and of the office. `undefined` where there is no such thing. */
export interface SourceLookup {
  readonly forms: Forms;
  source(id: SourceId): Source | undefined;
  sourceByLabel(label: string): Source | undefined;
  edition(id: EditionId): Edition | undefined;
  /** Every edition of a source, oldest first; empty where there is no such source. */
  editionsOf(id: SourceId): readonly Edition[];
}

export interface ResolvedTarget {
  readonly source: Source;
  readonly edition: Edition;
  readonly paragraph: Paragraph;
}

export interface ResolvedCitation {
  /** Between `[^` and `]` in Markdown: `A12`, `A2-3`, `A5+B5`; `A12.2` where two citations differ only in passage. */
  readonly label: string;
  /** As people read it on the screen: `A ¶12`, `A ¶¶2–3`, `A ¶5, B ¶5`. */
  readonly display: string;
  /** The footnote: `VietNamNet, “…”, 12 July 2025, ¶ 12.` Plain text. */
  readonly reference: string;
  readonly targets: readonly ResolvedTarget[];
  /** The drafter’s words around it, which `display` and `reference` hold. */
  readonly affixes: CitationAffixes;
}

export interface CitedSource {
  readonly source: Source;
  /** Every edition of it that the note cites, oldest first. */
  readonly editions: readonly Edition[];
  /** What Markdown calls each of them. */
  readonly editionNames: ReadonlyMap<EditionId, string>;
}

export interface ResolvedNote {
  readonly header: NoteHeader;
  readonly template: Template;
  readonly scheme: MarkingScheme;
  /** `undefined` on an unmarked note. */
  readonly marking: MarkingLevel | undefined;
  /** The tree below the header, untouched. */
  readonly blocks: readonly NoteBlock[];
  /** Keyed by the citation nodes of `blocks` themselves. */
  readonly citations: ReadonlyMap<Citation, ResolvedCitation>;
  /** In the order of their labels. */
  readonly sources: readonly CitedSource[];
}
