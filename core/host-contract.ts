/**
 * Every method the window may call on the host, and every event the host may send: the only bridge between them.
 * Preload, handlers and client loop over these two maps; a method without a handler does not compile.
 * Arguments are parsed here, on the host's side, before any handler sees them.
 * It is long because it is the whole list: what crosses the bridge is to be seen in one place.
 */
import { isLanguageTag } from './dossier/language-tag.ts';
import * as v from 'valibot';
import type { ReplacementPlan } from './anchoring/plan-replacement.ts';
import {
  categories,
  longestComment,
  longestCreator,
  longestForeign,
  longestTag,
  type Annotation,
} from './dossier/annotation.ts';
import {
  asAnnotationId,
  asEditionId,
  asNoteId,
  asParagraphId,
  asSourceId,
  type EditionId,
  type NoteId,
  type ParagraphId,
  type SourceId,
} from './dossier/ids.ts';
import type { Forms } from './dossier/forms.ts';
import { metadataSchema } from './dossier/metadata-schema.ts';
import { markedKinds } from './dossier/correct-structure.ts';
import { seams } from './dossier/paragraph-pieces.ts';
import { sourceAssessmentSchema } from './dossier/source-assessment.ts';
import { importLimits } from './importers/limits.ts';
import { paragraphKinds, type Edition, type Source } from './dossier/source.ts';
import type { NoteCitations } from './evidence/cited-places.ts';
import type { Note, NoteTree } from './note-tree/note-tree.ts';
import { noteTreeSchema } from './note-tree/note-tree-schema.ts';
import type { NoteVersionSummary } from './note-tree/note-version.ts';
import { leastPassphrase, textPercents, usualPreferences, type Preferences } from './preferences.ts';
import { mostPlaces, mostSides, mostTabs, type Reading } from './reading.ts';
import type { SearchHit } from './search/search-hit.ts';
import { done, refused, type Refusal, type Result } from './result.ts';

/** What crosses the bridge: never a thrown error, of which only the message would survive. */
export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Refusal };

export interface DossierSummary {
  /** Name of the file without folders and ending, as in the window's title. */
  readonly name: string;
  readonly title: string;
  /** The sample that the first start makes. */
  readonly isSample: boolean;
  /** Every change is refused. Missing: it may be changed. */
  readonly readOnly?: true;
  /** It is encrypted, and only its passphrase opens it. */
  readonly hasPassphrase?: true;
}

export interface RecentDossier {
  /** Opaque: the window never learns the path. */
  readonly key: string;
  readonly name: string;
  /** The folder it is in, for people to tell two of the same name apart: its last part only. */
  readonly folder: string;
  readonly openedAt: string;
  readonly missing: boolean;
}

export interface Session {
  readonly dossier: DossierSummary | null;
  /** Why no dossier is open, when one was asked for and could not be opened. */
  readonly refusal: Refusal | null;
  readonly recent: readonly RecentDossier[];
  readonly preferences: Preferences;
  /** Templates and marking schemes, with those of the office. */
  readonly forms: Forms;
  /** A sentence for each file of the office that can’t be used. */
  readonly formFaults: readonly string[];
  readonly application: {
    readonly version: string;
    /** A build for tests, made with a runtime that is not released. */
    readonly testBuild: boolean;
    readonly platform: 'linux' | 'darwin' | 'win32';
  };
}

/** What a header field of a note holds. */
export interface UsedValue {
  readonly key: string;
  readonly value: string;
  /** Whether it names people. */
  readonly isPerson: boolean;
}

export interface NoteSummary {
  readonly id: NoteId;
  readonly title: string;
  readonly template: string;
  readonly updatedAt: string;
  readonly words: number;
}

export interface RestoredNote {
  readonly note: Note;
  readonly summary: NoteSummary;
  /** The number of the version that holds what the note was: restoring it takes this back. */
  readonly before: number;
}

export interface SourceSummary {
  readonly source: Source;
  /** Of the current edition. */
  readonly numberedParagraphs: number;
}

