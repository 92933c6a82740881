import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { templateFor } from '../../core/dossier/forms.ts';
import { useForms } from '../forms-context.ts';
import { useStore } from './store.ts';
import { TemplatePicker } from './TemplatePicker.tsx';
import type { Workspace } from './workspace.ts';

interface DialogProps {
  readonly workspace: Workspace;
}

export function NewNoteForm({ workspace }: DialogProps) {
  const { templates } = useForms();
  const [template, setTemplate] = useState(templates[0]?.key ?? 'plain');
  const [title, setTitle] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        workspace.openDialog(null);
        workspace.enterPane('note');
        void workspace.notes.create(template, title.trim()).then(() => workspace.noteEditor.current?.focus());
      }}
    >
      <label className="field">
        Title
        <input
          value={title}
          placeholder="Untitled note"
          onChange={(event) => {
            setTitle(event.target.value);
          }}
        />
      </label>
      <TemplatePicker value={template} onChange={setTemplate} />
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button type="submit" className="button primary">
          Make the note
        </button>
      </div>
    </form>
  );
}

/** Another template for the note that is open: nothing that was written goes. */
export function ChangeTemplateForm({ workspace }: DialogProps) {
  const forms = useForms();
  const present = useStore(workspace.store, (state) => state.note?.tree.children[0].template ?? 'plain');
  const [template, setTemplate] = useState(templateFor(forms, present).key);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        workspace.openDialog(null);
        workspace.notes.changeTemplate(templateFor(forms, template));
      }}
    >
      <p className="dialog-words">
        Everything that is written stays, with every field that is filled in. Headings that nothing was
        written under go; those of the new template that are missing come at the end. Ctrl+Z takes it back.
      </p>
      <TemplatePicker value={template} onChange={setTemplate} />
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button type="submit" className="button primary" disabled={template === present}>
          Change the template
        </button>
      </div>
    </form>
  );
}
