import type { CSSProperties, ReactNode } from 'react';
import './source-pane.css';
import './source-tabs.css';

interface SourcePaneProps {
  /** Of the dossier. */
  readonly sources: number;
  /** Size of the texts, in percent of the usual one. */
  readonly textPercent: number;
  readonly onAddSource: () => void;
  /** One side, or two beside each other. */
  readonly children: readonly ReactNode[];
}

/** The sources that are open, in one side or in two. */
export function SourcePane({ sources, textPercent, onAddSource, children }: SourcePaneProps) {
  if (sources === 0) {
    return (
      <div className="pane-empty">
        <p>Bring in the reports that the note will rest on.</p>
        <button type="button" className="button primary" onClick={onAddSource}>
          Add a source…
        </button>
      </div>
    );
  }
  const style: CSSProperties & Record<'--source-percent', number> = { '--source-percent': textPercent };
  return (
    <div className="source-sides-place" style={style}>
      <div className="source-sides" data-sides={children.length}>
        {children}
      </div>
    </div>
  );
}
