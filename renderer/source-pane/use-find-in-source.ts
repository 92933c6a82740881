import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Edition } from '../../core/dossier/source.ts';
import {
  createEditionSearch,
  placeBefore,
  placeFrom,
  type FoundPlace,
} from '../../core/search/find-in-edition.ts';
import type { HighlightPainter } from './highlights.ts';
import { pointInParagraph, rangeInParagraph, type ParagraphBlocks } from './paragraph-dom.ts';
import { bringIntoView, topOfView } from './scroll-text.ts';

interface FindOptions {
  readonly edition: Edition;
  readonly blocks: ParagraphBlocks | null;
  readonly painter: HighlightPainter;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly root: RefObject<HTMLElement | null>;
  /** Puts the keyboard into the text, at a paragraph, with something selected there. */
  readonly goTo: (range: Range | null) => void;
}

export interface FindInSource {
  readonly isOpen: boolean;
  readonly phrase: string;
  readonly places: readonly FoundPlace[];
  /** Of the place that is shown; -1 when there is none. */
  readonly at: number;
  /** Counts up when the field is to be gone to. */
  readonly asked: number;
  open(): void;
  /** Goes back to the text, where the place that is shown is selected. */
  close(): void;
  look(phrase: string): void;
  step(step: 1 | -1): void;
  /** From where the selection in the text is. */
  again(step: 1 | -1): void;
}

/** More than these are not painted at once: those around the place that is shown are. */
const mostPainted = 4_000;
const longestSelection = 200; // UTF-16 units of a selection that is taken to be looked for

function selectionIn(root: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  if (root === null || selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return root.contains(range.commonAncestorContainer) ? range : null;
}

/** Finding a phrase in the text that is shown. */
export function useFindInSource(options: FindOptions): FindInSource {
  const { edition, blocks, painter, scroll, root, goTo } = options;
  const search = useMemo(() => createEditionSearch(edition.paragraphs), [edition]);
  const [state, setState] = useState({ isOpen: false, phrase: '', at: -1, asked: 0 });
  const { isOpen, phrase, at } = state;
  const places = useMemo(() => (isOpen ? search(phrase) : []), [search, phrase, isOpen]);
  const origin = useRef({ index: 0, offset: 0 });

  const rangeOf = (place: FoundPlace | undefined) =>
    blocks === null || place === undefined ? null : rangeInParagraph(blocks, place);

  useEffect(() => {
    if (blocks === null) return;
    const first = Math.max(0, at - mostPainted / 2);
    const painted = places.slice(first, first + mostPainted);
    painter.paintFound(
      painted.flatMap((place) => rangeInParagraph(blocks, place) ?? []),
      (places[at] && rangeInParagraph(blocks, places[at])) ?? undefined,
    );
  }, [blocks, painter, places, at]);

  function show(place: FoundPlace | undefined): void {
    const range = rangeOf(place);
    if (range !== null && scroll.current !== null) bringIntoView(scroll.current, range);
  }

  /** Where looking begins: at the selection, or at what is seen. */
  function pointNow(end: boolean) {
    const range = selectionIn(root.current);
    const selected =
      range === null
        ? null
        : pointInParagraph(
            end ? range.endContainer : range.startContainer,
            end ? range.endOffset : range.startOffset,
          );
    const seen =
      scroll.current === null || root.current === null ? null : topOfView(scroll.current, root.current);
    const point = selected ?? seen ?? null;
    const index = point === null ? -1 : edition.paragraphs.findIndex((each) => each.id === point.paragraph);
    return { index: Math.max(0, index), offset: index === -1 ? 0 : (point?.offset ?? 0) };
  }

  function look(wanted: string): void {
    const found = search(wanted);
    const next = found.length === 0 ? -1 : placeFrom(found, origin.current);
    setState((before) => ({ ...before, phrase: wanted, at: next }));
    show(found[next]);
  }

  function open(): void {
    origin.current = pointNow(false);
    const selected = selectionIn(root.current)?.toString() ?? '';
    const wanted = selected !== '' && selected.length <= longestSelection ? selected : phrase;
    setState((before) => ({ ...before, isOpen: true, asked: before.asked + 1 }));
    look(wanted);
  }

  function step(by: 1 | -1): void {
    if (places.length === 0) return;
    const next = (at + by + places.length) % places.length;
    setState((before) => ({ ...before, at: next }));
    show(places[next]);
  }

  return {
    ...state,
    places,
    open,
    look,
    step,
    close() {
      setState((before) => ({ ...before, isOpen: false }));
      goTo(rangeOf(places[at]));
    },
    again(by) {
      if (phrase.trim() === '') {
        open();
        return;
      }
      const field = document.activeElement;
      if (field instanceof HTMLInputElement && isOpen) {
        step(by);
        return;
      }
      const found = search(phrase);
      if (found.length === 0) {
        open();
        return;
      }
      const next = by === 1 ? placeFrom(found, pointNow(true)) : placeBefore(found, pointNow(false));
      setState((before) => ({ ...before, at: next }));
      show(found[next]);
      goTo(rangeOf(found[next]));
    },
  };
}
