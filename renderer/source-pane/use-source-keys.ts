import type { KeyboardEvent, RefObject } from 'react';
import { describePassage } from '../../core/anchoring/describe-passage.ts';
import type { Category } from '../../core/dossier/annotation.ts';
import { asParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { closestBlock } from './paragraph-dom.ts';
import { sourceKey, type SourceKey } from './selection-keys.ts';
import { readSelection } from './use-source-selection.ts';

interface SourceKeyOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly edition: Edition;
  /** The paragraph that the keyboard is at. */
  readonly current: RefObject<HTMLElement | null>;
  readonly onMark: (passage: Passage, category: Category) => void;
  readonly onComment: (passage: Passage) => void;
  readonly onTag: (passage: Passage) => void;
  readonly onCite: (passage: Passage) => void;
  readonly onQuote: (passage: Passage) => void;
  /** `null`: nothing is selected. */
  readonly onUseSelection: (passage: Passage | null) => void;
  readonly onMenu: (block: HTMLElement) => void;
}

function stepParagraph(from: HTMLElement, step: 1 | -1 | 'first' | 'last'): void {
  const parent = from.parentElement;
  const next =
    step === 'first'
      ? parent?.firstElementChild
      : step === 'last'
        ? parent?.lastElementChild
        : step === 1
          ? from.nextElementSibling
          : from.previousElementSibling;
  if (!(next instanceof HTMLElement)) return;
  document.getSelection()?.removeAllRanges();
  next.focus();
}

/** Begins a selection at the start of the paragraph when none stands in the source yet. */
function ensureCaret(root: HTMLElement, block: HTMLElement, selection: Selection): void {
  if (selection.focusNode !== null && root.contains(selection.focusNode)) return;
  const text = block.querySelector('.paragraph-text');
  if (text !== null) selection.collapse(text, 0);
}

/** The next word behind (or before) the selection, alone. */
function selectWord(selection: Selection, direction: 'forward' | 'backward'): void {
  if (direction === 'forward') selection.collapseToEnd();
  else selection.collapseToStart();
  selection.modify('extend', direction, 'word');
}

function followFocus(selection: Selection): void {
  const block = closestBlock(selection.focusNode);
  if (block === null) return;
  block.focus({ preventScroll: true });
  const end = document.createRange();
  if (selection.focusNode !== null) end.setStart(selection.focusNode, selection.focusOffset);
  const { bottom, top } = end.getBoundingClientRect();
  if (bottom > window.innerHeight - 80 || top < 80) block.scrollIntoView({ block: 'nearest' });
}

/** What is selected, or the whole paragraph where nothing is. */
export function passageAt(
  root: HTMLElement | null,
  edition: Edition,
  block: HTMLElement | null,
): Passage | null {
  const selected = root === null ? null : readSelection(root, edition);
  if (selected !== null) return selected.passage;
  const id = block?.dataset['paragraph'];
  const paragraph = edition.paragraphs.find((each) => each.id === asParagraphId(id ?? ''));
  if (paragraph === undefined) return null;
  const whole = { paragraph: paragraph.id, start: 0, end: paragraph.text.length };
  const passage = describePassage(edition, [whole]);
  return passage.ok ? passage.value : null;
}

/** The keys of a source. Every one of them stands in the menu or in the list of keys. */
export function useSourceKeys(options: SourceKeyOptions): (event: KeyboardEvent) => void {
  const { root, edition, current } = options;

  function obey(key: SourceKey, selection: Selection, block: HTMLElement, element: HTMLElement): void {
    switch (key.do) {
      case 'paragraph':
        stepParagraph(block, key.step);
        break;
      case 'word':
        ensureCaret(element, block, selection);
        selectWord(selection, key.direction);
        followFocus(selection);
        break;
      case 'extend':
        ensureCaret(element, block, selection);
        selection.modify('extend', key.direction, key.by);
        followFocus(selection);
        break;
      case 'select-paragraph': {
        const text = block.querySelector('.paragraph-text');
        if (text !== null) selection.selectAllChildren(text);
        break;
      }
      case 'clear':
        selection.removeAllRanges();
        break;
      case 'use-selection':
        options.onUseSelection(readSelection(element, edition)?.passage ?? null);
        break;
      case 'menu':
        options.onMenu(block);
        break;
      default: {
        const passage = passageAt(element, edition, block);
        if (passage === null) return;
        if (key.do === 'mark') options.onMark(passage, key.category);
        else if (key.do === 'comment') options.onComment(passage);
        else if (key.do === 'tag') options.onTag(passage);
        else if (key.do === 'quote') options.onQuote(passage);
        else options.onCite(passage);
      }
    }
  }

  return (event) => {
    const key = sourceKey(event);
    const selection = document.getSelection();
    const block = current.current;
    // A button in the margin answers Enter and the space bar itself.
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (key === null || selection === null || block === null || root.current === null || onButton) return;
    event.preventDefault();
    obey(key, selection, block, root.current);
  };
}
