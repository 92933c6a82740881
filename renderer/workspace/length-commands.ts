import type { NoteId } from '../../core/dossier/ids.ts';
import type { Host } from '../host-client.ts';
import type { NoteEditors } from './note-editors.ts';
import { notMeasured } from './shown-length.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

const pause = 250; // milliseconds from a change that is on disk to measuring it
const glance = 150; // milliseconds from a selection to its being counted

export interface LengthCommands {
  /** The popover with all figures. */
  show(): void;
  hide(): void;
  /** The selection of the page is another one. */
  selectionChanged(): void;
  /** Takes up watching what is written; returns the function that ends it. */
  watch(): () => void;
}

interface LengthOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly editors: NoteEditors;
  readonly refuse: (message: string) => void;
}

/** Keeps the figures of the open note, without ever waiting for the typesetter. */
export function createLengthCommands({ host, store, editors, refuse }: LengthOptions): LengthCommands {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let glancing: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  // The typesetter starts with the first measuring: somebody who only reads never needs it, nor its memory.
  let started = false;

  async function measure(note: NoteId): Promise<void> {
    started = true;
    const request = (asked += 1);
    const reply = await host.measureNote({ note });
    if (request !== asked || store.get().note?.id !== note) return;
    if (reply.ok) store.set({ length: { note, length: reply.value, refusal: null } });
    else if (reply.error.code !== 'superseded')
      store.set({ length: { note, length: null, refusal: reply.error.message } });
  }

  function measureIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { note, saving } = store.get();
      if (note !== null && saving.state === 'saved') void measure(note.id);
    }, milliseconds);
  }

  function count(): void {
    const text = editors.current?.selectedText() ?? '';
    const selectedText = text === '' ? null : text;
    if (store.get().selectedText !== selectedText) store.set({ selectedText });
  }

  return {
    show() {
      if (store.get().note === null) {
        refuse('Open a note first: there is nothing to count.');
        return;
      }
      count();
      if (store.get().length.length === null) measureIn(0);
      store.set({ lengthShown: true });
    },
    hide() {
      store.set({ lengthShown: false });
    },
    selectionChanged() {
      clearTimeout(glancing);
      glancing = setTimeout(count, glance);
    },
    watch() {
      let { saving, note } = store.get();
      const stop = store.subscribe(() => {
        const now = store.get();
        const isOther = now.note?.id !== note?.id;
        const isSaved = now.saving !== saving && now.saving.state === 'saved' && saving.state !== 'saved';
        ({ saving, note } = now);
        if (isOther) store.set({ length: notMeasured, selectedText: null, lengthShown: false });
        if (isSaved) measureIn(pause);
        else if (isOther && started) measureIn(pause);
        else if (now.saving.state === 'pending') clearTimeout(timer);
      });
      return () => {
        clearTimeout(timer);
        clearTimeout(glancing);
        stop();
      };
    },
  };
}
