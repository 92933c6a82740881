import type { NoteId, ParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { citationCounts, citationsOf } from '../../core/note-tree/citations-of.ts';
import type { CitationTarget, NoteTree } from '../../core/note-tree/note-tree.ts';
import { countWords } from '../../core/note-tree/word-count.ts';
import type { Host } from '../host-client.ts';
import type { NoteEditorHandle } from '../note-editor/note-editor-handle.ts';
import { createNoteSaver } from './note-saver.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface NoteCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly sources: SourceCommands;
  readonly refuse: (message: string) => void;
  /** The editor of the open note, once it stands. */
  readonly editor: () => NoteEditorHandle | null;
}

export interface NoteCommands {
  open(note: NoteId): Promise<void>;
  create(template: string, title: string): Promise<void>;
  remove(note: NoteId): Promise<void>;
  /** The editor has a new tree of the open note. */
  changed(tree: NoteTree): void;
  /** Everything typed is on disk when this resolves to `true`. */
  flush(): Promise<boolean>;
  /** Puts a citation of the passage at the caret of the open note. */
  cite(passage: Passage): void;
  /** Cites whole paragraphs. */
  citeParagraphs(edition: Edition, paragraphs: readonly ParagraphId[]): void;
}

/** What a citation of this passage points at: its numbered paragraphs, each narrowed to what was selected. */
export function targetsOfPassage(edition: Edition, passage: Passage): CitationTarget[] {
  return passage.anchors.flatMap((anchor) => {
    const paragraph = edition.paragraphs.find((each) => each.id === anchor.paragraph);
    if (paragraph === undefined || paragraph.number === null) return [];
    const whole = anchor.position.start === 0 && anchor.position.end === paragraph.text.length;
    const target = { source: edition.source, edition: edition.id, paragraph: anchor.paragraph };
    return [whole ? target : { ...target, passage: { edition: edition.id, anchors: [anchor] } }];
  });
}

export function createNoteCommands(options: NoteCommandOptions): NoteCommands {
  const { host, store, history, sources, refuse, editor } = options;

  const saver = createNoteSaver({
    save: (note, tree) => host.saveNote({ note, tree }),
    onState: (saving) => {
      store.set({ saving });
    },
    onSaved: (summary) => {
      store.set({
        notes: store.get().notes.map((each) => (each.id === summary.id ? summary : each)),
      });
    },
    delay: 200,
    retryDelay: 3_000,
  });

  function count(tree: NoteTree): void {
    store.set({
      citationCounts: citationCounts(tree),
      citations: citationsOf(tree).length,
      noteWords: countWords(tree),
    });
  }

  function flush(): Promise<boolean> {
    const handle = editor();
    const { note } = store.get();
    if (handle !== null && note !== null) handle.flush();
    return saver.flush();
  }

  async function open(id: NoteId): Promise<void> {
    if (store.get().note?.id === id) return;
    // What was typed in the note that is left has to be on its way before its editor goes.
    await flush();
    const reply = await host.readNote({ note: id });
    if (!reply.ok) {
      refuse(reply.error.message);
      return;
    }
    const targets = citationsOf(reply.value.tree).flatMap((citation) => citation.targets);
    await sources.loadEditions(targets.map((target) => target.edition));
    store.set({ note: reply.value });
    count(reply.value.tree);
  }

  async function close(id: NoteId): Promise<void> {
    const notes = store.get().notes.filter((each) => each.id !== id);
    const wasOpen = store.get().note?.id === id;
    store.set({
      notes,
      ...(wasOpen ? { note: null, citationCounts: new Map(), citations: 0, noteWords: 0 } : {}),
    });
    const next = notes[0];
    if (wasOpen && next !== undefined) await open(next.id);
  }

  async function restore(id: NoteId): Promise<void> {
    const reply = await host.restoreNote({ note: id });
    if (!reply.ok) {
      refuse(reply.error.message);
      return;
    }
    store.set({ notes: [...store.get().notes.filter((each) => each.id !== id), reply.value] });
    await open(id);
  }

  async function remove(id: NoteId): Promise<boolean> {
    await flush();
    const reply = await host.deleteNote({ note: id });
    if (!reply.ok) {
      refuse(reply.error.message);
      return false;
    }
    await close(id);
    return true;
  }

  function insert(targets: readonly CitationTarget[]): void {
    const handle = editor();
    if (targets.length === 0) {
      refuse(
        'Headings and leftovers have no number, so they can’t be cited. Select text of a numbered paragraph.',
      );
    } else if (handle === null) {
      refuse('There is no note open to cite in. Make one with Ctrl+N.');
    } else {
      handle.insertCitation(targets);
    }
  }

  return {
    open,
    flush,
    async create(template, title) {
      await flush();
      const reply = await host.createNote({ template, title });
      if (!reply.ok) {
        refuse(reply.error.message);
        return;
      }
      const { id, updatedAt, tree } = reply.value;
      const summary = { id, title, template, updatedAt, words: countWords(tree) };
      store.set({ notes: [...store.get().notes, summary], note: reply.value });
      count(tree);
      history.push({ undo: () => void remove(id), redo: () => void restore(id) });
    },
    async remove(id) {
      if (await remove(id)) history.push({ undo: () => void restore(id), redo: () => void remove(id) });
    },
    changed(tree) {
      const { note } = store.get();
      if (note === null) return;
      store.set({ note: { ...note, tree } });
      saver.changed(note.id, tree);
      count(tree);
    },
    cite(passage) {
      const edition = store.get().editions.get(passage.edition);
      if (edition !== undefined) insert(targetsOfPassage(edition, passage));
    },
    citeParagraphs(edition, paragraphs) {
      insert(
        paragraphs
          .filter((id) => edition.paragraphs.some((each) => each.id === id && each.number !== null))
          .map((paragraph) => ({ source: edition.source, edition: edition.id, paragraph })),
      );
    },
  };
}
