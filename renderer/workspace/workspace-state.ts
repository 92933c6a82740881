import type { Annotation } from '../../core/dossier/annotation.ts';
import type { AnnotationId, EditionId, NoteId, ParagraphId, SourceId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import type {
  Backup,
  BackupRoom,
  EditionSummary,
  ExportedFile,
  ImportedAnnotationsReply,
  NoteSummary,
  Recovery,
  UsedValue,
  RefusedDossier,
  Session,
  SourceSummary,
} from '../../core/host-contract.ts';
import type { OpenSources } from '../../core/reading.ts';
import type { CitedPlace } from '../../core/evidence/cited-places.ts';
import { usualPreferences, type Preferences } from '../../core/preferences.ts';
import type { Note } from '../../core/note-tree/note-tree.ts';
import type { NoteVersionSummary } from '../../core/note-tree/note-version.ts';
import { firstView, type BoardView } from '../evidence-board/board-view.ts';
import { notMeasured, type ShownLength } from './shown-length.ts';
import type { SavingState } from './change-saver.ts';
import type { CitedIn } from './cited-in-commands.ts';
import type { CorrectionMenuState, PlaceInEdition, RefusedCorrection } from './correction-state.ts';
import type { ImportProgress, ImportReport } from './import-report.ts';
import type { ReplacementReview } from './replacement-review.ts';
import type { PanesBefore } from './focus-mode.ts';
import { noFigures, type NoteFigures } from './note-figures.ts';
import type { OpenNote } from './open-notes.ts';
import { noOpenSources } from './open-sources.ts';
import type { ShownVersion } from './shown-version.ts';
import type { Pane } from './visible-panes.ts';

/** What the source pane is asked to show. A new object each time, so that asking twice shows it twice. */
export interface Reveal {
  readonly paragraph: ParagraphId;
  /** Missing: the whole paragraph. */
  readonly passage?: Passage;
  /** Put the keyboard there as well. */
  readonly focus: boolean;
  /** Select the passage, so that it can be marked or cited at once. */
  readonly select?: boolean;
}

/** Said to the person in a corner of the window, until it goes or is sent away. */
export interface Notice {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

export type OpenDialog =
  | 'backups'
  | 'settings'
  | 'refused-dossier'
  | 'import-report'
  | 'replace-review'
  | 'import-annotations'
  | 'annotation-report'
  | 'source-details'
  | 'refused-correction'
  | 'paste-source'
  | 'unlock'
  | 'passphrase'
  | 'recovered'
  | 'search'
  | 'export'
  | 'new-note'
  | 'change-template'
  | 'name-version'
  | 'restore-version'
  | 'about'
  | 'keys'
  | null;

export type ReviewTab = 'annotations' | 'outline' | 'history';

export type BackupsShown =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly backups: readonly Backup[] }
  | { readonly state: 'refused'; readonly text: string };

export type ExportProgress =
  | { readonly stage: 'idle' }
  /** The markings of the note are to be decided first. */
  | { readonly stage: 'marking' }
  | { readonly stage: 'asking' | 'resolving' | 'typesetting' | 'writing' }
  | { readonly stage: 'written'; readonly file: ExportedFile }
  | { readonly stage: 'refused'; readonly text: string };

export interface WorkspaceState extends NoteFigures {
  /** `null` until the host has answered once. */
  readonly session: Session | null;
  readonly preferences: Preferences;
  /** `null` while no dossier is open. */
  readonly title: string | null;
  readonly sources: readonly SourceSummary[];
  readonly notes: readonly NoteSummary[];
  readonly annotations: readonly Annotation[];
  /** Editions that were read so far; they never change but for their numbering. */
  readonly editions: ReadonlyMap<EditionId, Edition>;
  /** Which sources have tabs, in one side or in two. */
  readonly openSources: OpenSources;
  /** The one that is shown in the side that is used. */
  readonly source: SourceId | null;
  /** As the editor last reported it. */
  readonly note: Note | null;
  /** The notes whose editors stand, the one used last at the end. */
  readonly openNotes: readonly OpenNote[];
  readonly reviewTab: ReviewTab;
  /** Of the open note, the newest first, as they were last read. */
  readonly versions: readonly NoteVersionSummary[];
  /** What is looked at in the place of the open note. */
  readonly shownVersion: ShownVersion | null;
  readonly comparedWith: 'present' | 'before';
  /** What each note cites, while the evidence board is shown. */
  readonly noteCitations: ReadonlyMap<NoteId, readonly CitedPlace[]>;
  readonly length: ShownLength;
  /** What is selected in the note; `null` when nothing is. */
  readonly selectedText: string | null;
  readonly lengthShown: boolean;
  /** The list of languages that the open note may be in. */
  readonly languagesShown: boolean;
  /** What the header fields of the dossier’s notes hold. */
  readonly usedValues: readonly UsedValue[];
  readonly saving: SavingState;
  readonly reveal: Reveal | null;
  readonly activeAnnotation: AnnotationId | null;
  /** The annotation whose comment has just been asked for. */
  readonly commenting: AnnotationId | null;
  /** The annotation whose tags have just been asked for. */
  readonly tagging: AnnotationId | null;
  /** The cards of the evidence board that the menu's actions are about, while it is shown. */
  readonly chosenCards: readonly AnnotationId[];
  readonly board: BoardView;
  /** What the source pane has selected, for the menu's actions. */
  readonly selection: Passage | null;
  /** Where the keyboard is in a source, or was before it went elsewhere. */
  readonly place: PlaceInEdition | null;
  /** Where a paragraph is cited, while that is listed. */
  readonly citedIn: CitedIn | null;
  readonly correctionMenu: CorrectionMenuState | null;
  readonly refusedCorrection: RefusedCorrection | null;
  /** The source whose details are shown. */
  readonly detailsOf: SourceId | null;
  readonly wantedPanes: ReadonlySet<Pane>;
  readonly lastUsedPanes: readonly Pane[];
  /** While only the note is seen: the panes as they stood before. */
  readonly focusMode: PanesBefore | null;
  /** The list of recent dossiers instead of the panes. */
  readonly startShown: boolean;
  readonly dialog: OpenDialog;
  readonly backups: BackupsShown;
  readonly backupRoom: BackupRoom | null;
  /** The dossier that was asked for and not opened, while something can be done about it. */
  readonly refusedDossier: RefusedDossier | null;
  readonly recovery: Recovery | null;
  readonly exporting: ExportProgress;
  /** While files are brought in. */
  readonly importing: ImportProgress | null;
  readonly importReport: ImportReport | null;
  /** While a source is about to get a newer text. */
  readonly replacement: ReplacementReview | null;
  readonly annotationReport: ImportedAnnotationsReply | null;
  /** Every text of the sources that were looked at, the oldest first. */
  readonly editionLists: ReadonlyMap<SourceId, readonly EditionSummary[]>;
  /** The older texts that are shown in the place of the newest ones. */
  readonly shownEditions: ReadonlyMap<SourceId, EditionId>;
  readonly notice: Notice | null;
}

export const emptyWorkspace: WorkspaceState = {
  session: null,
  preferences: usualPreferences,
  title: null,
  sources: [],
  notes: [],
  annotations: [],
  editions: new Map(),
  openSources: noOpenSources,
  source: null,
  note: null,
  openNotes: [],
  reviewTab: 'annotations',
  versions: [],
  shownVersion: null,
  comparedWith: 'present',
  ...noFigures,
  noteCitations: new Map(),
  length: notMeasured,
  selectedText: null,
  lengthShown: false,
  languagesShown: false,
  usedValues: [],
  saving: { state: 'saved', at: null },
  reveal: null,
  activeAnnotation: null,
  commenting: null,
  tagging: null,
  chosenCards: [],
  board: firstView,
  selection: null,
  place: null,
  citedIn: null,
  correctionMenu: null,
  refusedCorrection: null,
  detailsOf: null,
  wantedPanes: new Set<Pane>(['dossier', 'source', 'note', 'review']),
  lastUsedPanes: ['note', 'source', 'dossier', 'review'],
  focusMode: null,
  startShown: false,
  dialog: null,
  backups: { state: 'reading' },
  backupRoom: null,
  refusedDossier: null,
  recovery: null,
  exporting: { stage: 'idle' },
  importing: null,
  importReport: null,
  replacement: null,
  annotationReport: null,
  editionLists: new Map(),
  shownEditions: new Map(),
  notice: null,
};
