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

type AnnotationChange = Partial<Pick<Annotation, 'category' | 'comment' | 'tags'>>;

/** What an annotation becomes; `null`: it is deleted. */
interface Step {
  readonly id: AnnotationId;
  readonly next: Annotation | null;
}

export interface AnnotationCommands {
  /** Marks a passage of a source that was read; `null` when it could not be kept. */
  mark(passage: Passage, category: Category): Promise<Annotation | null>;
  /** Marks it as a question, unless it is marked already, and asks for the words. */
  comment(passage: Passage): Promise<void>;
  /** Marks it as a question, unless it is marked already, and asks for its tags. */
  tag(passage: Passage): Promise<void>;
  change(id: AnnotationId, change: AnnotationChange): Promise<void>;
  /** Changes all of these in one step. */
  changeAll(
    ids: readonly AnnotationId[],
    change: (annotation: Annotation) => AnnotationChange,
  ): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  removeAll(ids: readonly AnnotationId[]): Promise<void>;
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

  const putAll = (steps: readonly Step[]) => Promise.all(steps.map(({ id, next }) => put(id, next)));

  /** All of them are one step, to be taken back together. */
  async function apply(steps: readonly Step[]): Promise<boolean> {
    if (isReadOnly(store.get())) {
      refuse(readOnlyMessage);
      return false;
    }
    const known = new Map(store.get().annotations.map((each) => [each.id, each]));
    let done = steps;
    const undo = () => void putAll(done.map(({ id }): Step => ({ id, next: known.get(id) ?? null })));
    // Before the host has answered: Ctrl+Z right behind it takes back this, and not what was done before it.
    const step = {};
    history.push({ undo, redo: () => void putAll(done) }, step);
    const kept = await putAll(steps);
    done = steps.filter((_, index) => kept[index] === true);
    if (done.length === 0) history.forget(step);
    return done.length > 0;
  }

  async function mark(passage: Passage, category: Category): Promise<Annotation | null> {
    const source = store.get().editions.get(passage.edition)?.source;
    if (source === undefined) return null;
    const marked = store
      .get()
      .annotations.find((each) => each.category === category && samePassage(each.passage, passage));
    if (marked !== undefined) return marked;
    const moment = now();
    const { name } = store.get().preferences;
    const annotation: Annotation = {
      id: asAnnotationId(newId()),
      source,
      passage,
      category,
      comment: '',
      tags: [],
      createdAt: moment,
      updatedAt: moment,
      ...(name === '' ? {} : { creator: name }),
    };
    if (!(await apply([{ id: annotation.id, next: annotation }]))) return null;
    store.set({ activeAnnotation: annotation.id });
    return annotation;
  }

  /** What already marks this passage, or a question about it. */
  async function markedAt(passage: Passage): Promise<AnnotationId | null> {
    const already = store.get().annotations.find((each) => samePassage(each.passage, passage));
    return (already ?? (await mark(passage, 'question')))?.id ?? null;
  }

  async function changeAll(
    ids: readonly AnnotationId[],
    change: (annotation: Annotation) => AnnotationChange,
  ): Promise<void> {
    const wanted = new Set(ids);
    const steps = store.get().annotations.flatMap((before): Step[] => {
      if (!wanted.has(before.id)) return [];
      const next = { ...before, ...change(before) };
      const isSame =
        next.category === before.category && next.comment === before.comment && next.tags === before.tags;
      return isSame ? [] : [{ id: before.id, next: { ...next, updatedAt: now() } }];
    });
    await apply(steps);
  }

  async function removeAll(ids: readonly AnnotationId[]): Promise<void> {
    await apply(ids.map((id) => ({ id, next: null })));
    const { activeAnnotation } = store.get();
    if (activeAnnotation !== null && ids.includes(activeAnnotation)) store.set({ activeAnnotation: null });
  }

  return {
    mark,
    async comment(passage) {
      const id = await markedAt(passage);
      if (id !== null) store.set({ activeAnnotation: id, commenting: id });
    },
    async tag(passage) {
      const id = await markedAt(passage);
      if (id !== null) store.set({ activeAnnotation: id, tagging: id });
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
        (await apply([{ id: annotation.id, next: { ...annotation, passage, updatedAt: now() } }]))
      ) {
        const text = 'The annotation marks these words now. Ctrl+Z gives it the former ones back.';
        store.set({ notice: { kind: 'done', text } });
      }
    },
    change: (id, change) => changeAll([id], () => change),
    changeAll,
    remove: (id) => removeAll([id]),
    removeAll,
  };
}
