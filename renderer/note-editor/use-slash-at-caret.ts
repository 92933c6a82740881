import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $slashAtCaret, type SlashAtCaret } from './slash-at-caret.ts';

/** The slash that is being typed: a caret that only passes by an old one opens nothing. */
export function useSlashAtCaret(editor: LexicalEditor): {
  readonly slash: SlashAtCaret | null;
  readonly dismiss: () => void;
} {
  const [slash, setSlash] = useState<SlashAtCaret | null>(null);
  const shown = useRef<SlashAtCaret | null>(null);
  const show = useCallback((next: SlashAtCaret | null) => {
    shown.current = next;
    setSlash(next);
  }, []);

  useEffect(() => {
    const read = () => editor.read('latest', $slashAtCaret);
    const hide = () => {
      show(null);
    };
    const stopUpdates = editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
      if (editor.isComposing()) return;
      const isTyping = dirtyLeaves.size > 0 && !tags.has('historic') && !tags.has('paste');
      if (shown.current === null && !isTyping) return;
      const next = read();
      const opens = shown.current !== null || (next?.query === '' && isTyping);
      // Selecting elsewhere, or another slash, ends it.
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
  }, [editor, show]);

  return {
    slash,
    dismiss: useCallback(() => {
      show(null);
    }, [show]),
  };
}
