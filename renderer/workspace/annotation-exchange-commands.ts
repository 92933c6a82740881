import type { Category } from '../../core/dossier/annotation.ts';
import type { ImportedAnnotationsReply } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface AnnotationExchangeCommands {
  /** Writes all annotations of the dossier where the person says, as W3C Web Annotations. */
  write(): Promise<void>;
  /** Takes annotations from a file; those of no category of ours become `unclassified`. */
  read(unclassified: Category): Promise<void>;
}

interface Options {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly refuse: (message: string) => void;
}

const plural = (count: number, one: string) => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

const said = ({ added, replaced }: ImportedAnnotationsReply) =>
  replaced === 0
    ? `${plural(added, 'annotation')} added.`
    : `${plural(added, 'annotation')} added; ${plural(replaced, 'other')} brought up to date.`;

/** Annotations to and from other programs. */
export function createAnnotationExchangeCommands({
  host,
  store,
  refuse,
}: Options): AnnotationExchangeCommands {
  return {
    async write() {
      const reply = await host.exportAnnotations({});
      if (!reply.ok) refuse(reply.error.message);
      else if (reply.value !== null) {
        const { count, fileName } = reply.value;
        store.set({
          notice: { kind: 'done', text: `${plural(count, 'annotation')} written to “${fileName}”.` },
        });
      }
    },
    async read(unclassified) {
      const reply = await host.importAnnotations({ unclassified });
      if (!reply.ok) {
        refuse(reply.error.message);
        return;
      }
      if (reply.value === null) return;
      store.set({ annotations: reply.value.annotations });
      if (reply.value.refused.length > 0) {
        store.set({ annotationReport: reply.value, dialog: 'annotation-report' });
      } else store.set({ notice: { kind: 'done', text: said(reply.value) }, dialog: null });
    },
  };
}
