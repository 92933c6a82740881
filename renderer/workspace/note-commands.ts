import { changeTemplate } from '../../core/note-tree/change-template.ts';
import { standardForms, templateFor } from '../../core/dossier/forms.ts';
import type { Template } from '../../core/dossier/template.ts';
import type { EditionId, NoteId, ParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { mergeTargets } from '../../core/evidence/merge-targets.ts';
import { citationsOf } from '../../core/note-tree/citations-of.ts';
import type { CitationTarget, Note, NoteTree } from '../../core/note-tree/note-tree.ts';
import { verbatimQuotation } from '../../core/note-tree/verbatim-quotation.ts';
import { countWords } from '../../core/note-tree/word-count.ts';
import type { Host } from '../host-client.ts';
import type { ChangeSaver } from './change-saver.ts';
import type { NoteEditorHandle } from '../note-editor/note-editor-handle.ts';
import { type CitationTargets, mostTargets } from '../note-editor/parse-citation-targets.ts';
import type { NoteEditors } from './note-editors.ts';
import { noFigures } from './note-figures.ts';
import type { NoteShelf } from './note-shelf.ts';
import type { OpenNote } from './open-notes.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface NoteCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly sources: SourceCommands;
  readonly saver: ChangeSaver;
  readonly refuse: (message: string) => void;
  readonly shelf: NoteShelf;
  readonly editors: NoteEditors;
  /** Changes the window before it returns. */
  readonly atOnce: (change: () => void) => void;
}

export interface NoteCommands {
  open(note: NoteId): Promise<void>;
  /** Reads a note, and the editions that it cites; `null` when it can't be read, which the person is told. */
  read(note: NoteId): Promise<Note | null>;
  /** Reads what may be offered for header fields. */
  readUsedValues(): Promise<void>;
  /** Shows a note that was read. */
  show(note: Note): void;
  create(template: string, title: string): Promise<void>;
  remove(note: NoteId): Promise<void>;
  /** Something is being typed in the open note; its tree follows soon. */
  touched(): void;
  /** An editor has a new tree of its note. */
  changed(openNote: OpenNote, tree: NoteTree): void;
  /** The open note becomes another text: one step, which can be taken back. */
  become(tree: NoteTree): void;
  /** The open note goes on from another template; can be undone. */
  changeTemplate(to: Template): void;
  /** Everything typed is on disk when this resolves to `true`. */
  flush(): Promise<boolean>;
  /** Puts a citation of the passage at the caret of the open note. */
  cite(passage: Passage): void;
  /** Puts one citation of all these passages there, in this order. */
  citeAll(passages: readonly Passage[]): void;
  /** Puts the words of each passage there, with its citation behind them. */
  quoteAll(passages: readonly Passage[]): void;
  /** Cites whole paragraphs. */
  citeParagraphs(edition: Edition, paragraphs: readonly ParagraphId[]): void;
}

const noCitationHere = 'A code block holds text only. Put the caret into other text to cite there.';

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

/** What one citation of all these passages points at. */
export function targetsOfPassages(
  editions: ReadonlyMap<EditionId, Edition>,
  passages: readonly Passage[],
): CitationTarget[] {
  return mergeTargets(
    passages.flatMap((passage) => {
      const edition = editions.get(passage.edition);
      return edition === undefined ? [] : targetsOfPassage(edition, passage);
    }),
  );
}

