import type { LexicalEditor } from 'lexical';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoteHeader, NoteTree } from '../../core/note-tree/note-tree.ts';
import { createChangeReporter } from './change-reporter.ts';
import { type HeaderSlot, withHeaderValue } from './header-fields.ts';
import type { HistoryStep } from './history-steps.ts';
import { $showNote, createNoteReader } from './note-adapter.ts';

interface NoteReportsOptions {
  readonly editor: LexicalEditor;
  readonly firstHeader: NoteHeader;
  readonly textChanged: RefObject<() => void>;
  readonly onTouched: (() => void) | undefined;
  readonly onChange: (tree: NoteTree) => void;
  readonly onHistoryEntry: (entry: HistoryStep) => void;
}

export interface NoteReports {
  readonly header: NoteHeader;
  /** While a field is being typed in: reported, but no step yet. */
  readonly typeInHeader: (slot: HeaderSlot, value: string) => void;
  /** A field is done: one step. */
  readonly changeHeader: (slot: HeaderSlot, before: string, after: string) => void;
  /** The whole note becomes another text: a step of the text and one of the header. */
  readonly become: (tree: NoteTree) => void;
  readonly flush: () => NoteTree;
}

/** Keeps header and text together as one note, and reports it when either has changed. */
export function useNoteReports(options: NoteReportsOptions): NoteReports {
  const { editor, firstHeader, textChanged } = options;
  const [header, setHeader] = useState(firstHeader);
  // The truth about the header, also for what was typed since the last render.
  const headerRef = useRef(firstHeader);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const reader = useMemo(() => createNoteReader(editor), [editor]);
  const reporter = useMemo(
    () =>
      createChangeReporter(() => {
        latest.current.onChange(reader.read(headerRef.current));
      }),
    [reader],
  );
  const touched = useCallback(() => {
    latest.current.onTouched?.();
    reporter.changed();
  }, [reporter]);
  useEffect(() => {
    textChanged.current = touched;
    // A note that is left must not lose its last words.
    return () => {
      reporter.flush();
    };
  }, [reporter, textChanged, touched]);

  const typeInHeader = useCallback(
    (slot: HeaderSlot, value: string) => {
      headerRef.current = withHeaderValue(headerRef.current, slot, value);
      setHeader(headerRef.current);
      touched();
    },
    [touched],
  );

  const changeHeader = useCallback(
    (slot: HeaderSlot, before: string, after: string) => {
      typeInHeader(slot, after);
      latest.current.onHistoryEntry({
        undo: () => {
          typeInHeader(slot, before);
        },
        redo: () => {
          typeInHeader(slot, after);
        },
      });
    },
    [typeInHeader],
  );

  const become = useCallback(
    (tree: NoteTree) => {
      const before = headerRef.current;
      const put = (wanted: NoteHeader) => {
        headerRef.current = wanted;
        setHeader(wanted);
        touched();
      };
      const [after] = tree.children;
      put(after);
      const redo = () => {
        put(after);
      };
      const undo = () => {
        put(before);
      };
      latest.current.onHistoryEntry({ undo, redo });
      editor.update(
        () => {
          $showNote(tree);
        },
        { discrete: true, tag: 'history-push' },
      );
    },
    [editor, touched],
  );

  const flush = useCallback(() => {
    const tree = reader.read(headerRef.current);
    reporter.flush();
    return tree;
  }, [reporter, reader]);

  return { header, typeInHeader, changeHeader, become, flush };
}
