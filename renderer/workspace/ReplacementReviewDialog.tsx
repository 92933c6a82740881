import { Dialog } from '@base-ui/react/dialog';
import { memo, useMemo, useState } from 'react';
import {
  reviewKinds,
  type ReviewCandidate,
  type ReviewItem,
  type ReviewKind,
} from '../../core/anchoring/plan-replacement.ts';
import { takenOf } from './replacement-review.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './replacement.css';

const kindWords: Readonly<Record<ReviewKind, { readonly name: string; readonly meaning: string }>> = {
  found: { name: 'Found', meaning: 'The same words stand in the newer text. They move.' },
  typography: {
    name: 'Found, other signs',
    meaning: 'Only quotation marks, dashes, spaces or line breaks differ. They move.',
  },
  'changed-suggested': {
    name: 'Changed',
    meaning:
      'Something like it stands in the newer text. It stays at the older one unless you take the suggestion.',
  },
  ambiguous: {
    name: 'Ambiguous',
    meaning: 'It may be in several places. It stays at the older text unless you choose one.',
  },
  orphaned: { name: 'Gone', meaning: 'Nothing like it stands in the newer text. It stays at the older one.' },
};

function Difference({ candidate }: { readonly candidate: ReviewCandidate }) {
  return (
    <span className="review-text">
      {candidate.difference.map(({ change, text }, index) => {
        if (change === 'deleted') return <del key={index}>{text}</del>;
        return change === 'inserted' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
      })}
    </span>
  );
}

interface ItemProps {
  readonly workspace: Workspace;
  readonly item: ReviewItem;
  readonly taken: number | null;
  /** Where each candidate is, as people say it: `¶12`. */
  readonly placeOf: (candidate: ReviewCandidate) => string;
}

const Item = memo(function Item({ workspace, item, taken, placeOf }: ItemProps) {
  const name = `review-${item.id}`;
  const decide = (take: number | null) => () => {
    workspace.replacement.decide(item.id, take);
  };
  return (
    <li className="review-item">
      <fieldset>
        <legend>{item.subject.what === 'annotation' ? 'Annotation' : 'Citation in a note'}</legend>
        <p className="review-text review-before">{item.before.map(({ text }) => text).join(' ¶ ')}</p>
        {item.candidates.map((candidate, index) => (
          <label key={index} className="review-choice">
            <input type="radio" name={name} checked={taken === index} onChange={decide(index)} />
            <span>
              <small>Take {placeOf(candidate)}</small>
              <Difference candidate={candidate} />
            </span>
          </label>
        ))}
        <label className="review-choice">
          <input type="radio" name={name} checked={taken === null} onChange={decide(null)} />
          Leave it at the older text
        </label>
      </fieldset>
    </li>
  );
});

const mostShown = 200;

/** What becomes of everything that points into a source when it gets a newer text, for a person to decide. */
export function ReplacementReviewView({ workspace }: { readonly workspace: Workspace }) {
  const review = useStore(workspace.store, (state) => state.replacement);
  const counts = useMemo(() => {
    const all = new Map<ReviewKind, number>();
    for (const { kind } of review?.plan.items ?? []) all.set(kind, (all.get(kind) ?? 0) + 1);
    return all;
  }, [review?.plan]);
  const present = reviewKinds.filter((kind) => (counts.get(kind) ?? 0) > 0);
  const doubtful = present.find((kind) => kind !== 'found' && kind !== 'typography');
  const [chosen, setChosen] = useState<ReviewKind | null>(null);
  const [shownOfKind, setShownOfKind] = useState(mostShown);
  const [working, setWorking] = useState(false);
  const numbers = useMemo(
    () => new Map(review?.edition.paragraphs.map(({ id, number }) => [id, number])),
    [review?.edition],
  );
  if (review === null) return null;
  const kind = chosen ?? doubtful ?? present[0] ?? null;
  const items = review.plan.items.filter((item) => item.kind === kind);
  const placeOf = ({ texts }: ReviewCandidate) =>
    texts
      .map(({ paragraph }) => {
        const number = numbers.get(paragraph) ?? null;
        return number === null ? 'a heading' : `¶${String(number)}`;
      })
      .join(', ');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setWorking(true);
        void workspace.replacement.carryOut();
      }}
    >
      {present.length === 0 ? (
        <p>Nothing points into this source yet, so nothing has to move. The older text stays readable.</p>
      ) : (
        <>
          <div className="review-kinds" role="radiogroup" aria-label="What became of it">
            {present.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="review-kind"
                  checked={each === kind}
                  onChange={() => {
                    setChosen(each);
                    setShownOfKind(mostShown);
                  }}
                />
                {kindWords[each].name} <b>{counts.get(each)}</b>
              </label>
            ))}
          </div>
          {kind !== null && (
            <p className="review-meaning" role="status">
              {kindWords[kind].meaning}{' '}
              {kind !== 'orphaned' && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    workspace.replacement.decideAll(kind, true);
                  }}
                >
                  {kind === 'ambiguous' ? 'Take the first of each' : 'Take all'}
                </button>
              )}{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  workspace.replacement.decideAll(kind, false);
                }}
              >
                Leave all
              </button>
            </p>
          )}
          <ul className="review-list">
            {items.slice(0, shownOfKind).map((item) => (
              <Item
                key={item.id}
                workspace={workspace}
                item={item}
                taken={takenOf(review, item.id)}
                placeOf={placeOf}
              />
            ))}
          </ul>
          {items.length > shownOfKind && (
            <button
              type="button"
              className="link-button"
              onClick={() => {
                setShownOfKind(shownOfKind + mostShown);
              }}
            >
              Show more ({items.length - shownOfKind})
            </button>
          )}
        </>
      )}
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button type="submit" className="button primary" disabled={working}>
          {working ? 'Replacing…' : 'Replace the text'}
        </button>
      </div>
    </form>
  );
}
