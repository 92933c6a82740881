import { memo, type ReactNode } from 'react';
import { categoryWords } from '../../core/dossier/annotation.ts';
import type { Evidence } from '../../core/evidence/evidence.ts';
import { placeWords, wordsOfUse } from './board-view.ts';
import { TagList } from './TagField.tsx';

interface EvidenceCardProps {
  readonly evidence: Evidence;
  readonly column: string;
  /** The keyboard comes to this one. */
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  /** What is being written about it, below it. */
  readonly editor?: ReactNode;
}

// Of the computer's own time zone and habits; made once, as there are thousands of cards.
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const precise = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function history({ creator, createdAt, updatedAt }: Evidence['annotation']): string {
  const by = creator === undefined ? '' : ` by ${creator}`;
  const made = `Marked${by} ${precise.format(new Date(createdAt))}`;
  return createdAt === updatedAt ? made : `${made}, changed ${precise.format(new Date(updatedAt))}`;
}

/** For those who hear the card: its text is its name. */
function Heard({ words }: { readonly words: string }) {
  return <span className="visually-hidden">{words}</span>;
}

/** One annotation. The board answers its keys and clicks, for all cards at once. */
export const EvidenceCard = memo(function EvidenceCard(props: EvidenceCardProps) {
  const { evidence, column, isCurrent, isChosen, editor } = props;
  const { annotation, quotation, side, use } = evidence;
  const { category, comment, tags } = annotation;
  return (
    <li className="evidence-item" data-category={category} data-chosen={isChosen ? '' : undefined}>
      <button
        type="button"
        className="evidence-card"
        data-column={column}
        data-annotation={annotation.id}
        tabIndex={isCurrent ? 0 : -1}
        aria-pressed={isChosen}
        aria-keyshortcuts="Enter Control+Enter Space 1 2 3 4 5 C T Delete"
        draggable
      >
        <span className="evidence-head">
          <span className="category-dot" data-category={category} aria-hidden="true">
            {categoryWords[category].letter}
          </span>
          <Heard words={`${categoryWords[category].name}, `} />
          <strong>{placeWords(evidence)}</strong>
          {side !== null && <span className="evidence-side">{side}</span>}
        </span>
        <q dir="auto">{quotation}</q>
        {comment !== '' && (
          <span className="evidence-comment" dir="auto">
            <Heard words="Comment: " />
            {comment}
          </span>
        )}
        {tags.length > 0 && (
          <span className="evidence-tags">
            <Heard words={tags.length === 1 ? 'Tag: ' : 'Tags: '} />
            <TagList tags={tags} />
          </span>
        )}
        <span className="evidence-foot">
          <span className="evidence-use" data-use={use}>
            {wordsOfUse(evidence)}
          </span>
          <time dateTime={annotation.createdAt} title={history(annotation)}>
            {annotation.creator === undefined ? '' : `${annotation.creator}, `}
            {moment.format(new Date(annotation.createdAt))}
          </time>
        </span>
      </button>
      {editor}
    </li>
  );
});
