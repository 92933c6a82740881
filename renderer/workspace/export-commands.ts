import type { ExportFormat } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import type { NoteCommands } from './note-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface ExportCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly notes: NoteCommands;
}

export type MarkdownFlavour = 'chancery' | 'pandoc';

export interface ExportCommands {
  run(format: ExportFormat, markdown: MarkdownFlavour): Promise<void>;
  cancel(): void;
  open(): Promise<void>;
  showInFolder(): Promise<void>;
}

export function createExportCommands({ host, store, notes }: ExportCommandOptions): ExportCommands {
  const refuse = (text: string) => {
    store.set({ exporting: { stage: 'refused', text } });
  };

  host.on('exportProgress', ({ stage }) => {
    const { exporting } = store.get();
    // A late word about an export that has ended changes nothing.
    if (!['written', 'refused', 'marking', 'idle'].includes(exporting.stage)) {
      store.set({ exporting: { stage } });
    }
  });

  async function withFile(
    act: (token: string) => Promise<{ ok: true } | { ok: false; error: { message: string } }>,
  ) {
    const { exporting } = store.get();
    if (exporting.stage !== 'written') return;
    const reply = await act(exporting.file.token);
    if (!reply.ok) refuse(reply.error.message);
  }

  return {
    async run(format, markdown) {
      store.set({ exporting: { stage: 'asking' } });
      // What is written is what stands in the note now, not what was saved last.
      if (!(await notes.flush())) {
        refuse('The latest changes could not be saved, so nothing was exported. See the status bar.');
        return;
      }
      const { note } = store.get();
      if (note === null) return;
      const reply = await host.exportNote({ note: note.id, format, markdown });
      if (!reply.ok) {
        if (reply.error.code === 'cancelled') store.set({ exporting: { stage: 'idle' } });
        else if (reply.error.code === 'marking-too-low') store.set({ exporting: { stage: 'marking' } });
        else refuse(reply.error.message);
      } else {
        store.set({
          exporting: reply.value === null ? { stage: 'idle' } : { stage: 'written', file: reply.value },
        });
      }
    },
    cancel() {
      void host.cancelExport({});
    },
    open: () => withFile((token) => host.openExported({ token })),
    showInFolder: () => withFile((token) => host.showExported({ token })),
  };
}
