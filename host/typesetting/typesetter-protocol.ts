import type { TypstDocument } from '../../core/exporters/typst/typst-document.ts';
import type { Result } from '../../core/result.ts';

/** What the worker is started with. */
export interface TypesetterSettings {
  /** Absolute path of a folder that holds `fontFiles`, side by side. */
  readonly fontFolder: string;
}

export interface TypesetRequest {
  readonly job: number;
  readonly document: TypstDocument;
}

export interface TypesetPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export interface TypesetReply {
  readonly job: number;
  readonly result: Result<TypesetPdf, 'typesetting-failed'>;
}
