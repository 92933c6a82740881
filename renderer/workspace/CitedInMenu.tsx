import { MenuItem, PlacedMenu } from '../source-pane/PlacedMenu.tsx';
import { blockOfParagraph } from './block-of-paragraph.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './cited-in-menu.css';

/** Every place in the notes of the dossier that cites a paragraph; choosing one goes there. */
export function CitedInMenu({ workspace }: { readonly workspace: Workspace }) {
  const citedIn = useStore(workspace.store, (state) => state.citedIn);
  const openNote = useStore(workspace.store, (state) => state.note?.id);
  if (citedIn === null) return null;
  const { paragraph, places } = citedIn;
  const count = places.length === 1 ? 'one place' : `${String(places.length)} places`;
  return (
    <PlacedMenu
      label={`Cited in ${count}`}
      around={blockOfParagraph(paragraph)?.getBoundingClientRect() ?? new DOMRect()}
      onClose={workspace.citedIn.close}
      back={() => blockOfParagraph(paragraph)}
    >
      <div className="cited-in-count" aria-hidden="true">
        Cited in {count}
      </div>
      {places.map((place) => (
        <MenuItem
          key={`${place.note} ${String(place.nth)}`}
          onChoose={() => void workspace.citedIn.goTo(paragraph, place)}
        >
          <span className="cited-in-note">
            {place.title}
            {place.note === openNote ? ' (open)' : ''}
          </span>
          <span className="cited-in-words" dir="auto">
            {place.before}
            <b> ¶ </b>
            {place.after}
          </span>
        </MenuItem>
      ))}
    </PlacedMenu>
  );
}
