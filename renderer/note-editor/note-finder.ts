/** Finding and replacing in the text of one note: what the bar shows, and what its fields and keys do. */
import { $getSelection, type LexicalEditor } from 'lexical';
import type { Result } from '../../core/result.ts';
import { placeBefore, placeFrom } from '../../core/search/find-in-edition.ts';
import {
  findPattern,
  type Pattern,
  type PatternMatch,
  replacementFor,
} from '../../core/search/find-pattern.ts';
import { createExpressionFinder } from './find-expression.ts';
import { createFoundPainter, rangeOfMatch } from './found-highlights.ts';
import { $replaceInRuns } from './replace-in-runs.ts';
import { scrollToRange } from './scroll-to-range.ts';
import { $pointOfSelection, type PointInRuns, $selectMatch } from './runs-and-selection.ts';
import { $textRuns, type TextRun } from './text-runs.ts';

export interface FinderState {
  readonly isOpen: boolean;
  readonly withReplace: boolean;
  readonly pattern: Pattern;
  readonly replacement: string;
  readonly places: readonly PatternMatch[];
  /** Of the place that is shown; -1 when there is none. */
  readonly at: number;
  /** Why nothing can be looked for. */
  readonly fault: string | null;
  /** What was last replaced, until something else is done here: undoing is the window’s as long. */
  readonly replaced: number | null;
  /** Counts up when the field is to be gone to. */
  readonly asked: number;
}

export interface NoteFinder {
  read(): FinderState;
  /** Tells of every change of the state; the function that comes back stops it. */
  subscribe(listener: () => void): () => void;
  open(withReplace: boolean): void;
  /** Goes back to the text, where the place that is shown is selected. */
  close(): void;
  look(change: Partial<Pattern>): void;
  setReplacement(words: string): void;
  step(by: 1 | -1): void;
  /** From where the caret is; asks for words when there are none. */
  again(by: 1 | -1): void;
  replaceOne(): void;
  replaceAll(): void;
  /** Follows the text from now on, until the function that comes back is called. */
  listen(): () => void;
}

/** More than these are not painted at once: those around the place that is shown are. */
const mostPainted = 2_000;
const longestSelection = 200; // UTF-16 units of a selection that is taken to be looked for
const pause = 250; // milliseconds after the text changed, before it is looked through again

const nothing: FinderState = {
  isOpen: false,
  withReplace: false,
  pattern: { phrase: '', matchCase: false, wholeWords: false, isExpression: false },
  replacement: '',
  places: [],
  at: -1,
  fault: null,
  replaced: null,
  asked: 0,
};

const sameWords = (before: readonly TextRun[], now: readonly TextRun[]) =>
  before.length === now.length && before.every(({ text }, index) => text === now[index]?.text);

