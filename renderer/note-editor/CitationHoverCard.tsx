import { PreviewCard } from '@base-ui/react/preview-card';
import {
  $getNearestNodeFromDOMNode,
  COMMAND_PRIORITY_NORMAL,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { $isCitationNode } from './citation-node.ts';
import { $selectedCitation } from './citation-at-caret.ts';

const openDelay = 300; // milliseconds that the pointer rests on a chip
const closeDelay = 200; // milliseconds to move from the chip into its card

interface ShownCitation {
  readonly node: NodeKey;
  readonly element: HTMLElement;
  readonly targets: readonly CitationTarget[];
}

interface CitationHoverCardProps {
  readonly editor: LexicalEditor;
  readonly renderCard: (targets: readonly CitationTarget[]) => ReactNode;
  /** Not while reading only. */
  readonly onChange: ((citation: NodeKey) => void) | null;
}

/** One card for all chips of the note: it stands at the chip that the pointer rests on, or that is selected. */
export function CitationHoverCard({ editor, renderCard, onChange }: CitationHoverCardProps) {
  const [shown, setShown] = useState<ShownCitation | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const showSoon = (citation: ShownCitation | null, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setShown(citation);
    }, delay);
  };

  useEffect(() => {
    const onPointerOver = (event: PointerEvent) => {
      const citation = citationUnder(editor, event.target);
      if (citation !== null && event.buttons === 0) showSoon(citation, openDelay);
    };
    const onPointerOut = (event: PointerEvent) => {
      if (citationUnder(editor, event.target) !== null) showSoon(selectedCitation(editor), closeDelay);
    };
    const onBlur = () => {
      showSoon(null, closeDelay);
    };
    const listeners = { pointerover: onPointerOver, pointerout: onPointerOut, blur: onBlur } as const;
    return mergeRegister(
      editor.registerRootListener((root) => {
        if (root === null) return;
        const abort = new AbortController();
        for (const [name, listener] of Object.entries(listeners)) {
          root.addEventListener(name, listener as EventListener, { signal: abort.signal });
        }
        return () => {
          abort.abort();
        };
      }),
      editor.registerUpdateListener(({ editorState, prevEditorState }) => {
        if (editorState._selection === prevEditorState._selection) return;
        const selected = selectedCitation(editor);
        // Writing on puts away a card that was opened by the pointer, too.
        if (selected !== null || prevEditorState._nodeMap !== editorState._nodeMap) showSoon(selected, 0);
        else showSoon(null, closeDelay);
      }),
      () => {
        clearTimeout(timer.current);
      },
    );
  }, [editor]);

  useEffect(() => {
    if (shown === null) return;
    return editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        showSoon(null, 0);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    );
  }, [editor, shown]);

  return (
    <PreviewCard.Root open={shown !== null}>
      <PreviewCard.Portal>
        <PreviewCard.Positioner
          anchor={shown?.element ?? null}
          sideOffset={6}
          className="citation-hover-place"
        >
          <PreviewCard.Popup
            className="citation-hover"
            onPointerEnter={() => {
              clearTimeout(timer.current);
            }}
            onPointerLeave={() => {
              showSoon(selectedCitation(editor), closeDelay);
            }}
          >
            {shown === null ? null : renderCard(shown.targets)}
            {shown === null || onChange === null ? null : (
              <button
                type="button"
                className="button citation-change"
                onClick={() => {
                  showSoon(null, 0);
                  onChange(shown.node);
                }}
              >
                Change… <kbd>F2</kbd>
              </button>
            )}
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
}

function citationUnder(editor: LexicalEditor, target: EventTarget | null): ShownCitation | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('.cite-anchor') : null;
  if (element === null) return null;
  return editor.read('latest', () => {
    const node = $getNearestNodeFromDOMNode(element);
    return $isCitationNode(node) ? { node: node.getKey(), element, targets: node.getTargets() } : null;
  });
}

function selectedCitation(editor: LexicalEditor): ShownCitation | null {
  const node = editor.read('latest', $selectedCitation);
  const element = node === null ? null : editor.getElementByKey(node.getKey());
  if (node === null || element === null || document.activeElement !== editor.getRootElement()) return null;
  return { node: node.getKey(), element, targets: editor.read('latest', () => node.getTargets()) };
}
