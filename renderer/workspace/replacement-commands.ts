import type { ReviewKind } from '../../core/anchoring/plan-replacement.ts';
import type { EditionId, SourceId } from '../../core/dossier/ids.ts';
import type { HostArguments, Proposal, ReplacedSource, Reply } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import { importInSandbox } from './import-in-sandbox.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { NoteCommands } from './note-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface ReplacementCommands {
  /** Asks for the newer file of the open source, reads it, and shows what it does. */
  begin(): Promise<void>;
  /** The open source cut otherwise, as a new text. */
  beginCorrection(edition: EditionId, change: HostArguments<'correctStructure'>['change']): Promise<void>;
  decide(item: string, take: number | null): void;
  /** The same for all of a kind: the first candidate, or none. */
  decideAll(kind: ReviewKind, take: boolean): void;
  carryOut(): Promise<void>;
}

interface ReplacementCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly notes: NoteCommands;
  readonly refuse: (message: string) => void;
  /** Shows the dossier as it is now. */
  readonly reload: () => Promise<void>;
}

const plural = (count: number, one: string) => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

function said({ annotationsMoved, citationsMoved, staying, source }: ReplacedSource): string {
  const moved = `${plural(annotationsMoved, 'annotation')} and ${plural(citationsMoved, 'citation')} moved to the newer text of ${source.label}.`;
  return staying === 0
    ? moved
    : `${moved} ${plural(staying, 'other')} still point${staying === 1 ? 's' : ''} to the older text, which stays readable.`;
}

export function createReplacementCommands(options: ReplacementCommandOptions): ReplacementCommands {
  const { host, store, notes, refuse, reload } = options;

  async function ready(): Promise<SourceId | null> {
    const { source } = store.get();
    if (isReadOnly(store.get())) refuse(readOnlyMessage);
    else if (source === null) refuse('Open the source that has a newer text first.');
    else if (!(await notes.flush()))
      refuse('The last changes could not be saved yet. Try again when they are.');
    else return source;
    return null;
  }

  function show(source: SourceId, proposal: Reply<Proposal>): void {
    if (!proposal.ok) {
      refuse(proposal.error.message);
      return;
    }
    const { token, plan, edition } = proposal.value;
    store.set({
      replacement: { source, token, plan, edition, decisions: new Map() },
      dialog: 'replace-review',
    });
  }

  async function pickAndRead() {
    const picked = await host.pickReplacement({});
    if (!picked.ok || picked.value === null) return picked.ok ? null : picked;
    const { token, name } = picked.value;
    const bytes = await host.readPickedFile({ token });
    if (!bytes.ok) return bytes;
    const at = { name, index: 1, total: 1 };
    store.set({ importing: { ...at, share: null } });
    const document = await importInSandbox(
      { kind: 'file', bytes: bytes.value, fileName: name },
      {
        name,
        signal: new AbortController().signal,
        onProgress: (share) => {
          store.set({ importing: { ...at, share } });
        },
      },
    );
    store.set({ importing: null });
    return document.ok ? { ok: true as const, value: { token, document: document.value } } : document;
  }

  function decisionsOf(change: (decisions: Map<string, number | null>) => void): void {
    const { replacement } = store.get();
    if (replacement === null) return;
    const decisions = new Map(replacement.decisions);
    change(decisions);
    store.set({ replacement: { ...replacement, decisions } });
  }

  return {
    async begin() {
      const source = await ready();
      if (source === null) return;
      const read = await pickAndRead();
      if (read === null) return;
      if (!read.ok) {
        refuse(read.error.message);
        return;
      }
      const { title, metadata, paragraphs } = read.value.document;
      const document = { title, metadata: metadata as never, paragraphs: [...paragraphs] as never };
      show(source, await host.proposeReplacement({ source, token: read.value.token, document }));
    },
    async beginCorrection(edition, change) {
      const summary = store.get().sources.find((each) => each.source.currentEdition === edition);
      if (summary === undefined) {
        refuse('Only the newest text of a source can be corrected.');
        return;
      }
      if ((await ready()) === null) return;
      const source = summary.source.id;
      show(source, await host.proposeCorrection({ source, changes: [change] }));
    },
    decide(item, take) {
      decisionsOf((decisions) => decisions.set(item, take));
    },
    decideAll(kind, take) {
      decisionsOf((decisions) => {
        for (const item of store.get().replacement?.plan.items ?? []) {
          if (item.kind === kind) decisions.set(item.id, take && item.candidates.length > 0 ? 0 : null);
        }
      });
    },
    async carryOut() {
      const { replacement } = store.get();
      if (replacement === null) return;
      const decisions = [...replacement.decisions].map(([item, take]) => ({ item, take }));
      const reply = await host.replaceSource({ proposal: replacement.token, decisions });
      store.set({ replacement: null, dialog: null });
      if (!reply.ok) {
        refuse(reply.error.message);
        return;
      }
      await reload();
      store.set({ notice: { kind: 'done', text: said(reply.value) } });
    },
  };
}
