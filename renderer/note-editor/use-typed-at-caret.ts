import type { LexicalEditor, NodeKey } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Something typed in the text that opens a list of choices, and what was typed after it. */
export interface TypedAtCaret {
  readonly node: NodeKey;
  /** UTF-16 offsets into the text of the node, from the sign that opens the list to the caret. */
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/**
 * What is being typed: a caret that only passes by an old one opens nothing. `$read` is called inside a read, and has
 * to be the same function each time.
 */
export function useTypedAtCaret<Typed extends TypedAtCaret>(
  editor: LexicalEditor,
  $read: () => Typed | null,
): {
  readonly typed: Typed | null;
  readonly dismiss: () => void;
} {
  const [typed, setTyped] = useState<Typed | null>(null);
  const shown = useRef<Typed | null>(null);
  const show = useCallback((next: Typed | null) => {
    shown.current = next;
    setTyped(next);
  }, []);

  useEffect(() => {
    const hide = () => {
      show(null);
    };
    const stopUpdates = editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
      if (editor.isComposing()) return;
      const isTyping = dirtyLeaves.size > 0 && !tags.has('historic') && !tags.has('paste');
      if (shown.current === null && !isTyping) return;
      const next = editor.read('latest', $read);
      const opens = shown.current !== null || (next?.query === '' && isTyping);
      // Selecting elsewhere, or another sign, ends it.
      const goesOn = shown.current === null || shown.current.node === next?.node;
      if (opens && goesOn) show(next);
      else if (shown.current !== null) hide();
    });
    const stopRoot = editor.registerRootListener((root) => {
      root?.addEventListener('blur', hide);
      return () => {
        root?.removeEventListener('blur', hide);
      };
    });
    return () => {
      stopUpdates();
      stopRoot();
    };
  }, [editor, show, $read]);

  return {
    typed,
    dismiss: useCallback(() => {
      show(null);
    }, [show]),
  };
}
