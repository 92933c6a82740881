import type { DossierContents, DossierSummary, Reply, Session } from '../../core/host-contract.ts';
import type { Reading } from '../../core/reading.ts';
import type { Preferences } from '../../core/preferences.ts';
import type { Refusal } from '../../core/result.ts';
import type { Host } from '../host-client.ts';
import type { NoteCommands } from './note-commands.ts';
import type { ReadingCommands } from './reading-commands.ts';
import { showSources } from './show-sources.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import { emptyWorkspace, type WorkspaceState } from './workspace-state.ts';

interface DossierCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly sources: SourceCommands;
  readonly notes: NoteCommands;
  readonly reading: ReadingCommands;
  readonly refuse: (message: string) => void;
  /** A dossier was not opened; `true` when the person is offered something to do about it. */
  readonly offerHelp: (refusal: Refusal) => Promise<boolean>;
}

export interface DossierCommands {
  /** Asks the host what is open and shows it. */
  load(): Promise<void>;
  create(): Promise<void>;
  open(recent?: string): Promise<void>;
  openSample(): Promise<void>;
  /** Opens what was refused last, to read only. */
  openRefusedToRead(): Promise<void>;
  /** Leaves the present dossier for what `ask` opens, once what was typed in it is safe. */
  leaveFor(ask: () => Promise<Reply<DossierSummary | null>>): Promise<void>;
  openFormsFolder(): Promise<void>;
  setPreferences(change: Partial<Preferences>): void;
}

export function createDossierCommands(options: DossierCommandOptions): DossierCommands {
  const { host, store, history, sources, notes, reading, refuse, offerHelp } = options;

  let asking: ReturnType<Host['session']> | undefined;

  async function load(): Promise<void> {
    // Opening says that it did before it answers; that is one change, to be shown once.
    if (asking !== undefined) return;
    asking = host.session({});
    // In the same breath: the host answers in order, and a dossier is nearly always open.
    const asked = Promise.all([host.readDossier({}), host.readReading({})]);
    const session = await asking;
    asking = undefined;
    if (!session.ok) {
      refuse(session.error.message);
      return;
    }
    history.clear();
    const { wantedPanes, lastUsedPanes, notice, recovery } = store.get();
    const { preferences, refusal } = session.value;
    // What was recovered is told when the dossier made of it is shown.
    const dialog = store.get().dialog === 'recovered' ? 'recovered' : null;
    const kept = { wantedPanes, lastUsedPanes, notice, preferences, recovery, dialog } as const;
    const isOpen = session.value.dossier !== null;
    // The session comes with what is in the dossier: without it, the list of recent ones would be drawn for a moment.
    store.set({ ...emptyWorkspace, ...kept, session: isOpen ? store.get().session : session.value });
    if (isOpen) await read(session.value, ...(await asked));
    if (refusal !== null && !(await offerHelp(refusal))) refuse(refusal.message);
  }

  async function read(
    session: Session,
    contents: Reply<DossierContents>,
    kept: Reply<Reading | null>,
  ): Promise<void> {
    if (contents.ok) {
      await show(session, contents.value, kept.ok ? kept.value : null);
    } else {
      store.set({ session });
      refuse(contents.error.message);
    }
  }

  /** All that is seen at first is read side by side and shown in one go: to draw thrice takes three times as long. */
  async function show(session: Session, contents: DossierContents, kept: Reading | null): Promise<void> {
    const { id, title, annotations, notes: noteSummaries, sources: summaries } = contents;
    const [firstNote] = noteSummaries;
    const [openSources, note] = await Promise.all([
      reading.restore(summaries, kept),
      firstNote === undefined ? null : notes.read(firstNote.id),
      sources.loadEditions(annotations.map(({ passage }) => passage.edition)),
    ]);
    const shown = { session, title, annotations, notes: noteSummaries, sources: summaries };
    store.set({ ...shown, ...showSources(store.get(), openSources) });
    reading.begin(id);
    if (note !== null) notes.show(note);
    await reading.showWanted();
  }

  /** Leaves the present dossier only when what was typed in it is safe. */
  async function leaveFor(ask: () => Promise<Reply<DossierSummary | null>>): Promise<void> {
    if (!(await notes.flush())) {
      refuse('The note could not be saved, so this dossier stays open. See the message in the status bar.');
      return;
    }
    await reading.flush();
    const reply = await ask();
    // What opened is shown when the host says so: the desktop can open a dossier as well.
    if (!reply.ok) {
      if (!(await offerHelp(reply.error))) refuse(reply.error.message);
    } else if (reply.value !== null) store.set({ startShown: false });
  }

  return {
    load,
    create: () => leaveFor(() => host.createDossier({})),
    open: (recent) => leaveFor(() => host.openDossier(recent === undefined ? {} : { recent })),
    openRefusedToRead: () => leaveFor(() => host.openDossier({ refused: true, readOnly: true })),
    leaveFor,
    openSample: () => leaveFor(() => host.openSample({})),
    async openFormsFolder() {
      const reply = await host.openFormsFolder({});
      if (!reply.ok) refuse(reply.error.message);
    },
    setPreferences(change) {
      const preferences = { ...store.get().preferences, ...change };
      store.set({ preferences });
      void host.savePreferences({ ...preferences, layout: { ...preferences.layout } }).then((reply) => {
        if (!reply.ok) refuse(reply.error.message);
      });
    },
  };
}
