import type { NoteId } from '../../core/dossier/ids.ts';
import type { NoteSummary, Reply } from '../../core/host-contract.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import type { Refusal } from '../../core/result.ts';

export type SavingState =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly error: Refusal };

interface NoteSaverOptions {
  readonly save: (note: NoteId, tree: NoteTree) => Promise<Reply<NoteSummary>>;
  readonly onState: (state: SavingState) => void;
  readonly onSaved: (summary: NoteSummary) => void;
  /** Milliseconds from a change to its saving. */
  readonly delay: number;
  /** Milliseconds from a failed try to the next. */
  readonly retryDelay: number;
}

export interface NoteSaver {
  changed(note: NoteId, tree: NoteTree): void;
  /** Resolves when nothing is pending any more, or saving has just failed; `true` when all is on disk. */
  flush(): Promise<boolean>;
}

/** Keeps the latest tree of each changed note until the host says it is on disk, and tries again when it isn't. */
export function createNoteSaver({ save, onState, onSaved, delay, retryDelay }: NoteSaverOptions): NoteSaver {
  const pending = new Map<NoteId, NoteTree>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;

  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };

  async function savePending(): Promise<boolean> {
    for (;;) {
      const next = pending.entries().next();
      if (next.done === true) return true;
      const [note, tree] = next.value;
      const reply = await save(note, tree);
      if (!reply.ok) {
        onState({ state: 'failed', error: reply.error });
        schedule(retryDelay);
        return false;
      }
      // Typing may have gone on meanwhile: only what was saved is done with.
      if (pending.get(note) === tree) pending.delete(note);
      onSaved(reply.value);
      if (pending.size === 0) onState({ state: 'saved', at: reply.value.updatedAt });
    }
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    running ??= savePending().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    changed(note, tree) {
      pending.set(note, tree);
      onState({ state: 'pending' });
      schedule(delay);
    },
    flush,
  };
}
