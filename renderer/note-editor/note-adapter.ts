/**
 * The one place where the note's tree and the editor's state meet. Going there and back gives the normal form of the
 * tree: text as `inline-runs.ts` says; no empty paragraphs, tables without rows or citations without targets; tables
 * with rows of equal length; every optional field of a list, item, code block, link and table set.
 */
import type { LexicalEditor } from 'lexical';
import { $getRoot } from 'lexical';
import type { NoteBlock, NoteHeader, NoteTree } from '../../core/note-tree/note-tree.ts';
import { $noteBlockOf } from './blocks-from-editor.ts';
import { $editorBlocksFrom } from './blocks-to-editor.ts';

/** Fills the editor with the blocks of the note, below its header. Call inside an update. */
export function $showNote(tree: NoteTree): void {
  const [, ...blocks] = tree.children;
  $getRoot()
    .clear()
    .append(...$editorBlocksFrom(blocks as NoteBlock[]));
}

/** Reads the whole note out of the editor; `header` becomes its first node. Call inside a read or an update. */
export function $readNote(header: NoteHeader): NoteTree {
  const blocks = $getRoot()
    .getChildren()
    .flatMap((node) => $noteBlockOf(node));
  return { type: 'root', children: [header, ...blocks] };
}

/**
 * Reads the note again and again, converting only the top-level blocks that changed in between. Blocks that did not
 * change are the same objects as before.
 */
export function createNoteReader(editor: LexicalEditor): {
  read(header: NoteHeader): NoteTree;
  stop(): void;
} {
  const blocks = new Map<string, NoteBlock[]>();
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, prevEditorState, tags }) => {
    if (tags.has('historic') || prevEditorState.isEmpty()) blocks.clear();
    for (const key of dirtyElements.keys()) blocks.delete(key);
    for (const key of dirtyLeaves) blocks.delete(key);
  });
  const read = (header: NoteHeader): NoteTree =>
    editor.read('force-commit', () => {
      const content = $getRoot()
        .getChildren()
        .flatMap((node) => {
          const known = blocks.get(node.getKey()) ?? $noteBlockOf(node);
          blocks.set(node.getKey(), known);
          return known;
        });
      return { type: 'root', children: [header, ...content] };
    });
  return { read, stop };
}
