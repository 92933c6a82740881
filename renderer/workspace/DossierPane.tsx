import { memo, useMemo } from 'react';
import { assessmentFacts } from '../../core/dossier/assessment-facts.ts';
import { shortDate } from '../../core/dossier/csl-date.ts';
import { countBySource } from '../../core/evidence/evidence.ts';
import { templateFor } from '../../core/dossier/forms.ts';
import type { SourceSummary } from '../../core/host-contract.ts';
import { InView } from './InView.tsx';
import { useForms } from '../forms-context.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

interface SectionProps {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: React.ReactNode;
}

function Section({ title, add, onAdd, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <h2>
        {title}
        <button type="button" className="icon-button" aria-label={add} title={add} onClick={onAdd}>
          +
        </button>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface SourceItemProps {
  readonly workspace: Workspace;
  readonly summary: SourceSummary;
  readonly annotations: number;
}

/** Remembered, because one of a thousand is opened or annotated at a time. */
const SourceItem = memo(function SourceItem({ workspace, summary, annotations }: SourceItemProps) {
  const forms = useForms();
  const { source, numberedParagraphs } = summary;
  const isOpen = useStore(workspace.store, (state) => state.source === source.id);
  const { publisher, issued } = source.metadata;
  const facts = [
    publisher,
    shortDate(issued),
    `${String(numberedParagraphs)}\u00a0¶`,
    ...assessmentFacts(source.assessment, forms),
  ];
  return (
    <li className="dossier-source">
      <button
        type="button"
        className="dossier-item"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => {
          workspace.enterPane('source');
          void workspace.sources.open(source.id);
        }}
      >
        <span className="source-label">{source.label}</span>
        <span className="dossier-item-text">
          {source.title}
          <small>{facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}</small>
        </span>
        {annotations > 0 && (
          <small
            title={`${String(annotations)} annotations`}
            aria-label={`${String(annotations)} annotations`}
          >
            {annotations}
          </small>
        )}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Details of source ${source.label}`}
        title="Source details…"
        onClick={() => {
          workspace.descriptions.openDetails(source.id);
        }}
      >
        ⋯
      </button>
    </li>
  );
});

const rowHeight = 44; // pixels of an item with one line of title
const rowsAtOnce = 50;

/** Cut into runs of rows, of which those far from view are not made. */
function Sources({ workspace }: { readonly workspace: Workspace }) {
  const sources = useStore(workspace.store, (state) => state.sources);
  const annotations = useStore(workspace.store, (state) => state.annotations);
  const counts = useMemo(() => countBySource(annotations), [annotations]);
  const item = (summary: SourceSummary) => (
    <SourceItem
      key={summary.source.id}
      workspace={workspace}
      summary={summary}
      annotations={counts.get(summary.source.id) ?? 0}
    />
  );
  if (sources.length === 0) return <li className="none">No source yet.</li>;
  const runs = Array.from({ length: Math.ceil(sources.length / rowsAtOnce) }, (_, run) =>
    sources.slice(run * rowsAtOnce, (run + 1) * rowsAtOnce),
  );
  return runs.map((rows, run) =>
    run === 0 ? (
      rows.map(item)
    ) : (
      <InView key={rows[0]?.source.id} height={rows.length * rowHeight}>
        {() => rows.map(item)}
      </InView>
    ),
  );
}

function Notes({ workspace }: { readonly workspace: Workspace }) {
  const forms = useForms();
  const notes = useStore(workspace.store, (state) => state.notes);
  const openNote = useStore(workspace.store, (state) => state.note?.id);
  if (notes.length === 0) return <li className="none">No note yet.</li>;
  return notes.map((note) => (
    <li key={note.id}>
      <button
        type="button"
        className="dossier-item"
        aria-current={note.id === openNote ? 'true' : undefined}
        onClick={() => {
          workspace.enterPane('note');
          void workspace.notes.open(note.id);
        }}
      >
        <svg className="note-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 2h10v12H3zM5.5 5h5M5.5 8h5M5.5 11h3" />
        </svg>
        <span className="dossier-item-text">
          {note.title === '' ? 'Untitled note' : note.title}
          <small>
            {templateFor(forms, note.template).name} · {note.words} words
          </small>
        </span>
      </button>
    </li>
  ));
}

/** What is in the dossier: its sources and its notes. */
export function DossierPane({ workspace }: { readonly workspace: Workspace }) {
  const annotations = useStore(workspace.store, (state) => state.annotations.length);
  return (
    <nav className="dossier-pane" aria-label="Dossier" data-scrolls="">
      <Section
        title="Sources"
        add="Add sources (Ctrl+Shift+A)"
        onAdd={() => {
          workspace.run('add-source');
        }}
      >
        <Sources workspace={workspace} />
      </Section>
      <Section
        title="Notes"
        add="New note (Ctrl+N)"
        onAdd={() => {
          workspace.run('new-note');
        }}
      >
        <Notes workspace={workspace} />
      </Section>
      <section aria-label="Review">
        <h2>Review</h2>
        <ul>
          <li>
            <button
              type="button"
              className="dossier-item"
              title="Evidence board (Ctrl+Shift+E)"
              onClick={() => {
                workspace.run('toggle-board');
              }}
            >
              <svg className="note-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M2.5 3h3v10h-3zM6.5 3h3v7h-3zM10.5 3h3v4h-3z" />
              </svg>
              <span className="dossier-item-text">Evidence board</span>
              {annotations > 0 && (
                <small aria-label={`${String(annotations)} annotations`}>{annotations}</small>
              )}
            </button>
          </li>
        </ul>
      </section>
    </nav>
  );
}
