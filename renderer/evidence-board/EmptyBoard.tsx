import type { Source } from '../../core/dossier/source.ts';

interface EmptyBoardProps {
  readonly sources: readonly Source[];
  readonly onAddSource: () => void;
  readonly onGoToSource: () => void;
}

/** What to do while there is no card. */
export function EmptyBoard({ sources, onAddSource, onGoToSource }: EmptyBoardProps) {
  if (sources.length === 0) {
    return (
      <div className="pane-empty">
        <p>The evidence comes from sources. Bring in the reports that the note will rest on.</p>
        <button type="button" className="button primary" onClick={onAddSource}>
          Add a source…
        </button>
      </div>
    );
  }
  return (
    <div className="pane-empty">
      <p>
        Nothing is marked yet. Select a passage in a source and press <kbd>1</kbd>…<kbd>5</kbd>; it then
        stands here as a card.
      </p>
      <button type="button" className="button primary" onClick={onGoToSource}>
        Go to the source
      </button>
    </div>
  );
}
