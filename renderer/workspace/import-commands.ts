import type { ImportedAttachment, ImportedDocument } from '../../core/dossier/source.ts';
import type { PickedFile, SourceSummary } from '../../core/host-contract.ts';
import { importLimits } from '../../core/importers/limits.ts';
import type { Pasted } from '../../core/importers/pasted/import-pasted.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { Host } from '../host-client.ts';
import type { ImportReport } from './import-report.ts';
import { importInSandbox } from './import-in-sandbox.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A file to be brought in: one that the host was asked to pick, or one that the window has itself. */
export type IncomingFile =
  | { readonly from: 'host'; readonly file: PickedFile }
  | { readonly from: 'window'; readonly name: string; readonly read: () => Promise<Uint8Array<ArrayBuffer>> };

export interface ImportCommands {
  /** Asks which files, and adds them. */
  pick(): Promise<void>;
  /** Adds files that were dropped on the window. */
  drop(files: readonly File[]): Promise<void>;
  addAttachments(attachments: readonly ImportedAttachment[]): Promise<void>;
  /** Reads what was pasted, for the person to look at. */
  readPasted(pasted: Pasted): Promise<Result<ImportedDocument>>;
  /** Adds what was pasted, under this title. A sentence when it was not done. */
  addPasted(pasted: Pasted, document: ImportedDocument, title: string): Promise<string | null>;
  cancel(): void;
}

interface ImportCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly sources: SourceCommands;
  readonly refuse: (message: string) => void;
}

const nameOf = (incoming: IncomingFile) => (incoming.from === 'host' ? incoming.file.name : incoming.name);

const plural = (count: number, one: string) => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

export function createImportCommands({ host, store, sources, refuse }: ImportCommandOptions): ImportCommands {
  let adding = new AbortController();

  async function bytesOf(incoming: IncomingFile): Promise<Result<Uint8Array>> {
    if (incoming.from === 'host') return host.readPickedFile({ token: incoming.file.token });
    try {
      return done(await incoming.read());
    } catch {
      return refused('unreadable', `“${incoming.name}” could not be read. It may be a folder, or have gone.`);
    }
  }

  /** The host stores the bytes that it has, so those of the window are handed over. */
  async function tokenOf(incoming: IncomingFile, bytes: Uint8Array): Promise<Result<string>> {
    if (incoming.from === 'host') return done(incoming.file.token);
    const held = await host.holdFile({ fileName: incoming.name, bytes });
    return held.ok ? done(held.value.token) : held;
  }

  async function keepSource(
    incoming: IncomingFile,
    bytes: Uint8Array,
    { title, metadata, paragraphs }: ImportedDocument,
  ): Promise<Result<SourceSummary>> {
    const token = await tokenOf(incoming, bytes);
    if (!token.ok) return token;
    const document = { title, metadata: metadata as never, paragraphs: [...paragraphs] as never };
    const added = await host.addSource({ token: token.value, document });
    if (added.ok) store.set({ sources: [...store.get().sources, added.value] });
    return added;
  }

  async function addOne(incoming: IncomingFile, onProgress: (share: number) => void) {
    const name = nameOf(incoming);
    const bytes = await bytesOf(incoming);
    if (!bytes.ok) return bytes;
    const document = await importInSandbox(
      { kind: 'file', bytes: bytes.value, fileName: name },
      { name, signal: adding.signal, onProgress },
    );
    if (!document.ok) return document;
    const added = await keepSource(incoming, bytes.value, document.value);
    return added.ok ? done({ added: added.value, attachments: document.value.attachments ?? [] }) : added;
  }

  function tell({ added, refused: left, attachments }: ImportReport): void {
    const [only] = left;
    if (attachments.length > 0 || left.length + added.length > 1) {
      const report = left.length > 0 || attachments.length > 0 ? { added, refused: left, attachments } : null;
      if (report !== null) store.set({ importReport: report, dialog: 'import-report' });
      else store.set({ notice: { kind: 'done', text: `${plural(added.length, 'source')} added.` } });
    } else if (only !== undefined) refuse(only.text);
  }

  async function addAll(incoming: readonly IncomingFile[]): Promise<void> {
    if (incoming.length === 0) return;
    if (isReadOnly(store.get())) {
      refuse(readOnlyMessage);
      return;
    }
    adding = new AbortController();
    const added: SourceSummary[] = [];
    const left: { name: string; text: string }[] = [];
    const attachments: ImportedAttachment[] = [];
    for (const [index, each] of incoming.entries()) {
      if (adding.signal.aborted) break;
      const name = nameOf(each);
      const at = { name, index: index + 1, total: incoming.length };
      store.set({ importing: { ...at, share: null } });
      const result = await addOne(each, (share) => {
        store.set({ importing: { ...at, share } });
      });
      if (result.ok) {
        added.push(result.value.added);
        attachments.push(...result.value.attachments);
      } else if (result.error.code !== 'cancelled') left.push({ name, text: result.error.message });
    }
    store.set({ importing: null });
    const [first] = added;
    if (first !== undefined) await sources.open(first.source.id);
    tell({ added, refused: left, attachments });
  }

  return {
    async pick() {
      const picked = await host.pickSources({});
      if (!picked.ok) refuse(picked.error.message);
      else await addAll(picked.value.map((file) => ({ from: 'host', file })));
    },
    drop: (files) =>
      addAll(
        files.map((file) => ({
          from: 'window',
          name: file.name,
          read: async () => {
            // More than that is refused before it is read: a film is not to fill the memory.
            if (file.size > importLimits.bytes) return new Uint8Array(importLimits.bytes + 1);
            return new Uint8Array(await file.arrayBuffer());
          },
        })),
      ),
    addAttachments: (attachments) =>
      addAll(
        attachments.map(({ fileName, bytes }) => ({
          from: 'window',
          name: fileName,
          read: () => Promise.resolve(new Uint8Array(bytes)),
        })),
      ),
    readPasted: (pasted) =>
      importInSandbox(
        { kind: 'pasted', pasted },
        { name: 'Pasted text', signal: new AbortController().signal },
      ),
    async addPasted({ html, text }, document, title) {
      if (isReadOnly(store.get())) return readOnlyMessage;
      const rich = html !== undefined && html !== '';
      const name = rich ? 'Pasted text.html' : 'Pasted text.txt';
      const bytes = new TextEncoder().encode(rich ? html : text);
      const incoming = { from: 'window', name, read: () => Promise.resolve(bytes) } as const;
      const added = await keepSource(incoming, bytes, { ...document, title });
      if (!added.ok) return added.error.message;
      await sources.open(added.value.source.id);
      return null;
    },
    cancel() {
      adding.abort();
    },
  };
}