export function createNoteCommands(options: NoteCommandOptions): NoteCommands {
  const { host, store, history, sources, saver, refuse, shelf, editors, atOnce } = options;

  function flush(): Promise<boolean> {
    editors.flush();
    return saver.flush();
  }

  async function read(id: NoteId): Promise<Note | null> {
    const reply = await host.readNote({ note: id });
    if (!reply.ok) {
      refuse(reply.error.message);
      return null;
    }
    const targets = citationsOf(reply.value.tree).flatMap((citation) => citation.targets);
    await sources.loadEditions(targets.map((target) => target.edition));
    return reply.value;
  }

  async function open(id: NoteId): Promise<void> {
    if (store.get().note?.id === id) {
      store.set({ shownVersion: null });
      return;
    }
    // What was typed in the note that is left has to be on its way before it is out of sight.
    await flush();
    const standing = shelf.latest(id);
    if (standing !== undefined) {
      shelf.show(standing);
      return;
    }
    const note = await read(id);
    if (note !== null) shelf.show(note);
  }

  async function close(id: NoteId): Promise<void> {
    const notes = store.get().notes.filter((each) => each.id !== id);
    const wasOpen = store.get().note?.id === id;
    store.set({
      notes,
      ...(wasOpen ? { note: null, shownVersion: null, ...noFigures } : {}),
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

  /** The editor of the open note, brought into view; `null` where nothing can be put into it, which is said. */
  function editorToWriteIn(): NoteEditorHandle | null {
    if (isReadOnly(store.get())) {
      refuse(readOnlyMessage);
      return null;
    }
    // What is put in is to be seen where it is put.
    if (store.get().shownVersion !== null) {
      atOnce(() => {
        store.set({ shownVersion: null });
      });
    }
    const handle = editors.current;
    if (handle === null) refuse('There is no note open to cite in. Make one with Ctrl+N.');
    return handle;
  }

  function canBeCited(targets: readonly CitationTarget[]): targets is CitationTargets {
    if (targets.length === 0) {
      refuse(
        'Headings and leftovers have no number, so they can’t be cited. Select text of a numbered paragraph.',
      );
    } else if (targets.length > mostTargets) {
      refuse(`One citation holds ${String(mostTargets)} paragraphs at most. Choose fewer.`);
    }
    return targets.length > 0 && targets.length <= mostTargets;
  }

  function insert(targets: readonly CitationTarget[]): void {
    const handle = editorToWriteIn();
    if (handle === null || !canBeCited(targets)) return;
    if (!handle.insertCitation(targets)) refuse(noCitationHere);
  }

  function quote(passages: readonly Passage[]): void {
    const handle = editorToWriteIn();
    if (handle === null) return;
    const language = store.get().note?.tree.children[0].language ?? '';
    const quoted = passages.flatMap((passage) => {
      const targets = targetsOfPassages(store.get().editions, [passage]);
      const quotation = verbatimQuotation(
        passage.anchors.map((anchor) => anchor.quote.exact),
        language,
      );
      return quotation === null ? [] : [{ quotation, targets }];
    });
    if (quoted.length === 0) {
      refuse('There are no words to quote. Select some in a source.');
      return;
    }
    if (!quoted.every(({ targets }) => canBeCited(targets))) return;
    if (!handle.insertQuotations(quoted)) refuse(noCitationHere);
  }

  return {
    open,
    read,
    async readUsedValues() {
      const reply = await host.usedValues({});
      if (reply.ok) store.set({ usedValues: reply.value });
    },
    show: shelf.show,
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
      store.set({ notes: [...store.get().notes, summary] });
      shelf.show(reply.value);
      history.push({ undo: () => void remove(id), redo: () => void restore(id) });
    },
    async remove(id) {
      if (await remove(id)) history.push({ undo: () => void restore(id), redo: () => void remove(id) });
    },
    touched: saver.expect,
    changed(openNote, tree) {
      if (shelf.changed(openNote, tree)) saver.changed({ kind: 'note', note: openNote.note.id, tree });
    },
    changeTemplate(to) {
      const tree = editors.current?.flush();
      if (tree === undefined) return;
      const from = templateFor(store.get().session?.forms ?? standardForms, tree.children[0].template);
      history.asOne(() => editors.current?.become(changeTemplate(tree, from, to)));
    },
    become(tree) {
      history.asOne(() => editors.current?.become(tree));
      store.set({ shownVersion: null });
    },
    cite(passage) {
      insert(targetsOfPassages(store.get().editions, [passage]));
    },
    citeAll(passages) {
      insert(targetsOfPassages(store.get().editions, passages));
    },
    quoteAll: quote,
    citeParagraphs(edition, paragraphs) {
      insert(
        paragraphs
          .filter((id) => edition.paragraphs.some((each) => each.id === id && each.number !== null))
          .map((paragraph) => ({ source: edition.source, edition: edition.id, paragraph })),
      );
    },
  };
}