/** Long, as it is everything that the bar can do, over one state. */
export function createNoteFinder(editor: LexicalEditor): NoteFinder {
  const listeners = new Set<() => void>();
  const expressions = createExpressionFinder();
  const painter = createFoundPainter();
  let state = nothing;
  let runs: readonly TextRun[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = 0;

  const rangeOf = (match: PatternMatch | undefined) =>
    match === undefined ? null : rangeOfMatch(editor, runs, match);

  function set(change: Partial<FinderState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function paint(): void {
    const first = Math.max(0, state.at - mostPainted / 2);
    const painted = state.isOpen ? state.places.slice(first, first + mostPainted) : [];
    painter.paint(
      painted.flatMap((place) => rangeOf(place) ?? []),
      state.isOpen ? rangeOf(state.places[state.at]) : null,
    );
  }

  function show(at: number): void {
    set({ at });
    paint();
    const range = rangeOf(state.places[at]);
    if (range !== null) scrollToRange(editor, range);
  }

  /** Looks the text through as it is now, then goes on. */
  function refresh(then: () => void): void {
    clearTimeout(timer);
    asking += 1;
    const asked = asking;
    runs = editor.read('latest', $textRuns);
    const texts = runs.map(({ text }) => text);
    const take = (found: Result<readonly PatternMatch[]> | null) => {
      if (found === null || asked !== asking) return;
      set(found.ok ? { places: found.value, fault: null } : { places: [], fault: found.error.message });
      then();
    };
    if (state.pattern.isExpression && state.pattern.phrase !== '') {
      void expressions.find(texts, state.pattern).then(take);
    } else {
      take(findPattern(texts, state.pattern));
    }
  }

  const origin = (end: boolean) => editor.read('latest', () => $pointOfSelection(runs, end));

  function lookFrom(from: () => PointInRuns): void {
    refresh(() => {
      show(state.places.length === 0 ? -1 : placeFrom(state.places, from()));
    });
  }

  function selectShown(): void {
    const place = state.places[state.at];
    if (place === undefined) return;
    editor.update(
      () => {
        $selectMatch(runs, place);
      },
      { discrete: true, tag: 'history-merge' },
    );
  }

  /** Replaces these if the text is still the one that was looked through. */
  function replace(matches: readonly PatternMatch[]): boolean {
    if (matches.length === 0 || !editor.isEditable()) return false;
    const now = editor.read('latest', $textRuns);
    if (!sameWords(runs, now)) {
      lookFrom(() => origin(false));
      return false;
    }
    editor.update(
      () => {
        $replaceInRuns(now, matches, state.replacement);
      },
      { discrete: true, tag: 'history-push' },
    );
    return true;
  }

  const textChanged = ({
    dirtyElements,
    dirtyLeaves,
  }: {
    readonly dirtyElements: ReadonlyMap<string, boolean>;
    readonly dirtyLeaves: ReadonlySet<string>;
  }) => {
    if (!state.isOpen || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh(() => {
        set({ at: Math.min(Math.max(state.at, 0), state.places.length - 1) });
        paint();
      });
    }, pause);
  };

  const finder: NoteFinder = {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    open(withReplace) {
      const selected = editor.read('latest', () => $getSelection()?.getTextContent() ?? '');
      const isWords = selected !== '' && selected.length <= longestSelection && !/[\n\uFFFC]/u.test(selected);
      const wasOpen = state.isOpen;
      const pattern = { ...state.pattern };
      if (isWords && !wasOpen) Object.assign(pattern, { phrase: selected, isExpression: false });
      set({
        isOpen: true,
        withReplace: withReplace || (wasOpen && state.withReplace),
        pattern,
        replaced: null,
        asked: state.asked + 1,
      });
      lookFrom(() => origin(false));
    },
    close() {
      clearTimeout(timer);
      expressions.end();
      set({ isOpen: false, replaced: null });
      paint();
      editor.getRootElement()?.focus({ preventScroll: true });
      selectShown();
    },
    look(change) {
      set({ pattern: { ...state.pattern, ...change }, replaced: null });
      lookFrom(() => origin(false));
    },
    setReplacement(replacement) {
      set({ replacement, replaced: null });
    },
    step(by) {
      set({ replaced: null });
      const { places, at } = state;
      if (places.length > 0) show((at + by + places.length) % places.length);
    },
    again(by) {
      if (state.pattern.phrase === '') finder.open(false);
      else if (state.isOpen && editor.getRootElement()?.contains(document.activeElement) !== true)
        finder.step(by);
      else
        refresh(() => {
          if (state.places.length === 0) {
            finder.open(false);
            return;
          }
          const next =
            by === 1 ? placeFrom(state.places, origin(true)) : placeBefore(state.places, origin(false));
          show(next);
          selectShown();
        });
    },
    replaceOne() {
      const place = state.places[state.at];
      if (place === undefined || !replace([place])) return;
      const offset = place.start + replacementFor(state.replacement, place).length;
      set({ replaced: 1 });
      lookFrom(() => ({ index: place.index, offset }));
    },
    replaceAll() {
      const { places } = state;
      if (!replace(places)) return;
      set({ replaced: places.length });
      lookFrom(() => origin(false));
    },
    listen() {
      const stop = editor.registerUpdateListener(textChanged);
      return () => {
        stop();
        clearTimeout(timer);
        expressions.end();
        painter.paint([], null);
      };
    },
  };
  return finder;
}
