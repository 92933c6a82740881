import type { NoteId } from '../../core/dossier/ids.ts';
import { citationsOf } from '../../core/note-tree/citations-of.ts';
import type { Host } from '../host-client.ts';
import type { NoteCommands } from './note-commands.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface VersionCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly notes: NoteCommands;
  readonly sources: SourceCommands;
  readonly refuse: (message: string) => void;
}

export interface VersionCommands {
  /** Reads the list again: of the note that is open now. */
  refresh(): Promise<void>;
  /** Shows what is different in a version of the open note. */
  show(version: number): Promise<void>;
  /** Back to the note itself. */
  hide(): void;
  /** Keeps the open note as it is now, under a name. */
  name(name: string): Promise<void>;
  /** The open note becomes what it was then; can be undone. */
  restore(version: number): Promise<void>;
}

/** The history of the open note. */
export function createVersionCommands(options: VersionCommandOptions): VersionCommands {
  const { host, store, notes, sources, refuse } = options;
  let asked = 0;

  const isOpen = (note: NoteId) => store.get().note?.id === note;

  async function refresh(): Promise<void> {
    const { note } = store.get();
    if (note === null) {
      store.set({ versions: [] });
      return;
    }
    const reply = await host.listVersions({ note: note.id });
    if (!isOpen(note.id)) return;
    if (reply.ok) store.set({ versions: reply.value });
    else refuse(reply.error.message);
  }

  /** What a version cites has to be read before its citations can be named. */
  async function read(note: NoteId, version: number) {
    const reply = await host.readVersion({ note, version });
    if (reply.ok) {
      const targets = citationsOf(reply.value.tree).flatMap((citation) => citation.targets);
      await sources.loadEditions(targets.map((target) => target.edition));
    }
    return reply;
  }

  async function show(number: number): Promise<void> {
    const { note } = store.get();
    if (note === null) return;
    asked += 1;
    const question = asked;
    await notes.flush(); // the present note is what stands in the editor
    const version = await read(note.id, number);
    const before = number > 1 ? await read(note.id, number - 1) : null;
    // The keyboard may have gone on to another version meanwhile.
    if (question !== asked || !isOpen(note.id)) return;
    if (!version.ok) refuse(version.error.message);
    else if (before?.ok === false) refuse(before.error.message);
    else store.set({ shownVersion: { ...version.value, before: before?.value ?? null } });
  }

  return {
    refresh,
    show,
    hide() {
      asked += 1;
      store.set({ shownVersion: null });
    },
    async name(name) {
      const { note } = store.get();
      if (note === null) return;
      if (!(await notes.flush())) {
        refuse('The latest changes could not be saved, so no version was made. See the status bar.');
        return;
      }
      const reply = await host.nameVersion({ note: note.id, name });
      if (!reply.ok) {
        refuse(reply.error.message);
        return;
      }
      store.set({
        notice: { kind: 'done', text: `Kept as “${reply.value.name}” in the history of the note.` },
      });
      await refresh();
    },
    async restore(version) {
      const { note } = store.get();
      if (note === null) return;
      if (!(await notes.flush())) {
        refuse('The latest changes could not be saved, so nothing was restored. See the status bar.');
        return;
      }
      const reply = await host.restoreVersion({ note: note.id, version });
      if (!reply.ok) {
        refuse(reply.error.message);
        return;
      }
      const { tree } = reply.value.note;
      await sources.loadEditions(
        citationsOf(tree).flatMap(({ targets }) => targets.map((each) => each.edition)),
      );
      if (!isOpen(note.id)) await notes.open(note.id);
      notes.become(tree);
      const { summary } = reply.value;
      store.set({ notes: store.get().notes.map((each) => (each.id === note.id ? summary : each)) });
      await refresh();
      store.set({ notice: { kind: 'done', text: 'The version is restored. Ctrl+Z takes this back.' } });
    },
  };
}
