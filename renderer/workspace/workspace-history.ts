/** One thing that was done, in whichever pane, and how to take it back and do it again. */
export interface HistoryEntry {
  undo(): void;
  redo(): void;
}

export interface WorkspaceHistory {
  push(entry: HistoryEntry, owner?: object): void;
  /** What is pushed while `work` runs is one entry, of the owner of the first. */
  asOne(work: () => void): void;
  /** Drops what can't be taken back any more, because what it was done in is gone. */
  forget(owner: object): void;
  /** `false` when there is nothing to take back. */
  undo(): boolean;
  redo(): boolean;
  clear(): void;
}

const longest = 1_000; // entries; older ones can't be undone any more

/** One order of undoing over all panes: Ctrl+Z takes back what was done last, wherever that was. */
export function createWorkspaceHistory(): WorkspaceHistory {
  let done: HistoryEntry[] = [];
  let undone: HistoryEntry[] = [];
  const owners = new WeakMap<HistoryEntry, object>();
  let replaying = false;
  let gathered: { readonly entry: HistoryEntry; readonly owner: object | undefined }[] | null = null;

  const together = (entries: readonly HistoryEntry[]): HistoryEntry => ({
    undo: () => {
      for (const entry of entries.toReversed()) entry.undo();
    },
    redo: () => {
      for (const entry of entries) entry.redo();
    },
  });
  const push = (entry: HistoryEntry, owner: object | undefined) => {
    if (owner !== undefined) owners.set(entry, owner);
    done.push(entry);
    if (done.length > longest) done.shift();
    undone = [];
  };
  const replay = (from: HistoryEntry[], to: HistoryEntry[], act: (entry: HistoryEntry) => void) => {
    const entry = from.pop();
    if (entry === undefined) return false;
    replaying = true;
    try {
      act(entry);
    } finally {
      replaying = false;
    }
    to.push(entry);
    return true;
  };
  return {
    push(entry, owner) {
      // Taking something back is not a new thing done.
      if (replaying) return;
      if (gathered === null) push(entry, owner);
      else gathered.push({ entry, owner });
    },
    asOne(work) {
      const all: NonNullable<typeof gathered> = [];
      gathered = all;
      try {
        work();
      } finally {
        gathered = null;
      }
      const [first] = all;
      if (first !== undefined) push(together(all.map(({ entry }) => entry)), first.owner);
    },
    undo: () =>
      replay(done, undone, (entry) => {
        entry.undo();
      }),
    redo: () =>
      replay(undone, done, (entry) => {
        entry.redo();
      }),
    forget(owner) {
      done = done.filter((entry) => owners.get(entry) !== owner);
      undone = undone.filter((entry) => owners.get(entry) !== owner);
    },
    clear() {
      done = [];
      undone = [];
    },
  };
}