export interface DossierContents {
  /** Of the dossier: the same wherever its file is moved to. */
  readonly id: string;
  readonly title: string;
  readonly sources: readonly SourceSummary[];
  readonly notes: readonly NoteSummary[];
  readonly annotations: readonly Annotation[];
}

export type BackupOccasion = 'opened' | 'closed' | 'migrated';

export interface Backup {
  /** Opaque. */
  readonly key: string;
  readonly madeAt: string;
  readonly byteLength: number;
  /** When it was made: before the dossier was opened, after it was closed, or before a newer program changed its form. */
  readonly occasion: BackupOccasion;
}

export interface BackupRoom {
  /** Where they are kept, for people. */
  readonly folder: string;
  /** Backups of all dossiers. */
  readonly count: number;
  readonly byteLength: number;
  /** More than this is not kept, but for the newest of each dossier. */
  readonly mostBytes: number;
  readonly mostPerDossier: number;
}

/** The dossier that was asked for last and not opened. */
export interface RefusedDossier {
  readonly name: string;
  readonly refusal: Refusal;
  /** `null` when this computer has none. */
  readonly latestBackup: Backup | null;
}

/** Where a link from outside leads. */
export interface WantedPlace {
  readonly source: SourceId;
  readonly edition: EditionId;
  readonly paragraph: ParagraphId;
}

export interface RecoveredPart {
  readonly what: 'sources' | 'paragraphs' | 'annotations' | 'notes';
  readonly found: number;
  /** `null`: how many there were can't be told any more. */
  readonly lost: number | null;
}

export interface Recovery {
  readonly dossier: DossierSummary;
  readonly parts: readonly RecoveredPart[];
}

export interface PickedFile {
  /** Names bytes that the host holds; good until the next pick. */
  readonly token: string;
  readonly name: string;
  readonly byteLength: number;
}

export interface EditionSummary {
  readonly id: EditionId;
  readonly fileName: string;
  readonly sha256: string;
  readonly importedAt: string;
  readonly numberedParagraphs: number;
}

/** A newer text of a source, for a person to look at. */
export interface Proposal {
  /** Good until the next proposal. */
  readonly token: string;
  readonly plan: ReplacementPlan;
  readonly edition: Edition;
}

export interface ReplacedSource {
  readonly source: Source;
  readonly annotationsMoved: number;
  /** Places in notes: one that a note cites twice counts once. */
  readonly citationsMoved: number;
  /** Notes that cite it, for the drafter to look at. */
  readonly notes: readonly NoteId[];
  /** What still points into the older text. */
  readonly staying: number;
}

export interface ImportedAnnotationsReply {
  readonly added: number;
  /** That were there before, and are as the file has them now. */
  readonly replaced: number;
  /** Why each of the others was not taken. `index` is its place in the file, from 0; `name` what the file calls it. */
  readonly refused: readonly {
    readonly index: number;
    readonly name: string | null;
    readonly message: string;
  }[];
  /** All of the dossier's, as they are now. */
  readonly annotations: readonly Annotation[];
}

export interface CorrectedEdition {
  readonly edition: Edition;
  /** Names the correction, for taking it back. */
  readonly step: string;
}

export interface ExportedFile {
  readonly token: string;
  readonly fileName: string;
  readonly byteLength: number;
}

/** How long a note is as a PDF. */
export interface NoteLength {
  /** `1.2`: one full page, and a fifth of the next. */
  readonly pages: number;
  /** Pages that its template allows; `null`: as many as it takes. */
  readonly budget: number | null;
}

export const exportFormats = ['md', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const sourceId = v.pipe(id, v.transform(asSourceId));
const editionId = v.pipe(id, v.transform(asEditionId));
const paragraphId = v.pipe(id, v.transform(asParagraphId));
const annotationId = v.pipe(id, v.transform(asAnnotationId));
const noteId = v.pipe(id, v.transform(asNoteId));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const timestamp = v.pipe(v.string(), v.isoTimestamp());

const passphrase = v.pipe(v.string(), v.maxLength(1_000));

const anchorSchema = v.object({
  paragraph: paragraphId,
  position: v.object({ start: offset, end: offset }),
  quote: v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
});

const annotationSchema = v.object({
  id: annotationId,
  source: sourceId,
  passage: v.object({
    edition: editionId,
    anchors: v.pipe(v.tupleWithRest([anchorSchema], anchorSchema), v.readonly()),
  }),
  category: v.picklist(categories),
  comment: v.pipe(v.string(), v.maxLength(longestComment)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestTag))), v.readonly()),
  createdAt: timestamp,
  updatedAt: timestamp,
  creator: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(longestCreator))),
  foreign: v.exactOptional(v.pipe(v.string(), v.maxLength(longestForeign))),
});

