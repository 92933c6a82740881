/** The headings of the note, for a list beside it. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { citationPlaceholder } from './citation-node.ts';
import { $headingsOfNote, levelOfHeading } from './move-section.ts';

interface OutlineHeading {
  /** Of the editor; stays while the heading is moved or changed. */
  readonly key: string;
  /** 1 for the highest. */
  readonly level: number;
  /** Empty while nothing is written in it. */
  readonly text: string;
}

export interface NoteOutline {
  readonly headings: readonly OutlineHeading[];
  /** The section in which the caret is; `null` above the first heading, or without a caret. */
  readonly current: string | null;
}

export const emptyOutline: NoteOutline = { headings: [], current: null };

/** Milliseconds without a change after which the list follows. */
const pause = 250;

function $readOutline(): NoteOutline {
  const nodes = $headingsOfNote();
  const headings = nodes.map((node) => ({
    key: node.getKey(),
    level: levelOfHeading(node),
    text: node.getTextContent().replaceAll(citationPlaceholder, '').replace(/\s+/g, ' ').trim(),
  }));
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
  const at = block?.getIndexWithinParent() ?? -1;
  const current = nodes.findLast((node) => node.getIndexWithinParent() <= at)?.getKey() ?? null;
  return { headings, current };
}

function isSame(one: NoteOutline, other: NoteOutline): boolean {
  return one.current === other.current && JSON.stringify(one.headings) === JSON.stringify(other.headings);
}

/** Calls `report` at once and whenever the outline is another one, after a pause in the typing. Returns the end of it. */
export function followOutline(editor: LexicalEditor, report: (outline: NoteOutline) => void): () => void {
  let known = emptyOutline;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    const outline = editor.read('latest', $readOutline);
    if (isSame(known, outline)) return;
    known = outline;
    report(outline);
  };
  read();
  const stop = editor.registerUpdateListener(() => {
    clearTimeout(timer);
    timer = setTimeout(read, pause);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
