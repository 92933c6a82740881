import type { ParagraphId } from '../../core/dossier/ids.ts';
import { citingSentences } from '../../core/note-tree/citing-sentences.ts';
import type { Host } from '../host-client.ts';
import type { CitingPlace } from './cited-in.ts';
import type { NoteCommands } from './note-commands.ts';
import type { NoteEditors } from './note-editors.ts';
import type { Store } from './store.ts';
import type { Pane } from './visible-panes.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface CitedInOptions {
  readonly host: Pick<Host, 'citedPlaces' | 'readNote'>;
  readonly store: Store<WorkspaceState>;
  readonly notes: Pick<NoteCommands, 'flush' | 'open'>;
  readonly editors: Pick<NoteEditors, 'current'>;
  readonly enterPane: (pane: Pane) => void;
  readonly refuse: (message: string) => void;
}

export interface CitedInCommands {
  /** Lists where the notes of the dossier cite a paragraph. With `goThere`, a single place is gone to at once. */
  show(paragraph: ParagraphId, goThere?: 'when there is one'): Promise<void>;
  goTo(paragraph: ParagraphId, place: CitingPlace): Promise<void>;
  close(): void;
}

export function createCitedInCommands(options: CitedInOptions): CitedInCommands {
  const { host, store, notes, editors, enterPane, refuse } = options;

  /** The open note first, the others in the order of the dossier. */
  async function placesOf(paragraph: ParagraphId): Promise<CitingPlace[] | null> {
    await notes.flush();
    const reply = await host.citedPlaces({});
    if (!reply.ok) {
      refuse(reply.error.message);
      return null;
    }
    const citing = new Set(
      reply.value
        .filter(({ places }) => places.some((place) => place.paragraph === paragraph))
        .map(({ note }) => note),
    );
    const { notes: summaries, note: open } = store.get();
    const inOrder = summaries
      .filter(({ id }) => citing.has(id) || id === open?.id)
      .toSorted((a, b) => Number(b.id === open?.id) - Number(a.id === open?.id));
    const places: CitingPlace[] = [];
    for (const { id } of inOrder) {
      const read = id === open?.id ? { ok: true as const, value: open } : await host.readNote({ note: id });
      if (!read.ok) {
        refuse(read.error.message);
        return null;
      }
      const { tree } = read.value;
      const title = tree.children[0].title || 'Untitled note';
      places.push(...citingSentences(tree, paragraph).map((each) => ({ ...each, note: id, title })));
    }
    return places;
  }

  async function goTo(paragraph: ParagraphId, place: CitingPlace): Promise<void> {
    store.set({ citedIn: null });
    enterPane('note');
    await notes.open(place.note);
    // The editor of a note that was not open stands only when it is drawn.
    requestAnimationFrame(() => editors.current?.revealCitationsOf(paragraph, place.nth));
  }

  return {
    goTo,
    async show(paragraph, goThere) {
      const places = await placesOf(paragraph);
      if (places === null) return;
      const [first, ...rest] = places;
      if (first === undefined) refuse('No note of this dossier cites this paragraph.');
      else if (rest.length === 0 && goThere !== undefined) await goTo(paragraph, first);
      else store.set({ citedIn: { paragraph, places } });
    },
    close() {
      store.set({ citedIn: null });
    },
  };
}
