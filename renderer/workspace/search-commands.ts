import { describePassage } from '../../core/anchoring/describe-passage.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Reply } from '../../core/host-contract.ts';
import type { AnnotationHit, NoteHit, ParagraphHit, SearchHit } from '../../core/search/search-hit.ts';
import type { Host } from '../host-client.ts';
import type { NoteCommands } from './note-commands.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { Pane } from './visible-panes.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface SearchCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly sources: SourceCommands;
  readonly notes: NoteCommands;
  readonly enterPane: (pane: Pane) => void;
  readonly focusPane: (pane: Pane) => void;
  readonly refuse: (message: string) => void;
}

export interface SearchCommands {
  /** What is being typed in the note is found as well. */
  find(query: string): Promise<Reply<readonly SearchHit[]>>;
  /** Opens what was found, and puts the keyboard there: a passage is selected in its source. */
  open(hit: SearchHit): Promise<void>;
}

/** The most of each kind that is asked for. */
export const hitLimit = 30;

const gone = 'What was found is no longer there. Search again.';

export function createSearchCommands(options: SearchCommandOptions): SearchCommands {
  const { host, store, sources, notes, enterPane, focusPane, refuse } = options;

  async function reveal(hit: ParagraphHit | AnnotationHit, passage: Passage, focus: boolean): Promise<void> {
    enterPane('source');
    await sources.open(hit.source);
    store.set({ reveal: { paragraph: hit.paragraph, passage, focus, select: focus } });
  }

  async function openParagraph(hit: ParagraphHit): Promise<void> {
    await sources.loadEditions([hit.edition]);
    const edition = store.get().editions.get(hit.edition);
    const range = { paragraph: hit.paragraph, ...hit.passage };
    const passage = edition === undefined ? null : describePassage(edition, [range]);
    if (passage?.ok === true) await reveal(hit, passage.value, true);
    else refuse(gone);
  }

  async function openAnnotation(hit: AnnotationHit): Promise<void> {
    const annotation = store.get().annotations.find(({ id }) => id === hit.annotation);
    if (annotation === undefined) {
      refuse(gone);
      return;
    }
    store.set({ activeAnnotation: annotation.id });
    await reveal(hit, annotation.passage, false);
    enterPane('review');
    focusPane('review');
  }

  async function openNote(hit: NoteHit): Promise<void> {
    enterPane('note');
    await notes.open(hit.note);
    focusPane('note');
  }

  return {
    async find(query) {
      await notes.flush();
      return host.search({ query, limit: hitLimit });
    },
    async open(hit) {
      store.set({ startShown: false });
      switch (hit.kind) {
        case 'paragraph':
          return openParagraph(hit);
        case 'annotation':
          return openAnnotation(hit);
        case 'note':
          return openNote(hit);
      }
    },
  };
}
