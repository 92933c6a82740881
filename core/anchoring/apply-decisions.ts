import type { AnnotationId, NoteId } from '../dossier/ids.ts';
import type { Anchor, Passage } from '../dossier/passage.ts';
import type { CitationTarget } from '../note-tree/note-tree.ts';
import { done, refused, type Result } from '../result.ts';
import type { ReplacementPlan, ReviewCandidate, ReviewItem } from './plan-replacement.ts';

export interface Decision {
  /** Id of an item of the plan. The last decision about an item counts. */
  readonly item: string;
  /** Which of its candidates, from 0; `null` leaves it at the older edition. */
  readonly take: number | null;
}

export interface ReplacementOutcome {
  readonly annotations: readonly { readonly annotation: AnnotationId; readonly passage: Passage }[];
  /** Every citation of `from` in the note becomes these: several where its text went over several paragraphs. */
  readonly citations: readonly CitationMove[];
  /** Ids of the items that stay at the older edition, which stays readable. */
  readonly staying: readonly string[];
}

export interface CitationMove {
  readonly note: NoteId;
  readonly from: CitationTarget;
  readonly to: readonly CitationTarget[];
}

export type DecisionCode = 'unknown-item' | 'unknown-candidate';

/**
 * What changes: all that was found, unless it was decided to leave it, and of the rest what was decided. What is
 * undecided stays. Refuses decisions that do not fit the plan (`unknown-item`, `unknown-candidate`): all or nothing.
 */
export function applyDecisions(
  plan: ReplacementPlan,
  decisions: readonly Decision[],
): Result<ReplacementOutcome, DecisionCode> {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const decided = new Map<string, ReviewCandidate | null>();
  for (const { item: id, take } of decisions) {
    const item = items.get(id);
    if (item === undefined) {
      return refused(
        'unknown-item',
        'The list of what points into this source has changed. Review it again.',
      );
    }
    const candidate = take === null ? null : item.candidates[take];
    if (candidate === undefined) {
      return refused('unknown-candidate', 'The chosen place is not one of those offered. Choose again.');
    }
    decided.set(id, candidate);
  }
  const annotations: { annotation: AnnotationId; passage: Passage }[] = [];
  const citations: CitationMove[] = [];
  const staying: string[] = [];
  for (const item of plan.items) {
    const candidate = decided.has(item.id) ? decided.get(item.id) : foundCandidate(item);
    const { subject } = item;
    if (candidate === undefined || candidate === null) staying.push(item.id);
    else if (subject.what === 'citation') {
      citations.push({
        note: subject.note,
        from: subject.target,
        to: targetsAt(plan, subject.target, candidate),
      });
    } else if (candidate.passage === null) throw new Error(`${item.id} has no passage`);
    else annotations.push({ annotation: subject.annotation, passage: candidate.passage });
  }
  return done({ annotations, citations, staying });
}

function foundCandidate({ kind, candidates }: ReviewItem): ReviewCandidate | undefined {
  return kind === 'found' || kind === 'typography' ? candidates[0] : undefined;
}

/** One target for each paragraph, narrowed to the part of the passage that is in it. */
function targetsAt(
  { after }: ReplacementPlan,
  { source }: CitationTarget,
  { texts, passage }: ReviewCandidate,
): CitationTarget[] {
  const part = (anchor: Anchor): Passage => ({ edition: after, anchors: [anchor] });
  if (passage === null) return texts.map(({ paragraph }) => ({ source, edition: after, paragraph }));
  return passage.anchors.map((anchor) => ({
    source,
    edition: after,
    paragraph: anchor.paragraph,
    passage: part(anchor),
  }));
}
