import { createHash } from 'node:crypto';
import { asEditionId, asSourceId, type NewId, type Now } from '../core/dossier/ids.ts';
import { numberParagraphs } from '../core/dossier/number-paragraphs.ts';
import { nextSourceLabel } from '../core/dossier/source-label.ts';
import { notAssessed } from '../core/dossier/source-assessment.ts';
import type { Edition, ImportedDocument, Source } from '../core/dossier/source.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierStores } from './dossier-file/filled-dossier.ts';
import { isStorable } from './dossier-file/storable-text.ts';

export interface Incoming {
  /** The whole original file. */
  readonly bytes: Uint8Array;
  /** Without folders. */
  readonly fileName: string;
  /** What an importer made of exactly these bytes. */
  readonly document: ImportedDocument;
}

export interface AddedSource {
  readonly source: Source;
  readonly edition: Edition;
}

/** Lower-case hexadecimal. */
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type AddProblem = 'already-there' | 'bad-text';

/** Whether a file can be added to this dossier; nothing is stored yet. */
export function checkIncoming(
  dossier: DossierStores,
  { bytes, fileName, document }: Incoming,
): Result<{ sha256: string }, AddProblem> {
  const sha256 = sha256Of(bytes);
  const twin = dossier.sources.findBySha256(sha256);
  if (twin !== undefined) {
    return refused(
      'already-there',
      `“${fileName}” is already in this dossier, as source ${twin.label}: “${twin.title}”.`,
    );
  }
  if (
    [document.title, fileName].every(isStorable) &&
    document.paragraphs.every(({ text }) => isStorable(text))
  ) {
    return done({ sha256 });
  }
  return refused(
    'bad-text',
    `“${fileName}” holds characters that are no text. Save it again as UTF-8, then import it.`,
  );
}

/** Makes a source with its first edition out of an imported file, and stores both under the next label. */
export function addSource(
  dossier: DossierStores,
  incoming: Incoming,
  { now, newId }: { readonly now: Now; readonly newId: NewId },
): Result<AddedSource, AddProblem> {
  const checked = checkIncoming(dossier, incoming);
  if (!checked.ok) return checked;
  const { bytes, fileName, document } = incoming;
  const sourceId = asSourceId(newId());
  const editionId = asEditionId(newId());
  const source: Source = {
    id: sourceId,
    label: nextSourceLabel(dossier.sources.labels()),
    title: document.title,
    metadata: document.metadata,
    assessment: notAssessed,
    currentEdition: editionId,
  };
  const edition: Edition = {
    id: editionId,
    source: sourceId,
    sha256: checked.value.sha256,
    fileName,
    byteLength: bytes.length,
    importedAt: now(),
    paragraphs: numberParagraphs(editionId, document.paragraphs),
  };
  dossier.sources.add(source, edition, bytes);
  return done({ source, edition });
}