export const linksSchema = v.pipe(
  v.array(v.object({ start: offset, end: offset, url: v.pipe(v.string(), v.maxLength(4_000)) })),
  v.maxLength(10_000),
  v.readonly(),
);

const structureChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('join'), paragraph: paragraphId, seam: v.picklist(seams) }),
  v.object({
    kind: v.literal('split'),
    paragraph: paragraphId,
    at: offset,
    page: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.object({ kind: v.literal('mark'), paragraph: paragraphId, as: v.picklist(markedKinds) }),
  v.object({ kind: v.literal('set-aside'), paragraph: paragraphId, leftover: v.boolean() }),
]);

/** What comes back from the sandbox that opened a hostile file. */
export const importedDocumentSchema = v.object({
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  metadata: metadataSchema,
  paragraphs: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(paragraphKinds),
        text: v.pipe(v.string(), v.minLength(1)),
        leftover: v.boolean(),
        page: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
        links: v.exactOptional(linksSchema),
      }),
    ),
    v.minLength(1),
    v.maxLength(200_000),
    v.readonly(),
  ),
});

/** What is remembered of the reading of one dossier; also the form in which the host keeps it. */
export const readingSchema = v.object({
  sides: v.pipe(
    v.array(
      v.object({
        tabs: v.pipe(v.array(sourceId), v.maxLength(mostTabs), v.readonly()),
        shown: v.nullable(sourceId),
      }),
    ),
    v.minLength(1),
    v.maxLength(mostSides),
    v.readonly(),
  ),
  active: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostSides - 1)),
  places: v.pipe(
    v.array(v.object({ source: sourceId, paragraph: paragraphId, offset })),
    v.maxLength(mostPlaces),
    v.readonly(),
  ),
});

const nothing = v.object({});

interface Method<Schema extends v.GenericSchema, Value> {
  readonly arguments: Schema;
  /** Never there at run time: carries the type of what a successful reply holds. */
  readonly returns?: { readonly value: Value };
}

function method<Schema extends v.GenericSchema>(schema: Schema) {
  return { returns: <Value>(): Method<Schema, Value> => ({ arguments: schema }) };
}

