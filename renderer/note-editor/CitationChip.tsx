import { useContext } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationContext } from './citation-context.ts';

/** How a citation looks in the text. One whose paragraph is not found bears a sign, never colour alone. */
export function CitationChip({ targets }: { readonly targets: readonly CitationTarget[] }) {
  const { describe } = useContext(CitationContext);
  const { display, found, older } = describe(targets);
  const state = found ? (older === true ? 'older' : '') : 'bad';
  const said = { '': '', older: ', of an older text of the source', bad: ', paragraph not found' }[state];
  return (
    <span className={`cite-chip ${state}`.trim()} role="img" aria-label={`Citation ${display}${said}`}>
      {display}
      {state === '' ? null : <b className="cite-chip-sign">{state === 'bad' ? '!' : '↶'}</b>}
    </span>
  );
}
