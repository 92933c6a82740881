import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { categories, categoryWords, type Annotation, type Category } from '../../core/dossier/annotation.ts';
import type { SourceId } from '../../core/dossier/ids.ts';
import { countBySource, quotationOf } from '../../core/evidence/evidence.ts';
import { tagsInUse, withoutTag, withTag } from '../../core/dossier/tags.ts';
import { TagField, TagList } from '../evidence-board/TagField.tsx';
import { dragCitation } from './citation-drag.ts';
import { targetsOfPassage } from './note-commands.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

interface CardPartProps {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
}

function CommentField({ workspace, annotation }: CardPartProps) {
  const asked = useStore(workspace.store, (state) => state.commenting === annotation.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(annotation.comment);
  const [kept, setKept] = useState(annotation.comment);
  // Undo changes the comment from outside; the field follows.
  if (kept !== annotation.comment) {
    setKept(annotation.comment);
    setText(annotation.comment);
  }
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  const keep = () => {
    if (asked) workspace.store.set({ commenting: null });
    const comment = text.trim();
    if (comment !== annotation.comment) void workspace.annotations.change(annotation.id, { comment });
  };
  return (
    <textarea
      ref={field}
      className="annotation-comment"
      aria-label="Comment"
      placeholder="Comment…"
      rows={asked || text !== '' ? 2 : 1}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') setText(annotation.comment);
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
          event.preventDefault();
          event.currentTarget.closest('li')?.querySelector<HTMLElement>('.annotation-quote')?.focus();
        }
      }}
    />
  );
}

/** The tags of one card: read until they are asked for, then written. */
function CardTags({ workspace, annotation }: CardPartProps) {
  const { store, annotations } = workspace;
  const place = useRef<HTMLDivElement>(null);
  const { id, tags } = annotation;
  // Asked for from the evidence board, which then covers this, the field is to stand there only.
  const asked = useStore(
    store,
    (state) => state.tagging === annotation.id && !state.wantedPanes.has('board'),
  );
  if (asked) {
    return (
      <div ref={place} className="annotation-tags">
        <TagField
          label="Tags"
          tags={tags}
          known={tagsInUse(store.get().annotations)}
          onAdd={(tag) => void annotations.change(id, { tags: withTag(tags, tag) })}
          onRemove={(tag) => void annotations.change(id, { tags: withoutTag(tags, tag) })}
          onDone={(leftBy) => {
            if (leftBy === 'key') {
              place.current?.closest('li')?.querySelector<HTMLElement>('.annotation-quote')?.focus();
            }
            if (store.get().tagging === id) store.set({ tagging: null });
          }}
        />
      </div>
    );
  }
  return (
    <div className="annotation-tags">
      <TagList tags={tags} />
      <button
        type="button"
        className="link-button"
        title="Tag (T)"
        onClick={() => {
          store.set({ tagging: id });
        }}
      >
        {tags.length === 0 ? 'Tag' : 'Tags'}
      </button>
    </div>
  );
}

interface AnnotationCardProps {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  /** Of its first paragraph. */
  readonly number: number | null;
}

/** Offered on the active card while words are selected in a source. */
function UseSelection({ workspace }: { readonly workspace: Workspace }) {
  const isSelected = useStore(workspace.store, (state) => state.selection !== null);
  if (!isSelected) return null;
  return (
    <button
      type="button"
      className="link-button"
      title="The annotation marks the selected words instead (R)"
      aria-keyshortcuts="R"
      // The selection has to outlive the press.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={() => {
        workspace.run('use-selection');
      }}
    >
      Use this selection
    </button>
  );
}

