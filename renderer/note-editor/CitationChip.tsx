import { useContext } from 'react';
import { withAffixes } from '../../core/note-tree/citation-affixes.ts';
import type { CitationAffixes, CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationContext } from './citation-context.ts';

interface CitationChipProps {
  readonly targets: readonly CitationTarget[];
  readonly affixes: CitationAffixes;
}

/** How a citation looks in the text. One whose paragraph is not found bears a sign, never colour alone. */
export function CitationChip({ targets, affixes }: CitationChipProps) {
  const { describe } = useContext(CitationContext);
  const words = describe(targets);
  const { found, older } = words;
  const display = withAffixes(words.display, affixes);
  const state = found ? (older === true ? 'older' : '') : 'bad';
  const said = { '': '', older: ', of an older text of the source', bad: ', paragraph not found' }[state];
  return (
    <span className={`cite-chip ${state}`.trim()} role="img" aria-label={`Citation ${display}${said}`}>
      {display}
      {state === '' ? null : <b className="cite-chip-sign">{state === 'bad' ? '!' : 'older text'}</b>}
    </span>
  );
}
