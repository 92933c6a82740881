import type { Annotation } from '../../core/dossier/annotation.ts';
import type { HostArguments, Reply } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import type { Change } from './change-saver.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** The same annotation; the contract's parser gives its types without `readonly`. */
const toArgument = (annotation: Annotation): HostArguments<'saveAnnotation'>['annotation'] => ({
  ...annotation,
  passage: annotation.passage as never,
  tags: [...annotation.tags],
});

/** What the contract's methods take for changes that are not on disk. */
export function toUnsaved(changes: readonly Change[]): HostArguments<'continueInCopy'> {
  return {
    notes: changes.flatMap((change) =>
      change.kind === 'note' ? [{ note: change.note, tree: change.tree }] : [],
    ),
    annotations: changes.flatMap((change) =>
      change.kind === 'annotation'
        ? [{ id: change.id, annotation: change.annotation && toArgument(change.annotation) }]
        : [],
    ),
  };
}

/** Hands one change to the host. The list of notes follows what was saved. */
export async function saveChange(
  host: Host,
  store: Store<WorkspaceState>,
  change: Change,
): Promise<Reply<unknown>> {
  if (change.kind === 'annotation') {
    const { id, annotation } = change;
    if (annotation !== null) return host.saveAnnotation({ annotation: toArgument(annotation) });
    const reply = await host.deleteAnnotation({ annotation: id });
    // It was made while the disk failed, and never came to be there.
    return !reply.ok && reply.error.code === 'annotation-not-found' ? { ok: true, value: null } : reply;
  }
  const reply = await host.saveNote({ note: change.note, tree: change.tree });
  if (reply.ok) {
    store.set({ notes: store.get().notes.map((each) => (each.id === reply.value.id ? reply.value : each)) });
  }
  return reply;
}
