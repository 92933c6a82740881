import type { DossierSummary, Reply } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import type { NoteCommands } from './note-commands.ts';
import type { ReadingCommands } from './reading-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface PassphraseCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly notes: NoteCommands;
  readonly reading: ReadingCommands;
  readonly refuse: (message: string) => void;
  readonly leaveFor: (ask: () => Promise<Reply<DossierSummary | null>>) => Promise<void>;
}

export interface PassphraseChange {
  /** The one that the dossier has; `null` when it has none. */
  readonly present: string | null;
  /** `null`: none from now on. */
  readonly next: string | null;
}

export interface PassphraseCommands {
  /** Opens the dossier that was refused last. A sentence when that is not its passphrase. */
  unlock(passphrase: string): Promise<string | null>;
  /** Closes the open dossier once all of it is saved, if it has a passphrase. */
  lock(): Promise<void>;
  /** A sentence when it was not done. */
  change(change: PassphraseChange): Promise<string | null>;
}

const said = ({ present, next }: PassphraseChange) => {
  if (next === null) return 'The dossier has no passphrase any more. Anybody who has its file can read it.';
  return present === null
    ? 'The dossier and its backups are encrypted now. It opens with the passphrase only.'
    : 'The dossier and its backups have the new passphrase now.';
};

const leftPlain = (count: number) =>
  `${count === 1 ? 'One earlier backup' : `${String(count)} earlier backups`} could not be encrypted and can still be read without the passphrase. Make room on the disk and set the passphrase again, or delete them: Settings shows their folder.`;

/** Dossiers that only a passphrase opens. */
export function createPassphraseCommands({
  host,
  store,
  notes,
  reading,
  refuse,
  leaveFor,
}: PassphraseCommandOptions): PassphraseCommands {
  return {
    async unlock(passphrase) {
      let wrong: string | null = null;
      await leaveFor(async () => {
        const reply = await host.unlockDossier({ passphrase });
        if (!reply.ok && reply.error.code === 'wrong-passphrase') {
          wrong = reply.error.message;
          return { ok: true, value: null };
        }
        store.set({ dialog: null, refusedDossier: null });
        return reply;
      });
      return wrong;
    },
    async lock() {
      if (store.get().session?.dossier?.hasPassphrase !== true) return;
      if (!(await notes.flush())) {
        refuse('The last changes could not be saved, so the dossier is not locked. See the message below.');
        return;
      }
      await reading.flush();
      const reply = await host.lockDossier({});
      if (!reply.ok) refuse(reply.error.message);
    },
    async change(change) {
      if (!(await notes.flush())) return 'The last changes could not be saved yet. Try again when they are.';
      const reply = await host.changePassphrase(change);
      if (!reply.ok) return reply.error.message;
      const { dossier, backupsLeftPlain } = reply.value;
      const { session } = store.get();
      store.set({
        session: session && { ...session, dossier },
        dialog: null,
        notice:
          backupsLeftPlain > 0
            ? { kind: 'refused', text: leftPlain(backupsLeftPlain) }
            : { kind: 'done', text: said(change) },
      });
      return null;
    },
  };
}
