import { type KeyboardEvent, useRef } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';

interface CitationTargetListProps {
  readonly targets: readonly CitationTarget[];
  /** `A ¶12` */
  readonly nameOf: (target: CitationTarget) => string;
  readonly onChange: (targets: readonly CitationTarget[]) => void;
}

const byName = new Intl.Collator('en', { numeric: true });

/** What a citation points at, in its order: to be moved up and down, sorted and taken away. One is left at least. */
export function CitationTargetList({ targets, nameOf, onChange }: CitationTargetListProps) {
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, by: 1 | -1) => {
    const [one, other] = [targets[from], targets[from + by]];
    if (one === undefined || other === undefined) return;
    const moved = [...targets];
    moved[from] = other;
    moved[from + by] = one;
    onChange(moved);
    focusRow(from + by);
  };
  const remove = (index: number) => {
    if (targets.length === 1) return;
    onChange(targets.filter((_, at) => at !== index));
    focusRow(Math.min(index, targets.length - 2));
  };
  const focusRow = (index: number) => {
    requestAnimationFrame(() => {
      list.current?.querySelectorAll<HTMLElement>('.citation-target-name')[index]?.focus();
    });
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by !== 0) {
      event.preventDefault();
      if (event.altKey) move(index, by);
      else focusRow(Math.min(Math.max(index + by, 0), targets.length - 1));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(index);
    }
  };

  return (
    <>
      <ol ref={list} className="citation-targets" aria-label="What it points at">
        {targets.map((target, index) => {
          const name = nameOf(target);
          const words = target.passage?.anchors.map(({ quote }) => quote.exact).join(' … ');
          return (
            <li key={target.paragraph}>
              <button
                type="button"
                className="citation-target-name"
                title="Alt+↑ and Alt+↓ move it, Delete takes it away"
                onKeyDown={onKeyDown(index)}
              >
                <b>{name}</b> {words !== undefined && <q dir="auto">{words}</q>}
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`Move ${name} up`}
                title="Move up (Alt+↑)"
                tabIndex={-1}
                disabled={index === 0}
                onClick={() => {
                  move(index, -1);
                }}
              >
                ↑
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`Move ${name} down`}
                title="Move down (Alt+↓)"
                tabIndex={-1}
                disabled={index === targets.length - 1}
                onClick={() => {
                  move(index, 1);
                }}
              >
                ↓
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`Take ${name} away`}
                title={
                  targets.length === 1 ? 'A citation points at one paragraph at least' : 'Take away (Del)'
                }
                tabIndex={-1}
                disabled={targets.length === 1}
                onClick={() => {
                  remove(index);
                }}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
      {targets.length > 1 && (
        <button
          type="button"
          className="link-button citation-sort"
          onClick={() => {
            onChange(targets.toSorted((a, b) => byName.compare(nameOf(a), nameOf(b))));
          }}
        >
          Sort by source and number
        </button>
      )}
    </>
  );
}
