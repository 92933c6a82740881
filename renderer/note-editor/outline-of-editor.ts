import { $isHeadingNode } from '@lexical/rich-text';
import { $getNodeByKey, type LexicalEditor } from 'lexical';
import { $moveSection, $moveSectionBy, $shiftSection } from './move-section.ts';
import { followOutline, type NoteOutline } from './note-outline.ts';

/** What a list of headings beside the note can do with it. Headings are named by their keys in `NoteOutline`. */
export interface OutlineOfEditor {
  /** Reports at once, and after each pause in which the outline became another. Returns the end of it. */
  follow(report: (outline: NoteOutline) => void): () => void;
  /** Puts the caret at the end of the heading, and the heading into view. */
  goTo(key: string): void;
  /** Before another heading, or with `null` to the end of the text. One step; `false` where nothing changes. */
  move(key: string, before: string | null): boolean;
  /** Past the section above (`-1`) or below (`1`). */
  moveBy(key: string, step: -1 | 1): boolean;
  /** One level higher (`-1`) or lower (`1`), with the headings in its section. */
  shift(key: string, step: -1 | 1): boolean;
}

export function createOutlineOfEditor(editor: LexicalEditor): OutlineOfEditor {
  /** One step of its own; an editor that is only read is left alone. */
  const change = ($act: () => boolean): boolean => {
    if (!editor.isEditable()) return false;
    let changed = false;
    editor.update(
      () => {
        changed = $act();
      },
      { discrete: true, tag: ['history-push', 'skip-dom-selection', 'skip-scroll-into-view'] },
    );
    return changed;
  };
  return {
    follow: (report) => followOutline(editor, report),
    goTo(key) {
      editor.update(
        () => {
          const heading = $getNodeByKey(key);
          if ($isHeadingNode(heading)) heading.selectEnd();
        },
        { discrete: true },
      );
      editor.getElementByKey(key)?.scrollIntoView({ block: 'start' });
      editor.focus();
    },
    move: (key, before) => change(() => $moveSection(key, before)),
    moveBy: (key, step) => change(() => $moveSectionBy(key, step)),
    shift: (key, step) => change(() => $shiftSection(key, step)),
  };
}
