/** What the window asks of the worker in which files from outside are opened, and what that says in return. */
import type { ImportedDocument, SourceMetadata } from '../../core/dossier/source.ts';
import type { Pasted } from '../../core/importers/pasted/import-pasted.ts';
import type { Result } from '../../core/result.ts';

export type ImportRequest =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly kind: 'pasted'; readonly pasted: Pasted }
  | { readonly kind: 'bibliography'; readonly bytes: Uint8Array; readonly fileName: string };

export interface ImportAnswers {
  readonly file: ImportedDocument;
  readonly pasted: ImportedDocument;
  readonly bibliography: readonly SourceMetadata[];
}

export type ImportMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'answer'; readonly result: Result<ImportAnswers[ImportRequest['kind']]> };
