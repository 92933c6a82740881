import { done, type Result } from '../../core/result.ts';
import type { SourceId } from '../../core/dossier/ids.ts';
import type { SourceMetadata } from '../../core/dossier/source.ts';
import type { Host } from '../host-client.ts';
import { importInSandbox } from './import-in-sandbox.ts';
import { isSameDescription, type Described } from './source-form.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface DescribeCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly refuse: (message: string) => void;
}

export interface Bibliography {
  readonly name: string;
  readonly entries: readonly SourceMetadata[];
}

export interface DescribeCommands {
  /** Shows the details of a source, to be read and changed. */
  openDetails(source: SourceId): void;
  /** Stores what a person says of a source; can be undone. A sentence when it was not done. */
  describe(source: SourceId, described: Described): Promise<string | null>;
  /** Asks for a bibliography and reads it. `null`: the person thought better of it. */
  pickBibliography(): Promise<Result<Bibliography | null>>;
}

export function createDescribeCommands(options: DescribeCommandOptions): DescribeCommands {
  const { host, store, history, refuse } = options;

  async function put(source: SourceId, { title, metadata, assessment }: Described): Promise<string | null> {
    const reply = await host.describeSource({ source, title, metadata, assessment });
    if (!reply.ok) return reply.error.message;
    store.set({
      sources: store
        .get()
        .sources.map((each) => (each.source.id === source ? { ...each, source: reply.value } : each)),
    });
    return null;
  }

  /** From the history, where nobody waits for an answer. */
  async function putBack(source: SourceId, described: Described): Promise<void> {
    const text = await put(source, described);
    if (text !== null) refuse(text);
  }

  return {
    openDetails(source) {
      store.set({ detailsOf: source, dialog: 'source-details' });
    },
    async describe(source, described) {
      const before = store.get().sources.find((each) => each.source.id === source)?.source;
      if (before !== undefined && isSameDescription(before, described)) return null;
      const text = await put(source, described);
      if (text !== null || before === undefined) return text;
      history.push({
        undo: () => void putBack(source, before),
        redo: () => void putBack(source, described),
      });
      return null;
    },
    async pickBibliography() {
      const picked = await host.pickBibliography({});
      if (!picked.ok || picked.value === null) return picked.ok ? done(null) : picked;
      const { token, name } = picked.value;
      const bytes = await host.readPickedFile({ token });
      if (!bytes.ok) return bytes;
      const entries = await importInSandbox(
        { kind: 'bibliography', bytes: bytes.value, fileName: name },
        { name, signal: new AbortController().signal },
      );
      return entries.ok ? done({ name, entries: entries.value }) : entries;
    },
  };
}
