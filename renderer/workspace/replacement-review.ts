import type { ReplacementPlan } from '../../core/anchoring/plan-replacement.ts';
import type { SourceId } from '../../core/dossier/ids.ts';
import type { Edition } from '../../core/dossier/source.ts';

/** A newer text of a source, and what the person has decided so far about what points into the older one. */
export interface ReplacementReview {
  readonly source: SourceId;
  readonly token: string;
  readonly plan: ReplacementPlan;
  readonly edition: Edition;
  /** By item: which candidate is taken; `null` leaves it at the older text. Only what a person touched. */
  readonly decisions: ReadonlyMap<string, number | null>;
}

/** What is taken of an item: what was decided, and otherwise what was found. */
export function takenOf(
  { plan, decisions }: Pick<ReplacementReview, 'plan' | 'decisions'>,
  id: string,
): number | null {
  const decided = decisions.get(id);
  if (decided !== undefined) return decided;
  const kind = plan.items.find((item) => item.id === id)?.kind;
  return kind === 'found' || kind === 'typography' ? 0 : null;
}
