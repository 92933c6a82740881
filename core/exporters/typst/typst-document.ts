import type { PrintedWords } from '../printed-words.ts';

/** What the template is given: every text of the note as a string, and nothing that Typst would read as its own. */
export interface TypstDocument {
  /** The template, always the same: Typst source. */
  readonly main: string;
  /** JSON of `TypstData`; the template reads it from `sys.inputs.data`. */
  readonly data: string;
  /** The text holds letters that only the large fonts have (`large-fonts.ts`). */
  readonly needsLargeFonts: boolean;
}

/** A language whose Han characters have a shape of their own. */
export type HanLanguage = 'zh' | 'ja' | 'ko';

export type TypstInline =
  | { readonly kind: 'code'; readonly text: string }
  /** With a `language` where it is plainly another one than the note's, and its characters look different in it. */
  | { readonly kind: 'text'; readonly text: string; readonly language?: HanLanguage }
  | { readonly kind: 'emphasis' | 'strong' | 'delete'; readonly content: readonly TypstInline[] }
  | { readonly kind: 'link'; readonly url: string; readonly content: readonly TypstInline[] }
  | { readonly kind: 'break' }
  /** With a `name` where it can be pointed at again. */
  | { readonly kind: 'footnote'; readonly name?: string; readonly blocks: readonly TypstBlock[] }
  | { readonly kind: 'footnote-again'; readonly name: string }
  /** Between the numbers of two footnotes, which would read as one number. */
  | { readonly kind: 'footnote-comma' };

export type TypstBlock = SetBlock & {
  /** Missing where it is the note's own, or that of the block around it. */
  readonly direction?: 'ltr' | 'rtl';
};

type SetBlock =
  | {
      readonly kind: 'paragraph';
      /** Counts through the note; absent where the paragraph bears none. */
      readonly number?: number;
      readonly comment: boolean;
      /** Words of the portion mark, without brackets; empty where there is none. */
      readonly portion: string;
      readonly content: readonly TypstInline[];
    }
  /** A paragraph of a footnote. */
  | { readonly kind: 'line'; readonly content: readonly TypstInline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly TypstInline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly TypstBlock[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly loose: boolean;
      readonly items: readonly TypstItem[];
    }
  | { readonly kind: 'code-block'; readonly text: string }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'table';
      /** `share` of the width that is left; 0: as wide as its longest cell. */
      readonly columns: readonly {
        readonly align: 'start' | 'left' | 'right' | 'center';
        readonly share: number;
      }[];
      /** Empty where the table has no words in its first row. */
      readonly head: readonly (readonly TypstInline[])[];
      /** On the next page too. A head with footnotes is not repeated: its footnotes would be. */
      readonly repeatHead: boolean;
      readonly rows: readonly (readonly (readonly TypstInline[])[])[];
    };

export interface TypstItem {
  /** `null`: not a task. */
  readonly checked: boolean | null;
  readonly blocks: readonly TypstBlock[];
}

export interface TypstData {
  readonly title: string;
  readonly author: string;
  /** As Typst has it: `en`; `region` may be empty. */
  readonly language: string;
  readonly region: string;
  readonly rightToLeft: boolean;
  /** Which shapes of Han characters the note has where nothing else is said. */
  readonly han: HanLanguage;
  readonly words: PrintedWords;
  /** Names of the large fonts that the text needs, as Typst knows them. */
  readonly largeFonts: readonly string[];
  /** Empty on an unmarked note. */
  readonly banner: string;
  readonly bannerColour: string;
  readonly bannerAtTop: boolean;
  readonly bannerAtBottom: boolean;
  /** Handling instructions, a line each. */
  readonly instructions: readonly string[];
  /** Which sources the marking comes from; empty where the scheme does not ask. */
  readonly derivedFrom: string;
  /** At the head and foot of every page; empty where the note does not say. */
  readonly reference: string;
  readonly drafter: string;
  readonly copy: string;
  /** Paragraphs are numbered, and what stands between them is set in. */
  readonly numbered: boolean;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly TypstBlock[];
}