/** Remembered, because one of thousands changes at a time. */
const AnnotationCard = memo(function AnnotationCard({ workspace, annotation, number }: AnnotationCardProps) {
  const active = useStore(workspace.store, (state) => state.activeAnnotation === annotation.id);
  const edition = useStore(workspace.store, (state) => state.editions.get(annotation.passage.edition));
  const card = useRef<HTMLLIElement>(null);
  const words = categoryWords[annotation.category];
  const first = annotation.passage.anchors[0];

  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const show = () => {
    workspace.store.set({ activeAnnotation: annotation.id });
    void workspace.sources.reveal(
      annotation.source,
      annotation.passage.edition,
      first.paragraph,
      annotation.passage,
    );
    workspace.enterPane('source');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step =
      event.key === 'ArrowDown'
        ? 'nextElementSibling'
        : event.key === 'ArrowUp'
          ? 'previousElementSibling'
          : null;
    const category = /^[1-5]$/.test(event.key) ? categories[Number(event.key) - 1] : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== null) {
      card.current?.[step]?.querySelector<HTMLElement>('.annotation-quote')?.focus();
    } else if (event.key === 'Delete') void workspace.annotations.remove(annotation.id);
    else if (event.key.toLowerCase() === 'c') workspace.store.set({ commenting: annotation.id });
    else if (event.key.toLowerCase() === 'r') workspace.run('use-selection');
    else if (event.key.toLowerCase() === 't') workspace.store.set({ tagging: annotation.id });
    else if (category !== undefined) void workspace.annotations.change(annotation.id, { category });
    else return;
    event.preventDefault();
  };

  return (
    <li
      ref={card}
      className="annotation-card"
      data-category={annotation.category}
      data-active={active ? '' : undefined}
    >
      <div className="annotation-head">
        <span className="category-dot" data-category={annotation.category} aria-hidden="true">
          {words.letter}
        </span>
        <select
          aria-label="Category"
          value={annotation.category}
          onChange={(event) => {
            void workspace.annotations.change(annotation.id, { category: event.target.value as Category });
          }}
        >
          {categories.map((category) => (
            <option key={category} value={category}>
              {categoryWords[category].name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="icon-button"
          aria-label="Delete this annotation"
          title="Delete (Del); Ctrl+Z brings it back"
          onClick={() => void workspace.annotations.remove(annotation.id)}
        >
          ×
        </button>
      </div>
      <button
        type="button"
        className="annotation-quote"
        title="Show it in the source (Enter). 1…5 change the category, C comments, T tags, R uses what is selected in the source, Delete deletes."
        aria-label={`${words.name}, ${number === null ? 'not numbered' : `paragraph ${String(number)}`}: ${quotationOf(annotation)}`}
        onClick={show}
        onKeyDown={onKeyDown}
        draggable
        onDragStart={(event) => {
          if (edition !== undefined) {
            dragCitation(
              event.dataTransfer,
              targetsOfPassage(edition, annotation.passage),
              quotationOf(annotation),
            );
          }
        }}
      >
        <q>{quotationOf(annotation)}</q>
      </button>
      <CommentField workspace={workspace} annotation={annotation} />
      <div className="annotation-foot">
        <span>{number === null ? 'Not numbered' : `¶${String(number)}`}</span>
        {active && <UseSelection workspace={workspace} />}
        <CardTags workspace={workspace} annotation={annotation} />
        <button
          type="button"
          className="link-button"
          onClick={() => {
            workspace.notes.cite(annotation.passage);
          }}
        >
          Cite
        </button>
      </div>
    </li>
  );
});

function inReadingOrder(
  annotations: readonly Annotation[],
  order: ReadonlyMap<string, number>,
): Annotation[] {
  const at = (annotation: Annotation) => {
    const [first] = annotation.passage.anchors;
    return (order.get(first.paragraph) ?? 0) * 1e7 + first.position.start;
  };
  return [...annotations].toSorted((a, b) => at(a) - at(b));
}

function annotationsBySource(annotations: readonly Annotation[]): ReadonlyMap<SourceId, Annotation[]> {
  const found = new Map<SourceId, Annotation[]>();
  for (const annotation of annotations) {
    const own = found.get(annotation.source);
    if (own === undefined) found.set(annotation.source, [annotation]);
    else own.push(annotation);
  }
  return found;
}

/** The annotations of the dossier, in the order of the text, a real list under each source. */
export function ReviewPane({ workspace }: { readonly workspace: Workspace }) {
  const annotations = useStore(workspace.store, (state) => state.annotations);
  const sources = useStore(workspace.store, (state) => state.sources);
  const editions = useStore(workspace.store, (state) => state.editions);
  const bySource = useMemo(() => annotationsBySource(annotations), [annotations]);
  const counts = useMemo(() => countBySource(annotations), [annotations]);
  return (
    <div className="review-scroll">
      {annotations.length === 0 && (
        <p className="pane-hint">
          Select a passage in a source and press <kbd>1</kbd>…<kbd>5</kbd> to mark it, or <kbd>C</kbd> to
          comment.
        </p>
      )}
      {sources.map(({ source }) => {
        const own = bySource.get(source.id);
        if (own === undefined) return null;
        const paragraphs = editions.get(source.currentEdition)?.paragraphs ?? [];
        const order = new Map(paragraphs.map((paragraph, index) => [paragraph.id as string, index]));
        // One that stays at an older text has the number that its paragraph has there.
        const numbers = new Map(
          [...new Set(own.map(({ passage }) => passage.edition))].flatMap((edition) =>
            (editions.get(edition)?.paragraphs ?? []).map(({ id, number }) => [id, number] as const),
          ),
        );
        const numberOf = ({ passage }: Annotation) => numbers.get(passage.anchors[0].paragraph) ?? null;
        return (
          <section key={source.id} aria-label={`Annotations of source ${source.label}`}>
            <h3>
              <span className="source-label">{source.label}</span> {source.metadata.publisher ?? source.title}
              <span className="count">{counts.get(source.id) ?? 0}</span>
            </h3>
            <ul className="annotation-list">
              {inReadingOrder(own, order).map((annotation) => (
                <AnnotationCard
                  key={annotation.id}
                  workspace={workspace}
                  annotation={annotation}
                  number={numberOf(annotation)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
