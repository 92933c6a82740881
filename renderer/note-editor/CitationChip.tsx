import { useContext } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationContext } from './citation-context.ts';

/** How a citation looks in the text. One whose paragraph is not found bears a sign, never colour alone. */
export function CitationChip({ targets }: { readonly targets: readonly CitationTarget[] }) {
  const { describe } = useContext(CitationContext);
  const { display, found } = describe(targets);
  return (
    <span
      className={found ? 'cite-chip' : 'cite-chip bad'}
      role="img"
      aria-label={found ? `Citation ${display}` : `Citation ${display}, paragraph not found`}
    >
      {display}
      {found ? null : <b className="cite-chip-sign">!</b>}
    </span>
  );
}
