import { Dialog } from '@base-ui/react/dialog';
import { useMemo, type KeyboardEvent } from 'react';
import { sidesOf } from '../../core/dossier/source-assessment.ts';
import type { Source } from '../../core/dossier/source.ts';
import { AssessmentFields } from './AssessmentFields.tsx';
import { FillFromBibliography } from './FillFromBibliography.tsx';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import { SourceFields } from './SourceFields.tsx';
import { fieldName } from './source-field-words.ts';
import { formWithMetadata, metadataToFill, type FaultyField } from './source-form.ts';
import { useStore } from './store.ts';
import { useSourceForm, type SourceFormState } from './use-source-form.ts';
import type { Workspace } from './workspace.ts';
import './source-details.css';

interface LeaveQuestionProps {
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Asked before changes would be lost. */
function LeaveQuestion({ onSave, onDiscard, onStay }: LeaveQuestionProps) {
  return (
    <div className="details-question" role="alertdialog" aria-label="Save the changes?">
      <p>The changes are not saved yet.</p>
      <div className="dialog-buttons">
        <button type="button" className="button danger" onClick={onDiscard}>
          Discard them
        </button>
        <button type="button" className="button" onClick={onStay}>
          Go on with the form
        </button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question waits for an answer */}
        <button type="button" className="button primary" autoFocus onClick={onSave}>
          Save
        </button>
      </div>
    </div>
  );
}

interface DetailsFormProps {
  readonly workspace: Workspace;
  readonly state: SourceFormState;
}

/** The form with its buttons; over fifty lines, as it reads as the dialog does. */
function DetailsForm({ workspace, state }: DetailsFormProps) {
  const { store } = workspace;
  const summaries = useStore(store, (all) => all.sources);
  const readOnly = useStore(store, isReadOnly);
  const sides = useMemo(() => sidesOf(summaries.map((each) => each.source.assessment)), [summaries]);
  const fields = {
    form: state.form,
    onChange: state.setForm,
    faults: state.shownFaults,
    onLeave: (field: FaultyField) => {
      state.setLeft((before) => new Set([...before, field]));
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || readOnly) return;
    event.preventDefault();
    void state.save();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl+Enter saves from whichever field has the keyboard
    <div className="details-form" onKeyDown={onKeyDown}>
      {readOnly && <p className="refusal">{readOnlyMessage}</p>}
      <div className="details-body" ref={state.body}>
        <fieldset className="details-all" disabled={readOnly}>
          <SourceFields {...fields} />
          <AssessmentFields {...fields} sides={sides} />
        </fieldset>
      </div>
      {state.message !== null && (
        <p
          className={state.message.kind === 'refused' ? 'refusal' : 'details-filled'}
          role={state.message.kind === 'refused' ? 'alert' : 'status'}
        >
          {state.message.text}
        </p>
      )}
      {state.isAsking ? (
        <LeaveQuestion
          onSave={() => void state.save()}
          onDiscard={state.close}
          onStay={() => {
            state.setAsking(false);
          }}
        />
      ) : (
        <div className="dialog-buttons details-buttons">
          <button type="button" className="button" disabled={readOnly} onClick={() => void state.pick()}>
            Fill from a bibliography…
          </button>
          <span className="grow" />
          <button type="button" className="button" onClick={state.leave}>
            {readOnly ? 'Close' : 'Cancel'}
          </button>
          {!readOnly && (
            <button
              type="button"
              className="button primary"
              aria-keyshortcuts="Control+Enter"
              title="Save (Ctrl+Enter)"
              onClick={() => void state.save()}
            >
              Save
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function SourceDetails({ workspace, source }: { readonly workspace: Workspace; readonly source: Source }) {
  const state = useSourceForm(workspace, source);
  const { form, bibliography } = state;
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) state.leave();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog source-details">
          <Dialog.Title className="dialog-title">
            {bibliography === null ? (
              <>
                <span className="source-label">{source.label}</span> Source details
              </>
            ) : (
              'Fill from a bibliography'
            )}
          </Dialog.Title>
          {bibliography === null ? (
            <DetailsForm workspace={workspace} state={state} />
          ) : (
            <FillFromBibliography
              bibliography={bibliography}
              present={metadataToFill(form)}
              onBack={() => {
                state.setBibliography(null);
              }}
              onFilled={(metadata, filled) => {
                state.setForm(formWithMetadata(form, metadata));
                state.setBibliography(null);
                const what = filled.length === 0 ? 'nothing new' : filled.map(fieldName).join(' · ');
                const text = `From “${bibliography.name}”: ${what}. It is stored when you save.`;
                state.setMessage({ kind: 'done', text });
              }}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What a source is, and what the drafter thinks of it: to be read, changed, and filled from a bibliography. */
export function SourceDetailsDialog({ workspace }: { readonly workspace: Workspace }) {
  const source = useStore(workspace.store, ({ sources, detailsOf }) =>
    sources.find((each) => each.source.id === detailsOf),
  )?.source;
  return source === undefined ? null : (
    <SourceDetails key={source.id} workspace={workspace} source={source} />
  );
}
