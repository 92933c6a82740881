import { Dialog } from '@base-ui/react/dialog';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

/** Why a text stays as it is, and what can be done instead. */
export function RefusedCorrection({ workspace }: { readonly workspace: Workspace }) {
  const { corrections, store } = workspace;
  const refused = useStore(store, (state) => state.refusedCorrection);
  if (refused === null) return null;
  return (
    <>
      <p className="refusal" role="alert">
        {refused.text}
      </p>
      <p>
        What is cited or annotated keeps its words and its number, so that no citation ever says something
        else unseen.
        {corrections.canMakeNewEdition &&
          ' A new edition has the correction; what rests on this one is then looked for in it, and nothing is moved that is not found.'}
      </p>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Close</Dialog.Close>
        {corrections.canMakeNewEdition && (
          <button
            type="button"
            className="button primary"
            onClick={() => {
              corrections.makeNewEdition();
            }}
          >
            Make a new edition with this correction
          </button>
        )}
      </div>
    </>
  );
}
