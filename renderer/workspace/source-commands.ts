import type { EditionId, ParagraphId, SourceId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import type { CorrectedEdition, HostArguments } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import { openSource } from './open-sources.ts';
import { showSources } from './show-sources.ts';
import { firstChanged } from './first-changed.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface SourceCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly refuse: (message: string) => void;
}

export interface SourceCommands {
  /** In the side that is used, in the tab that it has there or a new one. */
  open(source: SourceId): Promise<void>;
  /** Makes the editions known, so that citations of them can be shown. */
  loadEditions(editions: Iterable<EditionId>): Promise<void>;
  /** Opens the source of a paragraph and shows the paragraph, or a passage of it. */
  reveal(source: SourceId, edition: EditionId, paragraph: ParagraphId, passage?: Passage): Promise<void>;
  /** Makes known which texts a source has. */
  listEditions(source: SourceId): Promise<void>;
  /** Reads an older text in the place of the newest, or the newest again. */
  showEdition(source: SourceId, edition: EditionId): Promise<void>;
  /** Corrects how an edition is cut into paragraphs; can be undone. */
  correct(edition: EditionId, change: HostArguments<'correctStructure'>['change']): Promise<void>;
}

/** What rests on the text stands in the way: the same can be done in a new edition. */
const isForTheCited = (code: string) => code === 'would-change-cited' || code === 'would-renumber-cited';

export function createSourceCommands({ host, store, history, refuse }: SourceCommandOptions): SourceCommands {
  function keep(edition: Edition): void {
    store.set({ editions: new Map(store.get().editions).set(edition.id, edition) });
  }

  async function loadEditions(wanted: Iterable<EditionId>): Promise<void> {
    const unknown = [...new Set(wanted)].filter((id) => !store.get().editions.has(id));
    const replies = await Promise.all(unknown.map((edition) => host.readEdition({ edition })));
    // One that is gone shows as a citation that isn't found.
    const read = replies.flatMap((reply) => (reply.ok ? [[reply.value.id, reply.value] as const] : []));
    // At once: every change draws all that shows a citation anew.
    if (read.length > 0) store.set({ editions: new Map([...store.get().editions, ...read]) });
  }

  async function open(source: SourceId): Promise<void> {
    const summary = store.get().sources.find((each) => each.source.id === source);
    if (summary === undefined) return;
    await loadEditions([summary.source.currentEdition]);
    store.set(showSources(store.get(), openSource(store.get().openSources, source)));
  }

  function showCorrected({ edition }: CorrectedEdition): void {
    const before = store.get().editions.get(edition.id)?.paragraphs ?? [];
    keep(edition);
    const paragraph = firstChanged(before, edition.paragraphs);
    // The blocks are made anew, and the one that had the keyboard may be gone.
    if (paragraph !== undefined) store.set({ reveal: { paragraph, focus: true } });
    const numberedParagraphs = edition.paragraphs.filter((each) => each.number !== null).length;
    store.set({
      sources: store
        .get()
        .sources.map((each) =>
          each.source.currentEdition === edition.id ? { ...each, numberedParagraphs } : each,
        ),
    });
  }

  /** Each taking back gives the step that takes that back again. */
  async function takeBack(step: { token: string }): Promise<void> {
    const reply = await host.takeBackCorrection({ step: step.token });
    if (!reply.ok) {
      refuse(reply.error.message);
      return;
    }
    step.token = reply.value.step;
    showCorrected(reply.value);
  }

  async function showEdition(source: SourceId, edition: EditionId): Promise<void> {
    await loadEditions([edition]);
    const { sources, shownEditions } = store.get();
    const newest = sources.find((each) => each.source.id === source)?.source.currentEdition;
    const shown = new Map(shownEditions);
    if (edition === newest) shown.delete(source);
    else shown.set(source, edition);
    if (shown.get(source) !== shownEditions.get(source)) store.set({ shownEditions: shown, selection: null });
  }

  return {
    open,
    loadEditions,
    showEdition,
    async listEditions(source) {
      const reply = await host.listEditions({ source });
      if (reply.ok) store.set({ editionLists: new Map(store.get().editionLists).set(source, reply.value) });
    },
    async reveal(source, edition, paragraph, passage) {
      await showEdition(source, edition);
      await open(source);
      store.set({
        reveal: { paragraph, focus: true, ...(passage === undefined ? {} : { passage }) },
      });
    },
    async correct(edition, change) {
      const reply = await host.correctStructure({ edition, change });
      if (!reply.ok) {
        const { code, message } = reply.error;
        if (isForTheCited(code)) {
          store.set({ refusedCorrection: { edition, change, text: message }, dialog: 'refused-correction' });
        } else refuse(message);
        return;
      }
      showCorrected(reply.value);
      const step = { token: reply.value.step };
      history.push({ undo: () => void takeBack(step), redo: () => void takeBack(step) });
    },
  };
}