export const hostMethods = {
  session: method(nothing).returns<Session>(),
  readDossier: method(nothing).returns<DossierContents>(),
  /** Ask where, then make it and open it. `null`: the person thought better of it. */
  createDossier: method(nothing).returns<DossierSummary | null>(),
  /** `refused`: the one that was asked for last and not opened. Without that and without `recent`, ask which. */
  openDossier: method(
    v.object({
      recent: v.exactOptional(id),
      refused: v.exactOptional(v.literal(true)),
      readOnly: v.exactOptional(v.boolean()),
    }),
  ).returns<DossierSummary | null>(),
  /** Opens the dossier that was asked for last and is locked. Refused with `wrong-passphrase`, it stays as it is. */
  unlockDossier: method(v.object({ passphrase })).returns<DossierSummary>(),
  /** Closes a dossier with a passphrase; what was typed has to be saved before. */
  lockDossier: method(nothing).returns<null>(),
  /**
   * Gives the open dossier a passphrase, another one, or with `next: null` none. `present` is the one it has.
   * Its backups are encrypted the same way; the reply says how many could not be.
   */
  changePassphrase: method(
    v.object({
      present: v.nullable(passphrase),
      next: v.nullable(v.pipe(passphrase, v.minLength(leastPassphrase))),
    }),
  ).returns<{ readonly dossier: DossierSummary; readonly backupsLeftPlain: number }>(),
  openSample: method(nothing).returns<DossierSummary>(),
  /** Shows the folder where an office puts its own templates and schemes; it is made where it is missing. */
  openFormsFolder: method(nothing).returns<null>(),

  pickSources: method(nothing).returns<readonly PickedFile[]>(),
  pickBibliography: method(nothing).returns<PickedFile | null>(),
  /** The newer text of a source. */
  pickReplacement: method(nothing).returns<PickedFile | null>(),
  /** Bytes that the window was given itself: dropped, pasted, or attached to something that was. */
  holdFile: method(
    v.object({
      fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      bytes: v.custom<Uint8Array>(
        (bytes) => bytes instanceof Uint8Array && bytes.length <= importLimits.bytes,
        'Not the bytes of a file, or more than can be imported.',
      ),
    }),
  ).returns<PickedFile>(),
  readPickedFile: method(v.object({ token: id })).returns<Uint8Array>(),
  addSource: method(v.object({ token: id, document: importedDocumentSchema })).returns<SourceSummary>(),
  /** What a person says of a source. */
  describeSource: method(
    v.object({
      source: sourceId,
      title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000)),
      metadata: metadataSchema,
      assessment: sourceAssessmentSchema,
    }),
  ).returns<Source>(),
  readEdition: method(v.object({ edition: editionId })).returns<Edition>(),
  /** Every text of a source that was ever read, the oldest first. */
  listEditions: method(v.object({ source: sourceId })).returns<readonly EditionSummary[]>(),
  /**
   * Joins, splits, marks or sets aside paragraphs that nothing rests on. Refused with `would-…-cited` where something
   * does: then the same can be done in a new edition.
   */
  correctStructure: method(
    v.object({ edition: editionId, change: structureChangeSchema }),
  ).returns<CorrectedEdition>(),
  /** Takes a correction back. The reply takes this back again. */
  takeBackCorrection: method(v.object({ step: id })).returns<CorrectedEdition>(),

  /** What becomes of all that points into a source when it gets a newer text. Nothing is changed yet. */
  proposeReplacement: method(
    v.object({ source: sourceId, token: id, document: importedDocumentSchema }),
  ).returns<Proposal>(),
  /** The same for its present text, cut into paragraphs otherwise. */
  proposeCorrection: method(
    v.object({ source: sourceId, changes: v.pipe(v.array(structureChangeSchema), v.minLength(1)) }),
  ).returns<Proposal>(),
  /**
   * Gives the source the proposed text. What was found moves unless it was decided to stay, the rest only where a
   * candidate was taken.
   */
  replaceSource: method(
    v.object({
      proposal: id,
      decisions: v.array(
        v.object({ item: v.string(), take: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
      ),
    }),
  ).returns<ReplacedSource>(),

  /** Adds it, or replaces the one with the same id. */
  saveAnnotation: method(v.object({ annotation: annotationSchema })).returns<Annotation>(),
  deleteAnnotation: method(v.object({ annotation: annotationId })).returns<null>(),

  /** Ask where, and write all annotations there as W3C Web Annotations. */
  exportAnnotations: method(nothing).returns<{ readonly fileName: string; readonly count: number } | null>(),
  /** Ask which file of Web Annotations, or of Hypothesis, and take what stands where it says. */
  importAnnotations: method(
    v.object({ unclassified: v.picklist(categories) }),
  ).returns<ImportedAnnotationsReply | null>(),
  /** Where the reading of the open dossier was left on this computer; `null` when it was never read here. */
  readReading: method(nothing).returns<Reading | null>(),
  /** Remembers it outside of the dossier, which reading never changes. Of another dossier than the open one: nothing. */
  keepReading: method(v.object({ dossier: id, reading: readingSchema })).returns<null>(),
  /** The paragraph of the open dossier that a link from outside points at; given once. `null`: there is none. */
  takeWantedParagraph: method(nothing).returns<WantedPlace | null>(),
  /** Puts `A ¶12` and a link to it on the clipboard. Returns that name. */
  copyParagraphLink: method(v.object({ edition: editionId, paragraph: paragraphId })).returns<{
    readonly name: string;
  }>(),

  createNote: method(v.object({ template: id, title: v.pipe(v.string(), v.maxLength(500)) })).returns<Note>(),
  /** What the header fields of the notes hold, each once, that of the latest note first. */
  usedValues: method(nothing).returns<readonly UsedValue[]>(),
  readNote: method(v.object({ note: noteId })).returns<Note>(),
  saveNote: method(v.object({ note: noteId, tree: noteTreeSchema })).returns<NoteSummary>(),
  deleteNote: method(v.object({ note: noteId })).returns<null>(),
  /** What each note cites, as it is on disk: paragraphs and the words in them, without the notes' texts. */
  citedPlaces: method(nothing).returns<readonly NoteCitations[]>(),
  /** Gives a deleted note back, with the same id: what undo calls. */
  restoreNote: method(v.object({ note: noteId })).returns<NoteSummary>(),

  /** The history of a note, the newest version first. */
  listVersions: method(v.object({ note: noteId })).returns<readonly NoteVersionSummary[]>(),
  readVersion: method(v.object({ note: noteId, version: versionNumber })).returns<{
    readonly summary: NoteVersionSummary;
    readonly tree: NoteTree;
  }>(),
  /** Keeps the note as it is on disk as a version with a name. */
  nameVersion: method(
    v.object({ note: noteId, name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) }),
  ).returns<NoteVersionSummary>(),
  /** The note becomes what it was then. What it is now is kept as a version first. */
  restoreVersion: method(v.object({ note: noteId, version: versionNumber })).returns<RestoredNote>(),

  /** Paragraphs, then annotations, then notes, the best of each first; `limit` is the most of each kind. */
  search: method(
    v.object({
      query: v.pipe(v.string(), v.maxLength(2_000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
  ).returns<readonly SearchHit[]>(),

  /**
   * How long a note is, as it is on disk. Refused where a PDF would be, and with `superseded` when it is asked again
   * before its turn came.
   */
  measureNote: method(v.object({ note: noteId })).returns<NoteLength>(),
  /** Ask where, then write. `null`: the person thought better of it. */
  exportNote: method(
    v.object({
      note: noteId,
      format: v.picklist(exportFormats),
      markdown: v.picklist(['chancery', 'pandoc']),
    }),
  ).returns<ExportedFile | null>(),
  cancelExport: method(nothing).returns<null>(),
  openExported: method(v.object({ token: id })).returns<null>(),
  showExported: method(v.object({ token: id })).returns<null>(),

  /**
   * Ask where, then copy the dossier there with changes that it could not take itself, and go on in the copy.
   * `null`: the person thought better of it.
   */
  continueInCopy: method(
    v.object({
      notes: v.array(v.object({ note: noteId, tree: noteTreeSchema })),
      annotations: v.array(v.object({ id: annotationId, annotation: v.nullable(annotationSchema) })),
    }),
  ).returns<DossierSummary | null>(),
  /** The other answer to `flush`: something that was typed could not be saved, and is kept in the window. */
  flushFailed: method(nothing).returns<null>(),

  refusedDossier: method(nothing).returns<RefusedDossier | null>(),
  /** Ask where, save what can still be read of the refused dossier there, and open that. */
  recoverDossier: method(nothing).returns<Recovery | null>(),
  /** Of the open dossier, latest first. */
  listBackups: method(nothing).returns<readonly Backup[]>(),
  backupRoom: method(nothing).returns<BackupRoom>(),
  showBackups: method(nothing).returns<null>(),
  /** Ask where, make a new file of the backup there, and open it. The present dossier's file stays as it is. */
  restoreBackup: method(v.object({ key: id })).returns<DossierSummary | null>(),
  /** Ask where, and write all of the open dossier there. The open one stays open. Returns the file's name. */
  saveCopy: method(nothing).returns<{ readonly fileName: string } | null>(),
  /** Ask where, copy the open dossier there as a dossier of its own, named after its file, and open that. */
  duplicateDossier: method(nothing).returns<DossierSummary | null>(),
  /** Give the room of what was deleted back to the disk. Returns the length of the file in bytes. */
  compactDossier: method(nothing).returns<{ readonly before: number; readonly after: number }>(),

  savePreferences: method(
    v.object({
      theme: v.picklist(['system', 'light', 'dark']),
      layout: v.record(v.pipe(v.string(), v.maxLength(40)), v.number()),
      lockAfterMinutes: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)),
        usualPreferences.lockAfterMinutes, // of a file that an earlier version wrote
      ),
      sourceTextPercent: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(textPercents.least), v.maxValue(textPercents.most)),
        usualPreferences.sourceTextPercent,
      ),
      name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longestCreator)), usualPreferences.name),
      noteLanguage: v.optional(
        v.pipe(v.string(), v.check(isLanguageTag, 'no language tag')),
        usualPreferences.noteLanguage,
      ),
    }),
  ).returns<Preferences>(),
  /** A bug in the window, written to the local log. */
  logError: method(v.object({ message: v.pipe(v.string(), v.maxLength(10_000)) })).returns<null>(),
  /** The answer to `flush`: everything that was typed has been acknowledged. */
  flushed: method(nothing).returns<null>(),
} as const;

