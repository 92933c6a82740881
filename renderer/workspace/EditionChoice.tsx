import { useEffect } from 'react';
import { asEditionId } from '../../core/dossier/ids.ts';
import type { Source } from '../../core/dossier/source.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './replacement.css';

interface EditionChoiceProps {
  readonly workspace: Workspace;
  readonly source: Source;
  /** The one that is shown. */
  readonly shown: string | undefined;
}

const day = (at: string) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

/** Which text of a source is read, where it has more than one. */
export function EditionChoice({ workspace, source, shown }: EditionChoiceProps) {
  const editions = useStore(workspace.store, (state) => state.editionLists.get(source.id));
  useEffect(() => {
    void workspace.sources.listEditions(source.id);
  }, [workspace, source]);
  if (editions === undefined || editions.length < 2) return null;
  const isOlder = shown !== source.currentEdition;
  return (
    <div className="edition-choice" data-older={isOlder ? '' : undefined}>
      <label>
        Text{' '}
        <select
          value={shown}
          onChange={(event) => {
            void workspace.sources.showEdition(source.id, asEditionId(event.target.value));
          }}
        >
          {editions.toReversed().map((edition) => (
            <option key={edition.id} value={edition.id}>
              {edition.id === source.currentEdition ? 'Newest' : 'Older'}, of {day(edition.importedAt)} (
              {edition.numberedParagraphs} ¶)
            </option>
          ))}
        </select>
      </label>
      {isOlder && (
        <span role="status">
          This is an older text of {source.label}. What you cite here points to it.{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => void workspace.sources.showEdition(source.id, source.currentEdition)}
          >
            Read the newest
          </button>
        </span>
      )}
    </div>
  );
}
