import { HeadlessExtension } from '@lexical/headless';
import { buildEditorFromExtensions } from '@lexical/extension';
import { configExtension, defineExtension, type LexicalEditor } from 'lexical';
import { asSourceId } from '../../../core/dossier/ids.ts';
import type { NoteBlock, NoteHeader, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { $readNote, $showNote } from '../../../renderer/note-editor/note-adapter.ts';
import { CitationWordsExtension } from '../../../renderer/note-editor/citation-words.ts';
import { NoteClipboardExtension } from '../../../renderer/note-editor/note-clipboard.ts';
import { NoteNodesExtension } from '../../../renderer/note-editor/note-nodes-extension.ts';

export const header: NoteHeader = {
  type: 'noteHeader',
  title: 'Viet Nam: bilaterals',
  template: 'briefing-note',
  scheme: 'uk',
  marking: 'official',
  language: 'en-GB',
  fields: [{ key: 'to', value: 'Director' }],
};

const noteOf = (...blocks: NoteBlock[]): NoteTree => ({ type: 'root', children: [header, ...blocks] });

/** An editor with the note's nodes and rules, and no window. Its dossier has every source but Z. */
export function createNoteEditor(): LexicalEditor {
  return buildEditorFromExtensions(
    defineExtension({
      name: 'test/note',
      dependencies: [
        HeadlessExtension,
        NoteNodesExtension,
        NoteClipboardExtension,
        configExtension(CitationWordsExtension, {
          describe: ([target]) => {
            if (target?.source === asSourceId('source-Z')) {
              return { display: 'Not found', found: false, foreign: true };
            }
            return {
              display: target?.paragraph.replace(/^edition-(.*)\.(\d+)$/, '$1 ¶$2') ?? '',
              found: true,
            };
          },
        }),
      ],
      onError: (error) => {
        throw error;
      },
    }),
  );
}

export function showBlocks(editor: LexicalEditor, blocks: NoteBlock[]): void {
  editor.update(() => $showNote(noteOf(...blocks)), { discrete: true });
}

export function readBlocks(editor: LexicalEditor): NoteBlock[] {
  const [, ...blocks] = editor.read('latest', () => $readNote(header)).children;
  return blocks as NoteBlock[];
}

/** Into the editor, through all of its rules, and out again. */
export function roundTrip(editor: LexicalEditor, blocks: NoteBlock[]): NoteBlock[] {
  showBlocks(editor, blocks);
  return readBlocks(editor);
}