export type HostMethods = typeof hostMethods;
export type HostMethodName = keyof HostMethods;
export type HostArguments<Name extends HostMethodName> = v.InferOutput<HostMethods[Name]['arguments']>;
export type HostValue<Name extends HostMethodName> = NonNullable<HostMethods[Name]['returns']>['value'];

function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // which no method takes
  }
}

/**
 * Parses what came over the bridge, an object or its JSON. The refusal names the method and the first fault, for the
 * log.
 */
export function parseArguments(name: HostMethodName, given: unknown): Result<unknown, 'bad-arguments'> {
  const read = typeof given === 'string' ? fromText(given) : given;
  const parsed = v.safeParse(hostMethods[name].arguments, read);
  if (parsed.success) return done(parsed.output);
  const [issue] = parsed.issues;
  return refused('bad-arguments', `${name}: ${v.getDotPath(issue) ?? 'arguments'}: ${issue.message}`);
}

/** What the host implements. */
export type HostHandlers = {
  readonly [Name in HostMethodName]: (
    args: HostArguments<Name>,
  ) => Promise<Reply<HostValue<Name>>> | Reply<HostValue<Name>>;
};

/** What the window sees. */
export type HostClient = {
  readonly [Name in HostMethodName]: (args: HostArguments<Name>) => Promise<Reply<HostValue<Name>>>;
};

