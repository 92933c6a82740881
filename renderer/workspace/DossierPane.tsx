import { assessmentFacts } from '../../core/dossier/assessment-facts.ts';
import { shortDate } from '../../core/dossier/csl-date.ts';
import { templateFor } from '../../core/dossier/template.ts';
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

/** What is in the dossier: its sources and its notes. */
export function DossierPane({ workspace }: { readonly workspace: Workspace }) {
  const sources = useStore(workspace.store, (state) => state.sources);
  const notes = useStore(workspace.store, (state) => state.notes);
  const annotations = useStore(workspace.store, (state) => state.annotations);
  const openSource = useStore(workspace.store, (state) => state.source);
  const openNote = useStore(workspace.store, (state) => state.note?.id);
  return (
    <nav className="dossier-pane" aria-label="Dossier">
      <Section
        title="Sources"
        add="Add sources (Ctrl+Shift+A)"
        onAdd={() => {
          workspace.run('add-source');
        }}
      >
        {sources.map(({ source, numberedParagraphs }) => {
          const { publisher, issued } = source.metadata;
          const facts = [
            publisher,
            shortDate(issued),
            `${String(numberedParagraphs)}\u00a0¶`,
            ...assessmentFacts(source.assessment),
          ];
          const count = annotations.filter((each) => each.source === source.id).length;
          return (
            <li key={source.id} className="dossier-source">
              <button
                type="button"
                className="dossier-item"
                aria-current={source.id === openSource ? 'true' : undefined}
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
                {count > 0 && (
                  <small title={`${String(count)} annotations`} aria-label={`${String(count)} annotations`}>
                    {count}
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
        })}
        {sources.length === 0 && <li className="none">No source yet.</li>}
      </Section>
      <Section
        title="Notes"
        add="New note (Ctrl+N)"
        onAdd={() => {
          workspace.run('new-note');
        }}
      >
        {notes.map((note) => (
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
                  {templateFor(note.template).name} · {note.words} words
                </small>
              </span>
            </button>
          </li>
        ))}
        {notes.length === 0 && <li className="none">No note yet.</li>}
      </Section>
    </nav>
  );
}
