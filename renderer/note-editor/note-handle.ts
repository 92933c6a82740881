import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $citationAtCaret } from './citation-at-caret.ts';
import { citationPlaceholder } from './citation-node.ts';
import { $insertCitation } from './insert-citation.ts';
import { $insertQuotation } from './insert-quotation.ts';
import { moveBlock } from './move-block.ts';
import type { NoteFinder } from './note-finder.ts';
import type { NoteEditorHandle } from './note-editor-handle.ts';
import { createOutlineOfEditor } from './outline-of-editor.ts';
import { parseCitationTargets } from './parse-citation-targets.ts';
import { revealCitation } from './reveal-citation.ts';
import { runEditorAction } from './run-editor-action.ts';

/** In a note that was never written in, the caret goes where writing begins: the first paragraph that is empty. */
function $startWriting(): void {
  if ($getSelection() !== null) return;
  const empty = $getRoot()
    .getChildren()
    .find((block) => $isParagraphNode(block) && block.isEmpty());
  if ($isParagraphNode(empty)) empty.select();
}

interface NoteHandleParts extends Pick<NoteEditorHandle, 'flush' | 'become' | 'changeLanguage'> {
  /** Opens what changes this chip. */
  readonly changeCitation: (citation: NodeKey) => void;
  readonly finder: NoteFinder;
}

/** What the workspace can do with the editor of a note. */
export function createNoteHandle(
  editor: LexicalEditor,
  { flush, become, finder, changeLanguage, changeCitation }: NoteHandleParts,
): NoteEditorHandle {
  return {
    flush,
    become,
    changeLanguage(language) {
      if (editor.isEditable()) changeLanguage(language);
    },
    focus() {
      editor.update($startWriting, { discrete: true });
      editor.focus();
    },
    hasCaret: () => editor.read('latest', () => $getSelection() !== null),
    insertCitation(targets) {
      const parsed = parseCitationTargets(targets);
      if (parsed === null || !editor.isEditable()) return false;
      let inserted = false;
      editor.update(
        () => {
          inserted = $insertCitation(parsed);
        },
        { discrete: true, tag: 'history-push' },
      );
      if (inserted) editor.getRootElement()?.focus({ preventScroll: true });
      return inserted;
    },
    insertQuotations(quoted) {
      const parsed = quoted.flatMap(({ quotation, targets }) => {
        const whole = parseCitationTargets(targets);
        return whole === null ? [] : [{ quotation, targets: whole }];
      });
      if (parsed.length < quoted.length || !editor.isEditable()) return false;
      let inserted = false;
      editor.update(
        () => {
          inserted = parsed.every(({ quotation, targets }) => $insertQuotation(quotation, targets));
        },
        { discrete: true, tag: 'history-push' },
      );
      if (inserted) editor.getRootElement()?.focus({ preventScroll: true });
      return inserted;
    },
    changeCitation() {
      const node = editor.read('latest', $citationAtCaret);
      if (node === null || !editor.isEditable()) return false;
      changeCitation(node.getKey());
      return true;
    },
    format(action) {
      if (editor.isEditable()) runEditorAction(editor, action);
    },
    selectedText: () =>
      editor.read('latest', () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || selection.isCollapsed()) return '';
        return selection.getTextContent().replaceAll(citationPlaceholder, '');
      }),
    moveBlock(by) {
      moveBlock(editor, by);
    },
    find(withReplace) {
      finder.open(withReplace);
    },
    findAgain(by) {
      finder.again(by);
    },
    revealCitationsOf(paragraph, nth) {
      revealCitation(editor, paragraph, nth);
    },
    outline: createOutlineOfEditor(editor),
  };
}
