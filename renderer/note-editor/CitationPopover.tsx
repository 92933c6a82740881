import { Popover } from '@base-ui/react/popover';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { type KeyboardEvent, useContext, useId, useRef, useState } from 'react';
import { citationAffixes, longestAffix } from '../../core/note-tree/citation-affixes.ts';
import type { CitationAffixes, CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationContext } from './citation-context.ts';
import { $isCitationNode } from './citation-node.ts';
import { CitationTargetList } from './CitationTargetList.tsx';
import { CitationTargetField } from './CitationTargetField.tsx';
import type { CitationFinder } from './CiteMenu.tsx';
import { mergeTargetLists } from './merge-target-lists.ts';
import { $selectCitation } from './open-citation.ts';
import type { CitationTargets } from './parse-citation-targets.ts';
import './citation-popover.css';

interface CitationPopoverProps {
  readonly editor: LexicalEditor;
  readonly finder: CitationFinder;
  /** The chip. */
  readonly node: NodeKey;
  readonly onClose: () => void;
}

interface Draft extends CitationAffixes {
  readonly targets: readonly CitationTarget[];
}

/** Changes a citation: what it points at, in which order, and the words around it. One step to take back. */
export function CitationPopover({ editor, finder, node: key, onClose }: CitationPopoverProps) {
  const { describe } = useContext(CitationContext);
  const [before] = useState(() => readCitation(editor, key));
  const [draft, setDraft] = useState(before);
  const [message, setMessage] = useState('');
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  if (draft === null || before === null) return null;

  const close = (keep: boolean) => {
    if (keep && JSON.stringify(draft) !== JSON.stringify(before)) writeCitation(editor, key, draft);
    onClose();
    backToChip(editor, key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && event.target.name !== 'add';
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!isField && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    close(true);
  };
  const affix = (name: 'prefix' | 'suffix', label: string, hint: string) => (
    <label>
      {label}
      <input
        name={name}
        value={draft[name] ?? ''}
        maxLength={longestAffix}
        placeholder={hint}
        onChange={(event) => {
          setDraft({ ...draft, [name]: event.target.value });
        }}
      />
    </label>
  );

  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        if (!open) close(reason !== 'escape-key');
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={editor.getElementByKey(key)}
          sideOffset={6}
          className="citation-popover-place"
        >
          <Popover.Popup
            ref={popup}
            className="citation-popover"
            initialFocus={() => popup.current?.querySelector<HTMLInputElement>('[name="add"]') ?? true}
            finalFocus={false}
            onKeyDown={onKeyDown}
          >
            <Popover.Title className="citation-popover-title" id={`${id}-title`}>
              Citation
            </Popover.Title>
            <CitationTargetList
              targets={draft.targets}
              nameOf={(target) => describe([target]).display}
              onChange={(targets) => {
                setDraft({ ...draft, targets });
              }}
            />
            <CitationTargetField
              finder={finder}
              onAdd={async (added) => {
                const merged = mergeTargetLists([[...draft.targets] as CitationTargets, added]);
                setMessage(merged === null ? 'One citation holds no more paragraphs.' : '');
                if (merged === null) return;
                await finder.load(added);
                setDraft((latest) => latest && { ...latest, targets: merged });
              }}
            />
            <div className="citation-popover-words">
              {affix('prefix', 'Words before', 'see')}
              {affix('suffix', 'Words after', 'emphasis added')}
            </div>
            <p role="status" className="citation-popover-message">
              {message}
            </p>
            <div className="citation-popover-buttons">
              <button
                type="button"
                className="button"
                title="Leave the citation as it was (Escape)"
                onClick={() => {
                  close(false);
                }}
              >
                Cancel
              </button>
              <button
                type="button"
                className="button primary"
                title="Change the citation (Ctrl+Enter)"
                onClick={() => {
                  close(true);
                }}
              >
                Done
              </button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function readCitation(editor: LexicalEditor, key: NodeKey): Draft | null {
  return editor.read('latest', () => {
    const node = $getNodeByKey(key);
    return $isCitationNode(node) ? { targets: node.getTargets(), ...node.getAffixes() } : null;
  });
}

function writeCitation(editor: LexicalEditor, key: NodeKey, { targets, ...said }: Draft): void {
  const [first, ...rest] = targets;
  if (first === undefined || !editor.isEditable()) return;
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isCitationNode(node)) node.setCitation([first, ...rest], citationAffixes(said));
    },
    { discrete: true, tag: 'history-push' },
  );
}

function backToChip(editor: LexicalEditor, key: NodeKey): void {
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isCitationNode(node)) $selectCitation(node);
    },
    { discrete: true, tag: 'history-merge' },
  );
}
