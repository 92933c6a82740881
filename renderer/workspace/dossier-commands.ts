import type { DossierSummary, Reply } from '../../core/host-contract.ts';
import type { Preferences } from '../../core/preferences.ts';
import type { Refusal } from '../../core/result.ts';
import type { Host } from '../host-client.ts';
import type { NoteCommands } from './note-commands.ts';
import type { ReadingCommands } from './reading-commands.ts';
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
  setPreferences(change: Partial<Preferences>): void;
}

export function createDossierCommands(options: DossierCommandOptions): DossierCommands {
  const { host, store, history, sources, notes, reading, refuse, offerHelp } = options;

  let asking: ReturnType<Host['session']> | undefined;

  async function load(): Promise<void> {
    // Opening says that it did before it answers; that is one change, to be shown once.
    if (asking !== undefined) return;
    asking = host.session({});
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
    store.set({ ...emptyWorkspace, ...kept, session: session.value });
    if (refusal !== null && !(await offerHelp(refusal))) refuse(refusal.message);
    if (session.value.dossier === null) return;
    const contents = await host.readDossier({});
    if (!contents.ok) {
      refuse(contents.error.message);
      return;
    }
    const { id, title, sources: summaries, notes: noteSummaries, annotations } = contents.value;
    store.set({ title, sources: summaries, notes: noteSummaries, annotations });
    await sources.loadEditions(annotations.map((annotation) => annotation.passage.edition));
    const [firstNote] = noteSummaries;
    await reading.restore(id);
    if (firstNote !== undefined) await notes.open(firstNote.id);
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
    setPreferences(change) {
      const preferences = { ...store.get().preferences, ...change };
      store.set({ preferences });
      void host.savePreferences({ ...preferences, layout: { ...preferences.layout } }).then((reply) => {
        if (!reply.ok) refuse(reply.error.message);
      });
    },
  };
}
