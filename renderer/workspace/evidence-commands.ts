import type { Category } from '../../core/dossier/annotation.ts';
import type { AnnotationId, NoteId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import { citedPlacesOf, type CitedPlace } from '../../core/evidence/cited-places.ts';
import { createEvidenceReader, type Evidence } from '../../core/evidence/evidence.ts';
import type { CitationTarget, Note } from '../../core/note-tree/note-tree.ts';
import type { Host } from '../host-client.ts';
import type { AnnotationCommands } from './annotation-commands.ts';
import type { ChangeSaver } from './change-saver.ts';
import { targetsOfPassages, type NoteCommands } from './note-commands.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { Pane } from './visible-panes.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface EvidenceCommandOptions {
  readonly host: Pick<Host, 'citedPlaces'>;
  readonly store: Store<WorkspaceState>;
  readonly saver: Pick<ChangeSaver, 'unsaved'>;
  readonly sources: Pick<SourceCommands, 'reveal'>;
  readonly notes: Pick<NoteCommands, 'flush' | 'citeAll' | 'quoteAll'>;
  readonly annotations: Pick<AnnotationCommands, 'changeAll'>;
  readonly enterPane: (pane: Pane) => void;
  /** Changes the window before it returns. */
  readonly atOnce: (change: () => void) => void;
  readonly refuse: (message: string) => void;
}

/** What the evidence rests on. */
type EvidenceState = Pick<
  WorkspaceState,
  'annotations' | 'sources' | 'editions' | 'notes' | 'noteCitations'
> & { readonly openNote: NoteId | null };

export interface EvidenceCommands {
  /** All annotations of the dossier as the board shows them, in reading order. */
  read(state: EvidenceState): Evidence[];
  /** Keeps what the notes cite up to date in the store, until the returned function is called. */
  follow(): () => void;
  /** Asks again what the notes on disk cite: after something other than their editors changed them. */
  refresh(): Promise<void>;
  /** One citation of all these, at the caret of the open note. */
  cite(ids: readonly AnnotationId[]): void;
  /** Their words, each with its citation, at the caret of the open note. */
  quote(ids: readonly AnnotationId[]): void;
  targetsOf(ids: readonly AnnotationId[]): CitationTarget[];
  /** Shows its passage in its source, which puts the board away. */
  open(id: AnnotationId): Promise<void>;
  mark(ids: readonly AnnotationId[], category: Category): Promise<void>;
}

const samePlaces = (a: readonly CitedPlace[] | undefined, b: readonly CitedPlace[]) =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** What the evidence board shows and does. */
export function createEvidenceCommands(options: EvidenceCommandOptions): EvidenceCommands {
  const { host, store, saver, sources, notes, annotations, enterPane, atOnce, refuse } = options;
  const readEvidence = createEvidenceReader();
  /** What was seen of notes since the host was asked last, which is newer than its answer. */
  const seen = new Map<NoteId, readonly CitedPlace[]>();

  function see(note: NoteId, places: readonly CitedPlace[]): void {
    seen.set(note, places);
    const { noteCitations } = store.get();
    // The same map where nothing was cited anew: a board of thousands is not to be read again at each key.
    if (samePlaces(noteCitations.get(note), places)) return;
    store.set({ noteCitations: new Map(noteCitations).set(note, places) });
  }

  async function refresh(): Promise<void> {
    const { session, note } = store.get();
    seen.clear();
    if (note !== null) see(note.id, citedPlacesOf(note.tree));
    await notes.flush();
    const reply = await host.citedPlaces({});
    if (store.get().session !== session) return; // another dossier was opened meanwhile
    if (!reply.ok) {
      refuse(reply.error.message);
      return;
    }
    // Of a note that the disk did not take, what is kept in the window counts.
    const unsaved = saver
      .unsaved()
      .flatMap((change) =>
        change.kind === 'note' ? [[change.note, citedPlacesOf(change.tree)] as const] : [],
      );
    const stored = reply.value.map((each) => [each.note, each.places] as const);
    store.set({ noteCitations: new Map([...stored, ...unsaved, ...seen]) });
  }

  /** In reading order, whatever the order in which they were chosen. */
  function passagesOf(ids: readonly AnnotationId[]): Passage[] {
    const wanted = new Set(ids);
    const state = store.get();
    return read({ ...state, openNote: state.note?.id ?? null }).flatMap(({ annotation }) =>
      wanted.has(annotation.id) ? [annotation.passage] : [],
    );
  }

  function read(state: EvidenceState): Evidence[] {
    const there = new Set(state.notes.map(({ id }) => id));
    return readEvidence({
      annotations: state.annotations,
      sources: state.sources.map(({ source }) => source),
      editions: state.editions,
      citations: new Map([...state.noteCitations].filter(([note]) => there.has(note))),
      openNote: state.openNote,
    });
  }

  return {
    read,
    refresh,
    follow() {
      let last: Note | null = store.get().note;
      void refresh();
      return store.subscribe(() => {
        const { note } = store.get();
        if (note === last) return;
        last = note;
        if (note !== null) see(note.id, citedPlacesOf(note.tree));
      });
    },
    cite(ids) {
      const passages = passagesOf(ids);
      // At once: a note that is not seen yet, in a narrow window, could not take the keyboard.
      atOnce(() => {
        enterPane('note');
      });
      notes.citeAll(passages);
    },
    quote(ids) {
      const passages = passagesOf(ids);
      atOnce(() => {
        enterPane('note');
      });
      notes.quoteAll(passages);
    },
    targetsOf: (ids) => targetsOfPassages(store.get().editions, passagesOf(ids)),
    async open(id) {
      const annotation = store.get().annotations.find((each) => each.id === id);
      if (annotation === undefined) return;
      const { source, passage } = annotation;
      // First: what is not seen can't take the keyboard.
      enterPane('source');
      store.set({ activeAnnotation: id });
      await sources.reveal(source, passage.edition, passage.anchors[0].paragraph, passage);
    },
    mark: (ids, category) => annotations.changeAll(ids, () => ({ category })),
  };
}
