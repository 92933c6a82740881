/** Templates are data: what a kind of note starts with. Those that come with Chancery are the files in `templates/`. */
export const fieldKinds = ['text', 'long', 'date', 'person', 'people', 'reference', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface TemplateField {
  readonly key: string;
  /** As it is shown and printed: `To`, `Ref`. */
  readonly label: string;
  /** How it is filled in. Whatever it is, its value is one text. */
  readonly kind: FieldKind;
  /** What belongs in it; shown, never printed. */
  readonly hint?: string;
  /** Of a `choice`, and only there: what it may be. */
  readonly choices?: readonly string[];
  /** Of a `reference`: how it is written, as `reference-pattern.ts` reads it. Missing: any way. */
  readonly pattern?: string;
}

/** What stands under the heading of a new note instead of an empty paragraph. */
export type SectionBeginning =
  | { readonly block: 'numbered-list' | 'bulleted-list'; readonly items: readonly string[] }
  | {
      readonly block: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface TemplateSection {
  readonly heading: string;
  /** What belongs there; shown, never printed. */
  readonly hint?: string;
  /** Missing: an empty paragraph. */
  readonly begin?: SectionBeginning;
}

/**
 * Which paragraphs outside lists, tables and quotations bear a number: none, all of them through the note, or all of
 * them starting again at each heading of the second level.
 */
export const numberings = ['none', 'through', 'by-section'] as const;
export type Numbering = (typeof numberings)[number];

export interface Template {
  readonly key: string;
  readonly name: string;
  /** One line that helps to choose it. */
  readonly summary: string;
  readonly fields: readonly TemplateField[];
  readonly sections: readonly TemplateSection[];
  readonly numbering: Numbering;
  /** Sides that the printed note should not pass; `null`: as many as it takes. */
  readonly pageBudget: number | null;
  /** Key of the marking scheme that a new note starts with. */
  readonly scheme: string;
  /** Key of a level of it; `null`: unmarked. */
  readonly marking: string | null;
  /** Every paragraph, heading and table is expected to bear a marking of its own. */
  readonly portionMarks: boolean;
}
