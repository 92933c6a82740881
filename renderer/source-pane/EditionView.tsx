import {
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
  type DragEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { Annotation, Category } from '../../core/dossier/annotation.ts';
import {
  asAnnotationId,
  asParagraphId,
  type AnnotationId,
  type EditionId,
  type ParagraphId,
} from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { ParagraphPlace } from '../../core/dossier/paragraph-corrections.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { annotationsAt, annotationsOf, annotationToOpen } from './annotations-at.ts';
import { CorrectionButton } from './CorrectionButton.tsx';
import { FindBar } from './FindBar.tsx';
import { createHighlightPainter } from './highlights.ts';
import { closestBlock, pointInParagraph } from './paragraph-dom.ts';
import { ParagraphMenu } from './ParagraphMenu.tsx';
import type { TopOfView } from './scroll-text.ts';
import { selectPassage } from './select-passage.ts';
import { SelectionToolbar } from './SelectionToolbar.tsx';
import type { EditionViewHandle } from './source-side-handle.ts';
import { useEditionBlocks } from './use-edition-blocks.ts';
import { useFindInSource } from './use-find-in-source.ts';
import { usePaintedMargins, usePaintedPassages, type RevealedPassage } from './use-painted-text.ts';
import { useParagraphHeights } from './use-paragraph-heights.ts';
import { placeOfKeyboard, placeUnder, useParagraphPlace } from './use-paragraph-place.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { passageAt, useSourceKeys } from './use-source-keys.ts';
import { readSelection, useSourceSelection, type SourceSelection } from './use-source-selection.ts';

export interface EditionViewProps {
  readonly edition: Edition;
  readonly name: string;
  /** Of the source. */
  readonly label: string;
  /** Scrolls with the text. */
  readonly heading: ReactNode;
  /** Those of this edition. */
  readonly annotations: readonly Annotation[];
  readonly citationCounts: ReadonlyMap<ParagraphId, number>;
  readonly activeAnnotation: AnnotationId | null;
  readonly reveal: RevealedPassage | null;
  /** Size of the text, in percent of the usual one. */
  readonly textPercent: number;
  readonly commandKey: 'Ctrl' | '⌘';
  readonly placeLeft: () => TopOfView | undefined;
  readonly onPlace: (place: TopOfView | null) => void;
  readonly onSelect: (passage: Passage | null) => void;
  readonly onMark: (passage: Passage, category: Category) => void;
  readonly onComment: (passage: Passage) => void;
  readonly onTag: (passage: Passage) => void;
  readonly onCite: (passage: Passage) => void;
  /** Put the words themselves into the note, with their citation. */
  readonly onQuote: (passage: Passage) => void;
  /** The active annotation is to mark this instead. `null`: nothing is selected. */
  readonly onUseSelection: (passage: Passage | null) => void;
  readonly onCopyLink: (paragraph: ParagraphId) => void;
  readonly onDragPassage: (passage: Passage, transfer: DataTransfer) => void;
  readonly onOpenAnnotation: (annotation: AnnotationId | null) => void;
  /** Show where the notes cite this paragraph. */
  readonly onShowCitations: (paragraph: ParagraphId) => void;
  readonly onNumberAgain: (paragraph: ParagraphId) => void;
  /** Where the keyboard is in this edition. */
  readonly onKeyboardPlace: (edition: EditionId, place: ParagraphPlace) => void;
  /** Offer what can be corrected; `at` is a point in CSS pixels of the window, missing for a place of the keyboard. */
  readonly onCorrect: (
    edition: EditionId,
    place: ParagraphPlace,
    at?: { readonly x: number; readonly y: number },
  ) => void;
  readonly onBug: (error: Error) => void;
  readonly ref?: Ref<EditionViewHandle>;
}

/** The menu of a paragraph, while it is open. */
interface OpenMenu {
  readonly block: HTMLElement;
  readonly around: DOMRect;
  readonly annotations: readonly Annotation[];
  /** Where the menu was asked for. */
  readonly place: ParagraphPlace;
  /** As it was when the menu opened: a menu takes the selection with the keyboard. */
  readonly passage: Passage | null;
  readonly isSelected: boolean;
}

const idOf = (block: HTMLElement) => asParagraphId(block.dataset['paragraph'] ?? '');

function pointUnder({ clientX, clientY }: MouseEvent) {
  const caret = document.caretRangeFromPoint(clientX, clientY);
  return caret === null ? null : pointInParagraph(caret.startContainer, caret.startOffset);
}

/** An edition to be read and marked: text that can be selected by mouse and by keyboard, but not changed. */
export function EditionView(props: EditionViewProps) {
  const { edition, name, annotations, activeAnnotation, onBug } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const [painter] = useState(createHighlightPainter);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const lastClick = useRef('');
  useParagraphHeights(root, props.textPercent);
  const { blocks, current, makeCurrent } = useEditionBlocks(root, edition, onBug);

  const { lead } = useReadingPlace({ ...props, scroll, root, blocks });
  usePaintedMargins(blocks, props);
  usePaintedPassages(blocks, { ...props, painter, scroll, makeCurrent, lead });
  const selection = useSourceSelection(root, edition, props.onSelect);

  const goTo = useCallback(
    (range: Range | null) => {
      const block = range === null ? current.current : closestBlock(range.startContainer);
      if (block === null) return;
      makeCurrent(block);
      block.focus({ preventScroll: true });
      if (range === null) return;
      const { startContainer, startOffset, endContainer, endOffset } = range;
      document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    },
    [current, makeCurrent],
  );
  const find = useFindInSource({ edition, blocks, painter, scroll, root, goTo });

  const openMenu = (
    block: HTMLElement,
    around: DOMRect,
    at: readonly Annotation[],
    place: ParagraphPlace,
  ) => {
    const isSelected = root.current !== null && readSelection(root.current, edition) !== null;
    setMenu({
      block,
      around,
      annotations: at,
      place,
      passage: passageAt(root.current, edition, block),
      isSelected,
    });
  };
  const openMenuOf = (block: HTMLElement) => {
    block.scrollIntoView({ block: 'nearest' });
    const place = (root.current && placeOfKeyboard(root.current)) ?? { paragraph: idOf(block), offset: null };
    openMenu(block, block.getBoundingClientRect(), annotationsOf(annotations, idOf(block)), place);
  };
  const onKeyDown = useSourceKeys({ ...props, root, current, onMenu: openMenuOf });

  useParagraphPlace(root, edition, (place) => {
    props.onKeyboardPlace(edition.id, place);
  });

  useImperativeHandle(props.ref, () => ({
    openFind: find.open,
    findAgain: find.again,
    openParagraphMenu: () => {
      if (current.current !== null) openMenuOf(current.current);
    },
    currentParagraph: () =>
      current.current === null ? null : { edition: edition.id, paragraph: idOf(current.current) },
  }));

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
    const point = pointUnder(event);
    if (point === null) return;
    const covering = annotationsAt(annotations, point);
    const place = covering.map(({ id }) => id).join(' ');
    // The first click at a place opens the inner one, whatever was active before.
    const open = annotationToOpen(covering, lastClick.current === place ? activeAnnotation : null);
    lastClick.current = place;
    props.onOpenAnnotation(open?.id ?? null);
  };

  /** By the mouse the menu of the paragraph; by the key that has a menu on it, what can be corrected. */
  const onContextMenu = (event: MouseEvent) => {
    const block = event.target instanceof Element ? closestBlock(event.target) : null;
    if (block === null) return;
    event.preventDefault();
    const place = event.button === 2 || root.current === null ? null : placeOfKeyboard(root.current);
    if (place !== null) {
      props.onCorrect(edition.id, place);
      return;
    }
    makeCurrent(block);
    const point = pointUnder(event);
    const isOnText = point !== null && point.paragraph === idOf(block);
    const at = isOnText ? annotationsAt(annotations, point) : annotationsOf(annotations, idOf(block));
    const { clientX: x, clientY: y } = event;
    openMenu(block, new DOMRect(x, y, 0, 0), at, placeUnder(block, x, y));
  };

  const onDragStart = (event: DragEvent) => {
    if (selection !== null) props.onDragPassage(selection.passage, event.dataTransfer);
  };

  const act = (what: (selected: SourceSelection) => void) => () => {
    if (selection !== null) what(selection);
  };

  const menuParagraph = menu && edition.paragraphs.find(({ id }) => id === idOf(menu.block));

  return (
    <div className="edition-view">
      {find.isOpen && <FindBar find={find} edition={edition} label={props.label} />}
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
        {selection !== null && !selection.dragging && menu === null && scroll.current !== null && (
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
            onQuote={act(({ passage }) => {
              props.onQuote(passage);
            })}
          />
        )}
      </div>
      {menu !== null && menuParagraph != null && (
        <ParagraphMenu
          paragraph={menuParagraph}
          label={props.label}
          annotations={menu.annotations}
          around={menu.around}
          canUseSelection={menu.isSelected && activeAnnotation !== null}
          commandKey={props.commandKey}
          onClose={() => {
            setMenu(null);
          }}
          back={() => menu.block}
          onOpenAnnotation={(annotation) => {
            props.onOpenAnnotation(annotation.id);
            if (blocks !== null) selectPassage(blocks, annotation.passage);
          }}
          onUseSelection={() => {
            props.onUseSelection(menu.passage);
          }}
          onCite={() => {
            if (menu.passage !== null) props.onCite(menu.passage);
          }}
          onQuote={() => {
            if (menu.passage !== null) props.onQuote(menu.passage);
          }}
          onComment={() => {
            if (menu.passage !== null) props.onComment(menu.passage);
          }}
          onCorrect={() => {
            const { left: x, top: y } = menu.around;
            props.onCorrect(edition.id, menu.place, { x, y });
          }}
          onCopyLink={() => {
            props.onCopyLink(menuParagraph.id);
          }}
        />
      )}
    </div>
  );
}
