import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

const none: readonly string[] = [];

/** Where an office puts its own templates and marking schemes, and what could not be read of them. */
export function FormSettings({ workspace }: { readonly workspace: Workspace }) {
  const faults = useStore(workspace.store, (state) => state.session?.formFaults ?? none);
  return (
    <section className="settings-part" aria-labelledby="settings-forms">
      <h3 id="settings-forms">Forms of the office</h3>
      <p>
        Your office’s own templates and marking schemes are files in a folder. They are read when a window
        opens.
      </p>
      {faults.length > 0 && (
        <ul className="refusal">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={() => void workspace.dossier.openFormsFolder()}>
        Open the folder of forms
      </button>
    </section>
  );
}
