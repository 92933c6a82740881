/** Places that were found are painted over the text: no node is split. Several editors share the page's highlights. */
import type { LexicalEditor } from 'lexical';
import type { PatternMatch } from '../../core/search/find-pattern.ts';
import { pointInRun, type TextRun } from './text-runs.ts';

function highlightNamed(name: string, priority: number): Highlight {
  const there = CSS.highlights.get(name);
  if (there !== undefined) return there;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

function textOf(editor: LexicalEditor, key: string): Text | null {
  let node: Node | null = editor.getElementByKey(key);
  while (node !== null && node.nodeType !== Node.TEXT_NODE) node = node.firstChild;
  return node instanceof Text ? node : null;
}

/** Where a match stands on the page; `null` when it is not drawn. It does not follow what is typed later. */
export function rangeOfMatch(
  editor: LexicalEditor,
  runs: readonly TextRun[],
  match: PatternMatch,
): StaticRange | null {
  const run = runs[match.index];
  const from = run && pointInRun(run, match.start, 'start');
  const to = run && pointInRun(run, match.end, 'end');
  const startContainer = from && textOf(editor, from.key);
  const endContainer = to && textOf(editor, to.key);
  if (!startContainer || !endContainer || !from || !to) return null;
  if (from.offset > startContainer.length || to.offset > endContainer.length) return null;
  return new StaticRange({ startContainer, startOffset: from.offset, endContainer, endOffset: to.offset });
}

export interface FoundPainter {
  paint(places: readonly StaticRange[], current: StaticRange | null): void;
}

/** Paints for one editor. */
export function createFoundPainter(): FoundPainter {
  const own = new Map<string, readonly StaticRange[]>();
  const put = (name: string, priority: number, ranges: readonly StaticRange[]) => {
    const before = own.get(name) ?? [];
    if (before.length === 0 && ranges.length === 0) return;
    const highlight = highlightNamed(name, priority);
    for (const range of before) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    own.set(name, ranges);
  };
  return {
    paint(places, current) {
      put('note-found', 4, places);
      put('note-found-current', 5, current === null ? [] : [current]);
    },
  };
}
