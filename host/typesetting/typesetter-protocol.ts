import type { TypstDocument } from '../../core/exporters/typst/typst-document.ts';
import type { Result } from '../../core/result.ts';

/** What the worker is started with. */
export interface TypesetterSettings {
  /** Absolute path of the folder that `usualFontFiles` and `largeFontFiles` are in. */
  readonly fontFolder: string;
}

export interface TypesetRequest {
  readonly job: number;
  readonly document: TypstDocument;
  /** Its length only: the PDF stays in the worker. */
  readonly measured: boolean;
}

export interface TypesetPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export interface TypesetLength {
  /** Sheets of paper. */
  readonly pages: number;
  /** How much of the last one is filled, from 0 to 1. */
  readonly filled: number;
}

export type TypesetReply = { readonly job: number } & (
  | { readonly measured: false; readonly result: Result<TypesetPdf, 'typesetting-failed'> }
  | { readonly measured: true; readonly result: Result<TypesetLength, 'typesetting-failed'> }
);