/** What the host sends without being asked. */
export interface HostEvents {
  /** A menu item was chosen: the name of an action of the window. */
  readonly action: string;
  /** The window is about to close: save what is pending, then call `flushed`. */
  readonly flush: null;
  readonly exportProgress: { readonly stage: 'resolving' | 'typesetting' | 'writing' };
  /** The computer slept, or its screen was locked: a dossier with a passphrase is to be locked as well. */
  readonly lock: null;
  /** Another dossier is open now. */
  readonly dossierChanged: null;
  /** A link from outside points at a paragraph of the open dossier: fetch it with `takeWantedParagraph`. */
  readonly paragraphWanted: null;
}
export type HostEventName = keyof HostEvents;
export const hostEventNames = [
  'action',
  'flush',
  'exportProgress',
  'lock',
  'dossierChanged',
  'paragraphWanted',
] as const satisfies readonly HostEventName[];

/** A method as the bridge has it: asked in JSON, it answers in JSON, but for bytes. */
type BridgedMethod<Name extends HostMethodName> = HostClient[Name] & ((json: string) => Promise<unknown>);

/**
 * What the preload puts into the window as `chanceryHost`. Of an object, the bridge copies property by property, which
 * for a long note or source takes longer than all the rest; of text it copies all at once.
 */
export interface HostBridge {
  readonly methods: { readonly [Name in HostMethodName]: BridgedMethod<Name> };
  /** Returns the function that stops listening. */
  on<Name extends HostEventName>(event: Name, listener: (payload: HostEvents[Name]) => void): () => void;
}
