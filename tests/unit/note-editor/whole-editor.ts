/** The editor of a note as the window has it, in a page that is not drawn: for tests with the environment `happy-dom`. */
import { buildEditorFromExtensions } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { configExtension, defineExtension, type LexicalEditor } from 'lexical';
import { schemeFor, standardForms } from '../../../core/dossier/forms.ts';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import type { HistoryStep } from '../../../renderer/note-editor/history-steps.ts';
import { createNoteExtension } from '../../../renderer/note-editor/note-extension.ts';
import { registerPortionMark } from '../../../renderer/note-editor/portion-mark.ts';
import { header } from './round-trip.ts';

export interface WholeEditor {
  readonly editor: LexicalEditor;
  /** What was reported as done, the last one last. */
  readonly steps: HistoryStep[];
  stop(): void;
}

/** Time stands still for its history: typing that goes on is one step. */
export function createWholeEditor(blocks: NoteBlock[], onStep?: (step: HistoryStep) => void): WholeEditor {
  const steps: HistoryStep[] = [];
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'test/whole-note',
      dependencies: [
        createNoteExtension({
          tree: { type: 'root', children: [header, ...blocks] },
          readOnly: false,
          portionOf: (level) => level,
          describe: ([target]) => ({ display: target?.paragraph ?? '', found: true }),
          open: () => undefined,
          onStep: (step) => {
            steps.push(step);
            onStep?.(step);
          },
          onChange: () => undefined,
          onNotice: () => undefined,
          showDropPlace: () => undefined,
        }),
        configExtension(HistoryExtension, { disabled: false, now: () => 0 }),
      ],
    }),
  );
  const stopMarks = registerPortionMark(editor, schemeFor(standardForms, header.scheme));
  const root = document.createElement('div');
  root.contentEditable = 'true';
  document.body.append(root);
  editor.setRootElement(root);
  return {
    editor,
    steps,
    stop() {
      stopMarks();
      editor.setRootElement(null);
      root.remove();
      editor.dispose();
    },
  };
}
