import type { EditionId, ParagraphId, SourceId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import type { PickedFile } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import { importInSandbox } from './import-in-sandbox.ts';
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
  open(source: SourceId): Promise<void>;
  /** Makes the editions known, so that citations of them can be shown. */
  loadEditions(editions: Iterable<EditionId>): Promise<void>;
  /** Opens the source of a paragraph and shows the paragraph, or a passage of it. */
  reveal(source: SourceId, edition: EditionId, paragraph: ParagraphId, passage?: Passage): Promise<void>;
  add(): Promise<void>;
  cancelAdding(): void;
  setLeftover(edition: EditionId, paragraph: ParagraphId, leftover: boolean): Promise<void>;
}

export function createSourceCommands({ host, store, history, refuse }: SourceCommandOptions): SourceCommands {
  let adding = new AbortController();

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
    if (store.get().source !== source) store.set({ source, selection: null, reveal: null });
  }

  async function addOne(file: PickedFile): Promise<void> {
    const bytes = await host.readPickedFile({ token: file.token });
    if (!bytes.ok) {
      refuse(bytes.error.message);
      return;
    }
    const document = await importInSandbox(bytes.value, file.name, adding.signal);
    if (!document.ok) {
      refuse(document.error.message);
      return;
    }
    const { title, metadata, paragraphs } = document.value;
    const added = await host.addSource({
      token: file.token,
      document: { title, metadata: metadata as never, paragraphs: [...paragraphs] },
    });
    if (!added.ok) {
      refuse(added.error.message);
      return;
    }
    store.set({ sources: [...store.get().sources, added.value] });
    await open(added.value.source.id);
  }

  async function setLeftover(
    edition: EditionId,
    paragraph: ParagraphId,
    leftover: boolean,
  ): Promise<boolean> {
    const reply = await host.setLeftover({ edition, paragraph, leftover });
    if (!reply.ok) {
      refuse(reply.error.message);
      return false;
    }
    keep(reply.value);
    const numberedParagraphs = reply.value.paragraphs.filter((each) => each.number !== null).length;
    store.set({
      sources: store
        .get()
        .sources.map((each) =>
          each.source.currentEdition === edition ? { ...each, numberedParagraphs } : each,
        ),
    });
    return true;
  }

  return {
    open,
    loadEditions,
    async reveal(source, edition, paragraph, passage) {
      await loadEditions([edition]);
      await open(source);
      store.set({
        reveal: { paragraph, focus: true, ...(passage === undefined ? {} : { passage }) },
      });
    },
    async add() {
      const picked = await host.pickSources({});
      if (!picked.ok) {
        refuse(picked.error.message);
        return;
      }
      adding = new AbortController();
      for (const [index, file] of picked.value.entries()) {
        if (adding.signal.aborted) break;
        store.set({
          busy: `Adding “${file.name}” (${String(index + 1)} of ${String(picked.value.length)})`,
        });
        await addOne(file);
      }
      store.set({ busy: null });
    },
    cancelAdding() {
      adding.abort();
    },
    async setLeftover(edition, paragraph, leftover) {
      if (!(await setLeftover(edition, paragraph, leftover))) return;
      history.push({
        undo: () => void setLeftover(edition, paragraph, !leftover),
        redo: () => void setLeftover(edition, paragraph, leftover),
      });
    },
  };
}
