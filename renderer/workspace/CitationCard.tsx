import { categoryWords } from '../../core/dossier/annotation.ts';
import { longDate } from '../../core/dossier/csl-date.ts';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { findTarget } from './describe-targets.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

function MarkedText({ text, target }: { readonly text: string; readonly target: CitationTarget }) {
  const anchor = target.passage?.anchors.find((each) => each.paragraph === target.paragraph);
  if (anchor === undefined) return <>{text}</>;
  const { start, end } = anchor.position;
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}

interface CitationCardProps {
  readonly workspace: Workspace;
  readonly targets: readonly CitationTarget[];
}

/** What a citation rests on, word for word. */
export function CitationCard({ workspace, targets }: CitationCardProps) {
  const sources = useStore(workspace.store, (state) => state.sources);
  const editions = useStore(workspace.store, (state) => state.editions);
  const annotations = useStore(workspace.store, (state) => state.annotations);
  return (
    <>
      {targets.map((target) => {
        const found = findTarget(target, sources, editions);
        if (found === null) {
          return (
            <p key={target.paragraph} className="refusal">
              The paragraph that this citation points at is not in the dossier. Press F2 to cite another, or
              delete the citation.
            </p>
          );
        }
        const { source, paragraph } = found;
        const { publisher, issued } = source.metadata;
        const own = annotations.filter((each) =>
          each.passage.anchors.some((anchor) => anchor.paragraph === paragraph.id),
        );
        return (
          <article key={target.paragraph} className="citation-card">
            <header>
              <span className="source-label">{source.label}</span>{' '}
              {[publisher ?? source.title, longDate(issued)]
                .filter((fact) => fact !== undefined && fact !== '')
                .join(', ')}
              , ¶{paragraph.number ?? '–'}
            </header>
            {source.currentEdition !== target.edition && (
              <p className="older-text">
                The source has a newer text. This citation points to the older one, in which it stood like
                this. Press F2 to cite the newer one.
              </p>
            )}
            <p>
              <MarkedText text={paragraph.text} target={target} />
            </p>
            {own.map((annotation) => (
              <footer key={annotation.id}>
                <span className="category-dot" data-category={annotation.category}>
                  {categoryWords[annotation.category].letter}
                </span>{' '}
                {annotation.comment === '' ? categoryWords[annotation.category].name : annotation.comment}
              </footer>
            ))}
          </article>
        );
      })}
    </>
  );
}
