import type { Annotation } from '../dossier/annotation.ts';
import type { AnnotationId, EditionId, NoteId, ParagraphId } from '../dossier/ids.ts';
import type { Passage } from '../dossier/passage.ts';
import { citationsOf } from '../note-tree/citations-of.ts';
import type { CitationTarget, NoteTree } from '../note-tree/note-tree.ts';
import type { AnchorIndex } from './anchor-index.ts';
import type { Reanchored } from './reanchor-anchor.ts';
import { reanchorParagraph } from './reanchor-paragraph.ts';
import { describePlaces, reanchorPassage } from './reanchor-passage.ts';
import type { Replacement } from './replacement.ts';
import type { AnchorPlace } from './resolve-anchor.ts';
import { differenceBetween, type DifferenceRun } from './suggest-place.ts';

/** In the order in which they are reviewed. */
export const reviewKinds = ['found', 'typography', 'changed-suggested', 'ambiguous', 'orphaned'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Text of one paragraph that something points at. */
export interface PointedText {
  readonly paragraph: ParagraphId;
  readonly text: string;
}

/** A place of the newer edition that something may point at from now on. */
export interface ReviewCandidate {
  readonly texts: readonly PointedText[];
  /** `null` for whole paragraphs. */
  readonly passage: Passage | null;
  /** Kept and deleted runs are the older text, kept and inserted ones the newer. */
  readonly difference: readonly DifferenceRun[];
}

export type ReviewSubject =
  | { readonly what: 'annotation'; readonly annotation: AnnotationId }
  /** Every citation of this target in the note. */
  | { readonly what: 'citation'; readonly note: NoteId; readonly target: CitationTarget };

export interface ReviewItem {
  /** The same each time that the same is planned. */
  readonly id: string;
  readonly subject: ReviewSubject;
  readonly kind: ReviewKind;
  readonly before: readonly PointedText[];
  /** One when found or suggested, one at least when ambiguous (in reading order), none when orphaned. */
  readonly candidates: readonly ReviewCandidate[];
}

export interface ReplacementPlan {
  readonly before: EditionId;
  readonly after: EditionId;
  /** Annotations and then citations, each as they were given. */
  readonly items: readonly ReviewItem[];
}

/**
 * What would become of everything that points into the older edition. Nothing is changed by it; see
 * `applyDecisions`. What points into other editions is left out.
 */
export function planReplacement(
  replacement: Replacement,
  annotations: readonly Annotation[],
  notes: readonly { readonly id: NoteId; readonly tree: NoteTree }[],
): ReplacementPlan {
  const before = replacement.before.edition.id;
  const ofAnnotations = annotations
    .filter(({ passage }) => passage.edition === before)
    .map(({ id, passage }) =>
      passageItem(replacement, `annotation:${id}`, { what: 'annotation', annotation: id }, passage),
    );
  const ofCitations = notes.flatMap(({ id: note, tree }) =>
    targetsIn(tree, before).map(([key, target]) => {
      const id = `citation:${note}:${key}`;
      const subject = { what: 'citation', note, target } as const;
      return target.passage === undefined
        ? paragraphItem(replacement, id, subject, target.paragraph)
        : passageItem(replacement, id, subject, target.passage);
    }),
  );
  return { before, after: replacement.after.edition.id, items: [...ofAnnotations, ...ofCitations] };
}

/** Equal for targets that point at the same text. */
export function targetKey({ edition, paragraph, passage }: CitationTarget): string {
  const ranges = (passage?.anchors ?? []).map(
    (anchor) => `${anchor.paragraph}:${String(anchor.position.start)}-${String(anchor.position.end)}`,
  );
  return [edition, paragraph, ...ranges].join(' ');
}

/** The targets of a note in an edition, each once, in the order in which they are cited first. */
function targetsIn(tree: NoteTree, edition: EditionId): [key: string, target: CitationTarget][] {
  const targets = new Map<string, CitationTarget>();
  for (const target of citationsOf(tree).flatMap((citation) => citation.targets)) {
    const key = targetKey(target);
    if (target.edition === edition && !targets.has(key)) targets.set(key, target);
  }
  return Array.from(targets);
}

const textOf = ({ indexOf, paragraphAt }: AnchorIndex, paragraph: ParagraphId): string => {
  const index = indexOf(paragraph);
  return index === undefined ? '' : paragraphAt(index).text;
};

function passageItem(
  replacement: Replacement,
  id: string,
  subject: ReviewSubject,
  passage: Passage,
): ReviewItem {
  const before = passage.anchors.map(({ paragraph, quote }) => ({ paragraph, text: quote.exact }));
  const result = reanchorPassage(replacement, passage);
  const candidates =
    result.state === 'found' ? [result.passage] : possiblePassages(replacement, result.anchors);
  const kind =
    result.state === 'found'
      ? result.typography
        ? 'typography'
        : 'found'
      : kindOf(result.state, candidates.length);
  const describe = (candidate: Passage): ReviewCandidate => {
    const texts = candidate.anchors.map(({ paragraph, quote }) => ({ paragraph, text: quote.exact }));
    return { texts, passage: candidate, difference: differenceOf(before, texts) };
  };
  return { id, subject, kind, before, candidates: candidates.map(describe) };
}

function paragraphItem(
  replacement: Replacement,
  id: string,
  subject: ReviewSubject,
  paragraph: ParagraphId,
): ReviewItem {
  const { before, after } = replacement;
  const result = reanchorParagraph(replacement, paragraph);
  const old = [{ paragraph, text: textOf(before, paragraph) }];
  const describe = (paragraphs: readonly ParagraphId[]): ReviewCandidate => {
    const texts = paragraphs.map((one) => ({ paragraph: one, text: textOf(after, one) }));
    return { texts, passage: null, difference: differenceOf(old, texts) };
  };
  const item = (kind: ReviewKind, candidates: readonly (readonly ParagraphId[])[]): ReviewItem => ({
    id,
    subject,
    kind,
    before: old,
    candidates: candidates.map(describe),
  });
  switch (result.state) {
    case 'found':
      return item(result.typography ? 'typography' : 'found', [[result.paragraph]]);
    case 'ambiguous':
      return item('ambiguous', result.candidates);
    case 'orphaned':
      return result.suggestion === null
        ? item('orphaned', [])
        : item('changed-suggested', [[result.suggestion.paragraph]]);
  }
}

function kindOf(state: 'ambiguous' | 'orphaned', candidates: number): ReviewKind {
  if (candidates === 0) return 'orphaned';
  return state === 'ambiguous' ? 'ambiguous' : 'changed-suggested';
}

const differenceOf = (before: readonly PointedText[], after: readonly PointedText[]) =>
  differenceBetween(joined(before), joined(after));

const joined = (texts: readonly PointedText[]) => texts.map(({ text }) => text).join(' ');

/** Where each anchor may be: what was found, what it may be, or what is suggested. */
function placesOf(anchor: Reanchored): (readonly AnchorPlace[])[] {
  switch (anchor.state) {
    case 'found':
      return [anchor.places];
    case 'ambiguous':
      return anchor.candidates.map((candidate) => [candidate]);
    case 'orphaned': {
      const { suggestion } = anchor;
      if (suggestion === null) return [];
      return [[{ paragraph: suggestion.paragraph, start: suggestion.start, end: suggestion.end }]];
    }
  }
}

/**
 * One passage for each place where the first anchor may be, the others following as closely as they can: a copy of
 * several paragraphs is offered as a whole, and not mixed with the original.
 */
function possiblePassages(replacement: Replacement, anchors: readonly Reanchored[]): Passage[] {
  const [first = [], ...others] = anchors.map(placesOf);
  const endOf = (places: readonly AnchorPlace[]) => {
    const last = places.at(-1);
    return last === undefined ? -1 : (replacement.after.indexOf(last.paragraph) ?? -1);
  };
  return first.flatMap((start) => {
    const chosen = [start];
    for (const choices of others) {
      const reached = endOf(chosen.at(-1) ?? []);
      const next = choices.find((choice) => endOf(choice) >= reached);
      if (next === undefined) return [];
      chosen.push(next);
    }
    const passage = describePlaces(replacement, chosen.flat());
    return passage === null ? [] : [passage];
  });
}
