import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { asParagraphId } from '../../core/dossier/ids.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { createEditionEditor } from './edition-editor.ts';
import { collectBlocks, type ParagraphBlocks } from './paragraph-dom.ts';

interface EditionBlocks {
  /** `null` until the text stands on the page. */
  readonly blocks: ParagraphBlocks | null;
  /** The paragraph that the keyboard is at, or comes to. */
  readonly current: RefObject<HTMLElement | null>;
  readonly makeCurrent: (block: HTMLElement) => void;
}

/** Puts the text of an edition into an element. */
export function useEditionBlocks(
  root: RefObject<HTMLElement | null>,
  edition: Edition,
  onBug: (error: Error) => void,
): EditionBlocks {
  const [blocks, setBlocks] = useState<ParagraphBlocks | null>(null);
  const current = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const editor = createEditionEditor(edition, onBug);
    editor.setRootElement(element);
    const made = collectBlocks(element);
    const [first] = made.values();
    const kept = current.current?.dataset['paragraph'];
    const next = (kept === undefined ? undefined : made.get(asParagraphId(kept))) ?? first;
    if (next !== undefined) next.tabIndex = 0;
    current.current = next ?? null;
    // oxlint-disable-next-line react/set-state-in-effect -- the blocks are Lexical's, and there only now
    setBlocks(made);
    return () => {
      editor.setRootElement(null);
      editor.dispose();
    };
  }, [root, edition, onBug]);

  const makeCurrent = useCallback((block: HTMLElement) => {
    if (current.current !== null) current.current.tabIndex = -1;
    current.current = block;
    block.tabIndex = 0;
  }, []);

  return { blocks, current, makeCurrent };
}
