import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type DragEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { Annotation, Category } from '../../core/dossier/annotation.ts';
import type { AnnotationId, EditionId, ParagraphId } from '../../core/dossier/ids.ts';
import { asAnnotationId, asParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { ParagraphPlace } from '../../core/dossier/paragraph-corrections.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { annotationsAt, annotationToOpen } from './annotations-at.ts';
import { CorrectionButton } from './CorrectionButton.tsx';
import { createEditionEditor } from './edition-editor.ts';
import { clearHighlights, paintAnnotations, paintShownPassage } from './highlights.ts';
import { closestBlock, collectBlocks, pointInParagraph, type ParagraphBlocks } from './paragraph-dom.ts';
import { describeAnnotations, marginKey, paintMargin } from './paragraph-margin.ts';
import { selectPassage } from './select-passage.ts';
import { SelectionToolbar } from './SelectionToolbar.tsx';
import { placeOfKeyboard, placeUnder, useParagraphPlace } from './use-paragraph-place.ts';
import { useSourceKeys } from './use-source-keys.ts';
import { useSourceSelection, type SourceSelection } from './use-source-selection.ts';

export interface EditionViewProps {
  readonly edition: Edition;
  readonly name: string;
  /** Scrolls with the text. */
  readonly heading: ReactNode;
  /** Those of this edition. */
  readonly annotations: readonly Annotation[];
  readonly citationCounts: ReadonlyMap<ParagraphId, number>;
  readonly activeAnnotation: AnnotationId | null;
  readonly reveal: {
    readonly paragraph: ParagraphId;
    readonly passage?: Passage;
    readonly focus: boolean;
    readonly select?: boolean;
  } | null;
  readonly onSelect: (passage: Passage | null) => void;
  readonly onMark: (passage: Passage, category: Category) => void;
  readonly onComment: (passage: Passage) => void;
  readonly onCite: (passage: Passage) => void;
  readonly onDragPassage: (passage: Passage, transfer: DataTransfer) => void;
  readonly onOpenAnnotation: (annotation: AnnotationId | null) => void;
  /** Show where the note cites this paragraph: called again, the next place. */
  readonly onShowCitations: (paragraph: ParagraphId) => void;
  readonly onNumberAgain: (paragraph: ParagraphId) => void;
  /** Where the keyboard is in this edition. */
  readonly onPlace: (edition: EditionId, place: ParagraphPlace) => void;
  /** Offer what can be corrected; `at` is a point in CSS pixels of the window, missing for a place of the keyboard. */
  readonly onCorrect: (
    edition: EditionId,
    place: ParagraphPlace,
    at?: { readonly x: number; readonly y: number },
  ) => void;
  readonly onBug: (error: Error) => void;
}

function byParagraph(annotations: readonly Annotation[]): Map<ParagraphId, Annotation[]> {
  const map = new Map<ParagraphId, Annotation[]>();
  for (const annotation of annotations) {
    for (const { paragraph } of annotation.passage.anchors) {
      const list = map.get(paragraph);
      if (list === undefined) map.set(paragraph, [annotation]);
      else list.push(annotation);
    }
  }
  return map;
}

/** Keeps the margins and spoken descriptions of all paragraphs in step with annotations and citations. */
function usePaintedMargins(
  blocks: ParagraphBlocks | null,
  { edition, annotations, citationCounts }: EditionViewProps,
): void {
  // What stands in each margin now: most changes concern one paragraph of thousands.
  const painted = useRef(new Map<ParagraphId, string>());
  useEffect(() => {
    painted.current.clear();
  }, [blocks]);
  useEffect(() => {
    if (blocks === null) return;
    const annotated = byParagraph(annotations);
    for (const paragraph of edition.paragraphs) {
      const own = annotated.get(paragraph.id) ?? [];
      const cited = citationCounts.get(paragraph.id) ?? 0;
      const content = marginKey({ paragraph, cited, annotations: own });
      if (content === (painted.current.get(paragraph.id) ?? '')) continue;
      painted.current.set(paragraph.id, content);
      const block = blocks.get(paragraph.id);
      const margin = block?.lastElementChild;
      if (block === undefined || !(margin instanceof HTMLElement)) continue;
      paintMargin(margin, { paragraph, cited, annotations: own });
      const description = describeAnnotations(own, paragraph.id);
      if (description === '') block.removeAttribute('aria-description');
      else block.setAttribute('aria-description', description);
    }
  }, [blocks, edition, annotations, citationCounts]);
}

/** Paints highlights, and brings what was asked for into view. */
function usePaintedPassages(
  blocks: ParagraphBlocks | null,
  { annotations, activeAnnotation, reveal }: EditionViewProps,
  makeCurrent: (block: HTMLElement) => void,
): void {
  useEffect(() => {
    if (blocks === null) return;
    const active = annotations.find((annotation) => annotation.id === activeAnnotation);
    paintAnnotations(blocks, annotations, active);
  }, [blocks, annotations, activeAnnotation]);
  useEffect(() => {
    if (blocks === null) return;
    paintShownPassage(blocks, reveal?.passage);
    for (const block of blocks.values()) delete block.dataset['shown'];
    const block = reveal === null ? undefined : blocks.get(reveal.paragraph);
    if (block === undefined || reveal === null) return;
    block.dataset['shown'] = '';
    block.scrollIntoView({ block: 'center' });
    makeCurrent(block);
    if (reveal.focus) block.focus({ preventScroll: true });
    if (reveal.select === true && reveal.passage !== undefined) selectPassage(blocks, reveal.passage);
  }, [blocks, reveal, makeCurrent]);
  useEffect(() => clearHighlights, []);
}

/** An edition to be read and marked: text that can be selected by mouse and by keyboard, but not changed. */
export function EditionView(props: EditionViewProps) {
  const { edition, name, annotations, activeAnnotation, onBug } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const [blocks, setBlocks] = useState<ParagraphBlocks | null>(null);
  const current = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const editor = createEditionEditor(edition, onBug);
    editor.setRootElement(element);
    const made = collectBlocks(element);
    const [first] = made.values();
    const kept = current.current?.dataset['paragraph'];
    const next = (kept === undefined ? undefined : made.get(asParagraphId(kept))) ?? first;
    if (next !== undefined) next.tabIndex = 0;
    current.current = next ?? null;
    setBlocks(made);
    return () => {
      editor.setRootElement(null);
      editor.dispose();
    };
  }, [edition, onBug]);

  const makeCurrent = useCallback((block: HTMLElement) => {
    if (current.current !== null) current.current.tabIndex = -1;
    current.current = block;
    block.tabIndex = 0;
  }, []);

  usePaintedMargins(blocks, props);
  usePaintedPassages(blocks, props, makeCurrent);
  const selection = useSourceSelection(root, edition, props.onSelect);
  const onKeyDown = useSourceKeys({ ...props, root, current });
  useParagraphPlace(root, edition, (place) => {
    props.onPlace(edition.id, place);
  });

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest('button') : null;
    if (target !== null) {
      const { showCitations, openAnnotation, numberAgain } = target.dataset;
      if (showCitations !== undefined) props.onShowCitations(asParagraphId(showCitations));
      if (openAnnotation !== undefined) props.onOpenAnnotation(asAnnotationId(openAnnotation));
      if (numberAgain !== undefined) props.onNumberAgain(asParagraphId(numberAgain));
      return;
    }
    if (document.getSelection()?.isCollapsed !== true) return;
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const point = caret === null ? null : pointInParagraph(caret.startContainer, caret.startOffset);
    if (point === null) return;
    const open = annotationToOpen(annotationsAt(annotations, point), activeAnnotation);
    props.onOpenAnnotation(open?.id ?? null);
  };

  /** By the mouse, or by the key that has a menu on it. */
  const onContextMenu = (event: MouseEvent) => {
    const block = event.target instanceof Element ? closestBlock(event.target) : null;
    if (block === null) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    const byMouse = event.button === 2 || event.ctrlKey;
    const place = byMouse || root.current === null ? null : placeOfKeyboard(root.current);
    if (place === null) props.onCorrect(edition.id, placeUnder(block, x, y), { x, y });
    else props.onCorrect(edition.id, place);
  };

  const onDragStart = (event: DragEvent) => {
    if (selection !== null) props.onDragPassage(selection.passage, event.dataTransfer);
  };

  const act = (what: (selected: SourceSelection) => void) => () => {
    if (selection !== null) what(selection);
  };

  return (
    <div className="edition-scroll" ref={scroll}>
      {props.heading}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the paragraphs inside take the focus; keys and clicks are delegated, as Lexical makes the paragraphs */}
      <div
        ref={root}
        className="edition-text"
        role="document"
        aria-label={name}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onDragStart={onDragStart}
        onFocus={(event) => {
          const block = event.target.closest('[data-paragraph]');
          if (block instanceof HTMLElement) makeCurrent(block);
        }}
      />
      <CorrectionButton
        root={root}
        container={scroll}
        onOpen={(block, around) => {
          const { left: x, bottom: y } = around;
          props.onCorrect(edition.id, placeUnder(block, x, y), { x, y });
        }}
      />
      {selection !== null && !selection.dragging && scroll.current !== null && (
        <SelectionToolbar
          around={selection.rectangle}
          container={scroll.current}
          onMark={(category) => {
            act(({ passage }) => {
              props.onMark(passage, category);
            })();
          }}
          onComment={act(({ passage }) => {
            props.onComment(passage);
          })}
          onCite={act(({ passage }) => {
            props.onCite(passage);
          })}
        />
      )}
    </div>
  );
}
