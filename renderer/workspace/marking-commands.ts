import {
  findMarkingFaults,
  overrideFindings,
  type MarkingCheck,
  type MarkingFinding,
} from '../../core/checks/marking-roll-up.ts';
import { schemeFor, standardForms, templateFor } from '../../core/dossier/forms.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import type { NoteEditors } from './note-editors.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface MarkingCommands {
  /** What has to be asked about before the open note leaves. */
  faults(): readonly MarkingFinding[];
  /** Does what the finding offers; can be undone. */
  remedy(finding: MarkingFinding): void;
  /** Puts somebody’s reason for leaving all of it as it is on record; can be undone. */
  override(reason: string): void;
}

interface MarkingOptions {
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly editors: NoteEditors;
  readonly now: () => string;
}

export function createMarkingCommands({ store, history, editors, now }: MarkingOptions): MarkingCommands {
  function checkOf(tree: NoteTree): MarkingCheck {
    const { sources, session } = store.get();
    const forms = session?.forms ?? standardForms;
    const [{ scheme, template }] = tree.children;
    const known = new Map(sources.map(({ source }) => [source.id, source]));
    return {
      scheme: schemeFor(forms, scheme),
      portionMarks: templateFor(forms, template).portionMarks,
      source: (id) => known.get(id),
    };
  }

  const become = (tree: NoteTree) => {
    history.asOne(() => editors.current?.become(tree));
  };

  const faultsOf = (tree: NoteTree | undefined) =>
    tree === undefined ? [] : findMarkingFaults(tree, checkOf(tree));

  return {
    faults: () => faultsOf(editors.current?.flush()),
    remedy({ remedy }) {
      const tree = editors.current?.flush();
      if (tree !== undefined && remedy !== null) become(remedy.apply(tree));
    },
    override(reason) {
      const tree = editors.current?.flush();
      if (tree !== undefined) become(overrideFindings(tree, faultsOf(tree), { reason, at: now() }));
    },
  };
}
