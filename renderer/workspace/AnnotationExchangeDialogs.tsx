import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { categories, categoryWords, type Category } from '../../core/dossier/annotation.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './import.css';

/** Asks what annotations of other programs become that know no categories of ours. */
export function ImportAnnotations({ workspace }: { readonly workspace: Workspace }) {
  const [category, setCategory] = useState<Category>('fact');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        workspace.openDialog(null);
        void workspace.exchange.read(category);
      }}
    >
      <p>
        From a file of W3C Web Annotations (JSON-LD), as Chancery writes it, or an export of Hypothesis. An
        annotation is taken only where its words stand in a source of this dossier; of each other one you are
        told why not.
      </p>
      <fieldset className="choices">
        <legend>What has no category of Chancery’s becomes</legend>
        {categories.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="unclassified"
              checked={each === category}
              onChange={() => {
                setCategory(each);
              }}
            />
            {categoryWords[each].name}
          </label>
        ))}
      </fieldset>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button type="submit" className="button primary">
          Choose the file…
        </button>
      </div>
    </form>
  );
}

/** What of a file of annotations was not taken, and why. */
export function AnnotationReport({ workspace }: { readonly workspace: Workspace }) {
  const report = useStore(workspace.store, (state) => state.annotationReport);
  if (report === null) return null;
  const { added, replaced, refused } = report;
  return (
    <>
      <p>
        {added} added, {replaced} brought up to date, {refused.length} not taken:
      </p>
      <div className="dialog-scroll" tabIndex={0} role="region" aria-label="Annotations that were not taken">
        <ol className="import-list">
          {refused.map(({ index, message }) => (
            <li key={index}>
              <small>Number {index + 1} of the file</small>
              <p className="refusal">{message}</p>
            </li>
          ))}
        </ol>
      </div>
      <div className="dialog-buttons">
        <Dialog.Close className="button primary">Close</Dialog.Close>
      </div>
    </>
  );
}
