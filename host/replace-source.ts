/** A newer text in the place of a source's: what becomes of all that points into the older one. */
import { createHash } from 'node:crypto';
import { applyDecisions, type Decision } from '../core/anchoring/apply-decisions.ts';
import { planReplacement, targetKey, type ReplacementPlan } from '../core/anchoring/plan-replacement.ts';
import { prepareReplacement } from '../core/anchoring/replacement.ts';
import { applyStructureChanges, type StructureChange } from '../core/dossier/correct-structure.ts';
import { asEditionId, type NewId, type NoteId, type Now } from '../core/dossier/ids.ts';
import { numberParagraphs } from '../core/dossier/number-paragraphs.ts';
import type { Edition, ImportedDocument, Source } from '../core/dossier/source.ts';
import type { ReplacedSource } from '../core/host-contract.ts';
import { citationsOf } from '../core/note-tree/citations-of.ts';
import { moveCitations } from '../core/note-tree/move-citations.ts';
import type { CitationTarget, Note } from '../core/note-tree/note-tree.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierFile } from './dossier-file/dossier-file.ts';
import { isStorable } from './dossier-file/storable-text.ts';

interface Tools {
  readonly now: Now;
  readonly newId: NewId;
}

/** A newer text that is not stored yet. */
export interface ProposedEdition {
  readonly source: Source;
  readonly edition: Edition;
  /** `null` where the bytes are those of the present edition. */
  readonly bytes: Uint8Array | null;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The text of a file as the next edition of a source. */
export function proposeFile(
  dossier: DossierFile,
  source: Source,
  file: { readonly fileName: string; readonly bytes: Uint8Array; readonly document: ImportedDocument },
  { now, newId }: Tools,
): Result<ProposedEdition, 'same-text' | 'already-there' | 'bad-text'> {
  const { fileName, bytes, document } = file;
  const sha256 = sha256Of(bytes);
  const twin = dossier.sources.findBySha256(sha256);
  if (twin?.id === source.id) {
    return refused('same-text', `“${fileName}” is a text that source ${source.label} has already.`);
  }
  if (twin !== undefined) {
    return refused('already-there', `“${fileName}” is in this dossier already, as source ${twin.label}.`);
  }
  if (!isStorable(fileName) || !document.paragraphs.every(({ text }) => isStorable(text))) {
    return refused('bad-text', `“${fileName}” holds characters that are no text. Save it again as UTF-8.`);
  }
  const id = asEditionId(newId());
  const edition: Edition = {
    id,
    source: source.id,
    sha256,
    fileName,
    byteLength: bytes.length,
    importedAt: now(),
    paragraphs: numberParagraphs(id, document.paragraphs),
  };
  return done({ source, edition, bytes });
}

/** The present text, cut into paragraphs otherwise, as the next edition of its source. */
export function proposeCorrection(
  dossier: DossierFile,
  source: Source,
  changes: readonly StructureChange[],
  { now, newId }: Tools,
): Result<ProposedEdition> {
  const present = dossier.sources.edition(source.currentEdition);
  const structure = dossier.sources.structure(source.currentEdition);
  if (present === undefined || structure === undefined) throw new Error('A source has no present text.');
  const paragraphs = applyStructureChanges(structure, changes);
  if (!paragraphs.ok) return paragraphs;
  const id = asEditionId(newId());
  const edition = { ...present, id, importedAt: now(), paragraphs: numberParagraphs(id, paragraphs.value) };
  return done({ source, edition, bytes: null });
}

/** Notes that are not deleted and cite an edition. */
function notesCiting(dossier: DossierFile, edition: Edition): Note[] {
  return dossier.notes.list().flatMap(({ id }) => {
    const note = dossier.notes.find(id);
    const cites =
      note !== undefined &&
      citationsOf(note.tree).some(({ targets }) => targets.some((target) => target.edition === edition.id));
    return cites ? [note] : [];
  });
}

/** What would become of annotations and citations as they are now. The same each time for the same dossier. */
export function planFor(dossier: DossierFile, { source, edition }: ProposedEdition): ReplacementPlan {
  const before = dossier.sources.edition(source.currentEdition);
  if (before === undefined) throw new Error('A source has no present text.');
  const annotations = dossier.annotations.list().filter(({ passage }) => passage.edition === before.id);
  return planReplacement(prepareReplacement(before, edition), annotations, notesCiting(dossier, before));
}

/** Refused with `unknown-item` when what points into the source has changed since it was reviewed. */
export function replaceSource(
  dossier: DossierFile,
  proposal: ProposedEdition,
  decisions: readonly Decision[],
  now: string,
): Result<ReplacedSource> {
  const { source, edition, bytes } = proposal;
  return dossier.inOneStep((): Result<ReplacedSource> => {
    if (dossier.sources.find(source.id)?.currentEdition !== source.currentEdition) {
      return refused('unknown-item', 'The source has another text since it was reviewed. Review it again.');
    }
    const plan = planFor(dossier, proposal);
    const outcome = applyDecisions(plan, decisions);
    if (!outcome.ok) return outcome;
    const { annotations, citations, staying } = outcome.value;
    dossier.sources.addEdition(edition, bytes);
    for (const { annotation: id, passage } of annotations) {
      const annotation = dossier.annotations.find(id);
      if (annotation !== undefined) dossier.annotations.save({ ...annotation, passage, updatedAt: now });
    }
    for (const note of new Set(citations.map((move) => move.note))) {
      const moves = new Map(
        citations.filter((move) => move.note === note).map(({ from, to }) => [targetKey(from), to]),
      );
      moveNote(dossier, note, moves, now);
    }
    const touched = plan.items.flatMap(({ subject }) => (subject.what === 'citation' ? [subject.note] : []));
    return done({
      source: { ...source, currentEdition: edition.id },
      annotationsMoved: annotations.length,
      citationsMoved: citations.length,
      notes: [...new Set(touched)],
      staying: staying.length,
    });
  });
}

/** What the note was is kept as a version, as this can't be taken back in the editor. */
function moveNote(
  { notes, versions }: DossierFile,
  id: NoteId,
  moves: ReadonlyMap<string, readonly CitationTarget[]>,
  now: string,
): void {
  const note = notes.find(id);
  if (note === undefined) return;
  if (!versions.latestHolds(id, note.tree)) {
    versions.add({ note: id, tree: note.tree, madeAt: now, reason: 'before-replace' });
  }
  const tree = moveCitations(note.tree, (target) => moves.get(targetKey(target)) ?? null);
  notes.save({ ...note, tree, updatedAt: now });
}
