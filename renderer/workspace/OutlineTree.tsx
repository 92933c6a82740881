import { type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { NoteOutline } from '../note-editor/note-outline.ts';
import type { OutlineOfEditor } from '../note-editor/outline-of-editor.ts';
import { OutlineButtons } from './OutlineButtons.tsx';
import { type OutlineMove, outlineMoves } from './outline-moves.ts';

interface OutlineTreeProps {
  readonly outline: NoteOutline;
  readonly readOnly: boolean;
  readonly sections: Omit<OutlineOfEditor, 'follow'>;
  /** Escape: back to the text. */
  readonly onLeave: () => void;
}

/** Where a dragged section would go: before the heading at this index, or at the end. */
interface DropPlace {
  readonly dragged: string;
  readonly index: number;
}

/** The headings as a tree, which keys and the mouse go through and move sections in. */
export function OutlineTree({ outline, readOnly, sections, onLeave }: OutlineTreeProps) {
  const { headings, current } = outline;
  const hintId = useId();
  const tree = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [drop, setDrop] = useState<DropPlace | null>(null);
  const known = (key: string | null) => headings.some((heading) => heading.key === key);
  // Tab comes to the one that was chosen, or to where the caret is.
  const entrance = known(chosen) ? chosen : known(current) ? current : (headings[0]?.key ?? null);

  const focusAt = (index: number) => {
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]?.focus();
  };
  const act = (key: string, { done, kind, step }: OutlineMove) => {
    const name = headings.find((heading) => heading.key === key)?.text || 'The heading';
    const moved = kind === 'move' ? sections.moveBy(key, step) : sections.shift(key, step);
    setSaid(moved ? `${name}: ${done}.` : `${name} stays where it is.`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, index: number, key: string) => {
    const move = outlineMoves.find((each) => each.isKey(event));
    if (move !== undefined) {
      if (!readOnly) act(key, move);
    } else if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' || event.key === ' ') sections.goTo(key);
    else {
      const last = headings.length - 1;
      const next = {
        ArrowDown: Math.min(index + 1, last),
        ArrowUp: Math.max(index - 1, 0),
        Home: 0,
        End: last,
      }[event.key];
      if (next === undefined) return;
      focusAt(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const placeOf = (event: DragEvent<HTMLLIElement>, index: number) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2 ? index : index + 1;
  };

  return (
    <div className="outline">
      {readOnly ? null : (
        <OutlineButtons
          onMove={(move) => {
            if (entrance !== null) act(entrance, move);
          }}
        />
      )}
      <ul
        ref={tree}
        className="outline-tree"
        role="tree"
        aria-label="Outline of the note"
        aria-describedby={readOnly ? undefined : hintId}
        onDragLeave={(event) => {
          const to = event.relatedTarget;
          if (!(to instanceof Node && event.currentTarget.contains(to)))
            setDrop((place) => place && { ...place, index: -1 });
        }}
      >
        {headings.map(({ key, level, text }, index) => (
          <li
            key={key}
            className="outline-heading"
            role="treeitem"
            aria-level={level}
            aria-selected={key === entrance}
            aria-current={key === current ? 'location' : undefined}
            tabIndex={key === entrance ? 0 : -1}
            data-level={level}
            data-drop={dropMark(drop, index, headings.length)}
            draggable={!readOnly}
            title={text}
            onFocus={() => {
              setChosen(key);
            }}
            onClick={() => {
              sections.goTo(key);
            }}
            onKeyDown={(event) => {
              onKeyDown(event, index, key);
            }}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('application/x-chancery-section', key);
              setDrop({ dragged: key, index: -1 });
            }}
            onDragOver={(event) => {
              if (drop === null) return;
              event.preventDefault();
              event.dataTransfer.dropEffect = 'move';
              const at = placeOf(event, index);
              if (at !== drop.index) setDrop({ ...drop, index: at });
            }}
            onDrop={(event) => {
              if (drop === null) return;
              event.preventDefault();
              event.stopPropagation();
              sections.move(drop.dragged, headings[placeOf(event, index)]?.key ?? null);
              setDrop(null);
            }}
            onDragEnd={() => {
              setDrop(null);
            }}
          >
            {text === '' ? <em>Heading without words</em> : text}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <p id={hintId} className="outline-hint">
          Drag a heading, or press Alt+Shift+↑ ↓, to move its section. Tab and Shift+Tab change its level.
          Escape goes back to the text.
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** The line that shows where a section would be put down. */
function dropMark(drop: DropPlace | null, index: number, count: number): 'before' | 'after' | undefined {
  if (drop?.index === index) return 'before';
  return drop?.index === count && index === count - 1 ? 'after' : undefined;
}
