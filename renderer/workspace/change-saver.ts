import type { Annotation } from '../../core/dossier/annotation.ts';
import type { AnnotationId, NoteId } from '../../core/dossier/ids.ts';
import type { Reply } from '../../core/host-contract.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import type { Refusal } from '../../core/result.ts';

/** What a person did last to one thing; a later change of the same thing takes its place. */
export type Change =
  | { readonly kind: 'note'; readonly note: NoteId; readonly tree: NoteTree }
  | {
      readonly kind: 'annotation';
      readonly id: AnnotationId;
      /** `null`: it is deleted. */
      readonly annotation: Annotation | null;
    };

export type SavingState =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly error: Refusal };

interface ChangeSaverOptions {
  /** Asks the host; an `ok` reply means that it is on disk. */
  readonly save: (change: Change) => Promise<Reply<unknown>>;
  readonly onState: (state: SavingState) => void;
  readonly now: () => string;
  /** Milliseconds from a change to its saving. */
  readonly delay: number;
  /** Milliseconds from a failed try to the next. */
  readonly retryDelay: number;
}

export interface ChangeSaver {
  /** Something is being changed, and will be handed over soon. */
  expect(): void;
  /** To be saved soon. */
  changed(change: Change): void;
  /**
   * Saves it now. What the disk did not take is kept and tried again; what the host refuses for another reason is
   * given back with that reason, and forgotten.
   */
  saveNow(change: Change): Promise<Reply<unknown>>;
  /** Resolves when nothing is pending any more, or saving has just failed; `true` when all is on disk. */
  flush(): Promise<boolean>;
  /** What is not on disk yet, oldest first. */
  unsaved(): readonly Change[];
  /** What is not on disk is safe elsewhere, or given up. */
  forget(): void;
}

/** Reasons that pass: there is room again, the stick is back, the other program has let go. */
const passing: ReadonlySet<string> = new Set([
  'disk-full',
  'disk-failure',
  'read-only-folder',
  'no-permission',
  'file-gone',
  'locked',
]);

/** Whether saving the same thing again, later, may well succeed. */
export const mayPass = (error: Refusal): boolean => passing.has(error.code);

/** One for all: a state that is another object at every key would draw the window anew at every key. */
const pendingState: SavingState = { state: 'pending' };

const keyOf = (change: Change): string =>
  change.kind === 'note' ? `note ${change.note}` : `annotation ${change.id}`;

/** Keeps the latest of each changed thing until the host says it is on disk, and tries again when it isn't. */
export function createChangeSaver(options: ChangeSaverOptions): ChangeSaver {
  const { save, onState, now, delay, retryDelay } = options;
  const pending = new Map<string, Change>();
  let failure: Refusal | null = null;
  let expected = false;
  let savedAt: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;

  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };

  const fail = (error: Refusal) => {
    failure = error;
    onState({ state: 'failed', error });
    schedule(retryDelay);
  };

  /** Only what was saved is done with: the same thing may have been changed again meanwhile. */
  const settle = (change: Change) => {
    if (pending.get(keyOf(change)) === change) pending.delete(keyOf(change));
    if (pending.size > 0 || expected) return;
    failure = null;
    onState({ state: 'saved', at: savedAt });
  };

  // A failure stays to be read until something was saved: the next key must not hide it.
  const showPending = () => {
    if (failure === null) onState(pendingState);
  };

  async function savePending(): Promise<boolean> {
    for (;;) {
      const next = pending.values().next();
      if (next.done === true) return true;
      const reply = await save(next.value);
      if (!reply.ok) {
        fail(reply.error);
        return false;
      }
      savedAt = now();
      settle(next.value);
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
    expect() {
      expected = true;
      showPending();
    },
    changed(change) {
      expected = false;
      pending.set(keyOf(change), change);
      showPending();
      // After a failure the next try is already set: typing on must not put it off.
      if (failure === null) schedule(delay);
    },
    async saveNow(change) {
      pending.set(keyOf(change), change);
      showPending();
      const reply = await save(change);
      if (reply.ok) savedAt = now();
      if (reply.ok || !mayPass(reply.error)) settle(change);
      else fail(reply.error);
      return reply;
    },
    flush,
    unsaved: () => [...pending.values()],
    forget() {
      clearTimeout(timer);
      pending.clear();
      expected = false;
      failure = null;
      savedAt = null;
      onState({ state: 'saved', at: null });
    },
  };
}
