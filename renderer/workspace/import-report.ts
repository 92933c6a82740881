import type { SourceSummary } from '../../core/host-contract.ts';
import type { ImportedAttachment } from '../../core/dossier/source.ts';

/** What is shown when not everything that was asked for was added, or more could be. */
export interface ImportReport {
  readonly added: readonly SourceSummary[];
  readonly refused: readonly { readonly name: string; readonly text: string }[];
  /** Of the e-mails among them. */
  readonly attachments: readonly ImportedAttachment[];
}

export interface ImportProgress {
  readonly name: string;
  /** From 1. */
  readonly index: number;
  readonly total: number;
  /** Of this file, 0 to 1; `null` while that can't be told. */
  readonly share: number | null;
}
