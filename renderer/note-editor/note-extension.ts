/** The editor of one note, put together. */
import { ClickAfterLastBlockExtension, NodeSelectionDataSelectedExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { CitationTarget, NoteTree } from '../../core/note-tree/note-tree.ts';
import { createBlockRendering } from './block-rendering.ts';
import { registerCaretBetweenBlocks } from './caret-between-blocks.ts';
import { registerCitationDrop } from './citation-drop.ts';
import { CitationNode } from './citation-node.ts';
import { type CitationWords, CitationWordsExtension } from './citation-words.ts';
import { registerDeleteBesideBlock } from './delete-beside-block.ts';
import { registerDeleteAccentedLetter } from './delete-accented-letter.ts';
import { registerDeleteBesideCitation } from './delete-beside-citation.ts';
import { registerDrawnCaret } from './drawn-caret.ts';
import { registerEditorKeys } from './editor-keys.ts';
import { FootnoteClipboardExtension } from './footnote-clipboard.ts';
import { FootnoteReferenceNode } from './footnote-reference-node.ts';
import { type HistoryStep, registerHistorySteps } from './history-steps.ts';
import { registerNoteShortcuts } from './markdown-shortcuts.ts';
import { $showNote } from './note-adapter.ts';
import { NoteNodesExtension } from './note-nodes-extension.ts';
import { registerOpenCitation } from './open-citation.ts';
import { NoteClipboardExtension, PASTE_NOTICE_COMMAND } from './note-clipboard.ts';
import { registerPlainPaste } from './paste/plain-paste.ts';
import { registerOwnFootnotes } from './own-footnotes.ts';
import { registerOwnSteps } from './own-steps.ts';
import { registerPasteBesideCode } from './paste-beside-code.ts';
import { registerPasteIntoTable } from './paste-into-table.ts';
import { redrawTag } from './portion-mark.ts';
import { PreservedNode } from './preserved-node.ts';
import { registerRemoveSelected } from './remove-selected.ts';

export interface NoteExtensionOptions {
  readonly tree: NoteTree;
  /** What is shown before a block of that level. */
  readonly portionOf: (level: string) => string;
  readonly readOnly: boolean;
  readonly describe: (targets: readonly CitationTarget[]) => CitationWords;
  readonly open: (targets: readonly CitationTarget[], index: number) => void;
  readonly onStep: (step: HistoryStep) => void;
  readonly onChange: () => void;
  /** A sentence for the person: something was not taken as it is. */
  readonly onNotice: (text: string) => void;
  readonly showDropPlace: Parameters<typeof registerCitationDrop>[1]['showPlace'];
}

/** An extension for one note; the editor built of it shows `options.tree` from the start. */
export function createNoteExtension(options: NoteExtensionOptions) {
  return defineExtension({
    name: 'chancery/note',
    namespace: 'chancery-note',
    editable: !options.readOnly,
    onError: (error) => {
      throw error;
    },
    dependencies: [
      NoteNodesExtension,
      HistoryExtension,
      ClickAfterLastBlockExtension,
      NoteClipboardExtension,
      FootnoteClipboardExtension,
      createBlockRendering(options.portionOf),
      configExtension(CitationWordsExtension, { describe: options.describe }),
      configExtension(NodeSelectionDataSelectedExtension, {
        nodes: [CitationNode, FootnoteReferenceNode, PreservedNode],
      }),
    ],
    $initialEditorState: () => {
      $showNote(options.tree);
    },
    register: (editor) =>
      mergeRegister(
        registerOpenCitation(editor, options.open),
        registerDeleteBesideCitation(editor),
        registerRemoveSelected(editor),
        registerDeleteBesideBlock(editor),
        registerCaretBetweenBlocks(editor),
        registerPasteBesideCode(editor),
        registerPasteIntoTable(editor),
        registerDeleteAccentedLetter(editor),
        registerCitationDrop(editor, { showPlace: options.showDropPlace }),
        registerDrawnCaret(editor),
        registerOwnFootnotes(editor),
        registerEditorKeys(editor),
        registerPlainPaste(editor),
        editor.registerCommand(
          PASTE_NOTICE_COMMAND,
          (text) => {
            options.onNotice(text);
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
        registerNoteShortcuts(editor),
        registerHistorySteps(editor, options.onStep),
        registerOwnSteps(editor),
        registerChange(editor, options.onChange),
        refuseBrowserHistory(editor),
      ),
  });
}

function registerChange(editor: LexicalEditor, onChange: () => void): () => void {
  return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, prevEditorState, tags }) => {
    if (
      tags.has(redrawTag) ||
      prevEditorState.isEmpty() ||
      (dirtyElements.size === 0 && dirtyLeaves.size === 0)
    )
      return;
    onChange();
  });
}

/** The browser has an undo of its own, which the application's menu may call: there is only one order of undoing. */
function refuseBrowserHistory(editor: LexicalEditor): () => void {
  const refuse = (event: InputEvent) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('beforeinput', refuse, true);
    root?.addEventListener('beforeinput', refuse, true);
  });
}
