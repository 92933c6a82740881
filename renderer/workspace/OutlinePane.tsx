import { useLayoutEffect, useState } from 'react';
import { emptyOutline } from '../note-editor/note-outline.ts';
import { isReadOnly } from './is-read-only.ts';
import { OutlineTree } from './OutlineTree.tsx';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './outline.css';

/** The headings of the open note: where the caret is, the way to each, and moving sections as a whole. */
export function OutlinePane({ workspace }: { readonly workspace: Workspace }) {
  const { store, noteEditor } = workspace;
  const note = useStore(store, (state) => state.note?.id ?? null);
  const openNotes = useStore(store, (state) => state.openNotes);
  const readOnly = useStore(store, isReadOnly);
  const [followed, setFollowed] = useState({ note, outline: emptyOutline });
  // Before it is painted: the keyboard goes to the chosen heading in the next frame.
  useLayoutEffect(() => {
    if (note === null) return undefined;
    return noteEditor.current?.outline.follow((outline) => {
      setFollowed({ note, outline });
    });
  }, [noteEditor, note, openNotes]);
  // That of a note which was shown before is no help.
  const outline = followed.note === note ? followed.outline : emptyOutline;

  if (note === null) return <p className="outline-empty">No note is open.</p>;
  if (outline.headings.length === 0) {
    return (
      <div className="outline-empty" tabIndex={-1}>
        <p>This note has no headings yet.</p>
        <p>
          Press <kbd>Ctrl+Alt+2</kbd> in a line of its text, or begin the line with <kbd>## </kbd>, and the
          line is one.
        </p>
      </div>
    );
  }
  return (
    <OutlineTree
      outline={outline}
      readOnly={readOnly}
      sections={{
        goTo(key) {
          workspace.enterPane('note');
          noteEditor.current?.outline.goTo(key);
        },
        move: (key, before) => noteEditor.current?.outline.move(key, before) ?? false,
        moveBy: (key, step) => noteEditor.current?.outline.moveBy(key, step) ?? false,
        shift: (key, step) => noteEditor.current?.outline.shift(key, step) ?? false,
      }}
      onLeave={() => {
        workspace.enterPane('note');
        workspace.focusPane('note');
      }}
    />
  );
}
