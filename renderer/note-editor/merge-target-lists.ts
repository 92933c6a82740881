import { mergeTargets } from '../../core/evidence/merge-targets.ts';
import { type CitationTargets, mostTargets } from './parse-citation-targets.ts';

/** One citation of all these, each paragraph once, in this order; `null` of none, and of more than one can hold. */
export function mergeTargetLists(lists: readonly CitationTargets[]): CitationTargets | null {
  const [first, ...rest] = mergeTargets(lists.flat());
  return first === undefined || rest.length >= mostTargets ? null : [first, ...rest];
}
