import type { Host } from '../host-client.ts';
import type { ChangeSaver } from './change-saver.ts';
import type { NoteCommands } from './note-commands.ts';
import { toUnsaved } from './save-change.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface RescueCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly notes: NoteCommands;
  readonly saver: ChangeSaver;
}

export interface RescueCommands {
  /** Copies the dossier, with what could not be saved in it, to a place that the person chooses, and goes on there. */
  continueInCopy(): Promise<void>;
  /** Tells the host whether everything is on disk now: the answer to `flush`. */
  answerFlush(): Promise<void>;
}

/** What is left to do when the dossier's own disk takes nothing more. */
export function createRescueCommands({ host, store, notes, saver }: RescueCommandOptions): RescueCommands {
  return {
    async continueInCopy() {
      await notes.flush(); // what the editor has not handed over yet has to be among the unsaved
      const reply = await host.continueInCopy(toUnsaved(saver.unsaved()));
      if (!reply.ok) {
        store.set({ notice: { kind: 'refused', text: reply.error.message } });
      } else if (reply.value !== null) {
        saver.forget();
        store.set({
          notice: {
            kind: 'done',
            text: `Your latest changes are saved in “${reply.value.name}”, and you go on working there. The first file keeps what was saved before.`,
          },
        });
      }
    },
    async answerFlush() {
      if (await notes.flush()) await host.flushed({});
      else await host.flushFailed({});
    },
  };
}
