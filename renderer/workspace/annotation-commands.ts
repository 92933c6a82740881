import type { Annotation, Category } from '../../core/dossier/annotation.ts';
import { asAnnotationId, type AnnotationId, type NewId, type Now } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import { mayPass, type ChangeSaver } from './change-saver.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { Store } from './store.ts';
import type { WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface AnnotationCommandOptions {
  readonly saver: ChangeSaver;
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly newId: NewId;
  readonly now: Now;
  readonly refuse: (message: string) => void;
}

export interface AnnotationCommands {
  /** Marks a passage of a source that was read; `null` when it could not be kept. */
  mark(passage: Passage, category: Category): Promise<Annotation | null>;
  /** Marks it as a question, unless it is marked already, and asks for the words. */
  comment(passage: Passage): Promise<void>;
  change(id: AnnotationId, change: Partial<Pick<Annotation, 'category' | 'comment' | 'tags'>>): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  /**
   * The active annotation marks this passage from now on, and stays what it is: its id, category and comment.
   * `null`: nothing is selected, which is said.
   */
  moveActive(passage: Passage | null): Promise<void>;
}

function samePassage(a: Passage, b: Passage): boolean {
  return (
    a.edition === b.edition &&
    a.anchors.length === b.anchors.length &&
    a.anchors.every((anchor, index) => {
      const other = b.anchors[index];
      return (
        other !== undefined &&
        anchor.paragraph === other.paragraph &&
        anchor.position.start === other.position.start &&
        anchor.position.end === other.position.end
      );
    })
  );
}

/** Marking, changing and removing annotations; each step can be undone. */
export function createAnnotationCommands(options: AnnotationCommandOptions): AnnotationCommands {
  const { saver, store, history, newId, now, refuse } = options;

  // The window shows a change at once. It takes it back when the host refuses it, but not when the disk failed:
  // then the change is kept here, and saved when the disk takes it.
  function show(id: AnnotationId, annotation: Annotation | null): void {
    const others = store.get().annotations.filter((each) => each.id !== id);
    store.set({ annotations: annotation === null ? others : [...others, annotation] });
  }

  async function put(id: AnnotationId, next: Annotation | null): Promise<boolean> {
    if (isReadOnly(store.get())) {
      refuse(readOnlyMessage);
      return false;
    }
    const before = store.get().annotations.find((each) => each.id === id) ?? null;
    show(id, next);
    const reply = await saver.saveNow({ kind: 'annotation', id, annotation: next });
    if (reply.ok || mayPass(reply.error)) return true;
    show(id, before);
    refuse(reply.error.message);
    return false;
  }

  async function apply(id: AnnotationId, next: Annotation | null): Promise<boolean> {
    const before = store.get().annotations.find((each) => each.id === id) ?? null;
    if (!(await put(id, next))) return false;
    history.push({ undo: () => void put(id, before), redo: () => void put(id, next) });
    return true;
  }

  async function mark(passage: Passage, category: Category): Promise<Annotation | null> {
    const source = store.get().editions.get(passage.edition)?.source;
    if (source === undefined) return null;
    const marked = store
      .get()
      .annotations.find((each) => each.category === category && samePassage(each.passage, passage));
    if (marked !== undefined) return marked;
    const moment = now();
    const annotation: Annotation = {
      id: asAnnotationId(newId()),
      source,
      passage,
      category,
      comment: '',
      tags: [],
      createdAt: moment,
      updatedAt: moment,
    };
    if (!(await apply(annotation.id, annotation))) return null;
    store.set({ activeAnnotation: annotation.id });
    return annotation;
  }

  return {
    mark,
    async comment(passage) {
      const already = store.get().annotations.find((each) => samePassage(each.passage, passage));
      const annotation = already ?? (await mark(passage, 'question'));
      if (annotation === null) return;
      store.set({ activeAnnotation: annotation.id, commenting: annotation.id });
    },
    async change(id, change) {
      const before = store.get().annotations.find((each) => each.id === id);
      if (before === undefined) return;
      await apply(id, { ...before, ...change, updatedAt: now() });
    },
    async remove(id) {
      await apply(id, null);
      if (store.get().activeAnnotation === id) store.set({ activeAnnotation: null });
    },
    async moveActive(passage) {
      const { annotations, activeAnnotation, editions } = store.get();
      const annotation = annotations.find((each) => each.id === activeAnnotation);
      if (annotation === undefined) {
        refuse('Choose an annotation first: click on it in the source, or go to its card.');
      } else if (passage === null) {
        refuse('Select the words first that the annotation is to mark.');
      } else if (editions.get(passage.edition)?.source !== annotation.source) {
        refuse('The annotation belongs to another source. Select words of its own source.');
      } else if (
        !samePassage(passage, annotation.passage) &&
        (await apply(annotation.id, { ...annotation, passage, updatedAt: now() }))
      ) {
        const text = 'The annotation marks these words now. Ctrl+Z gives it the former ones back.';
        store.set({ notice: { kind: 'done', text } });
      }
    },
  };
}
