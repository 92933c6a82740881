import type { EditionId } from '../../core/dossier/ids.ts';
import {
  correctionsAt,
  type Correction,
  type CorrectionName,
} from '../../core/dossier/paragraph-corrections.ts';
import type { CorrectionMenuState, PlaceInEdition } from './correction-state.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface CorrectionCommandOptions {
  readonly store: Store<WorkspaceState>;
  readonly sources: SourceCommands;
  readonly refuse: (message: string) => void;
  /** Makes a new edition with the correction. Missing: it is not offered. */
  readonly onNewEdition?: (edition: EditionId, change: Correction) => void;
}

export interface CorrectionCommands {
  /** Whether a correction that is refused can be made in a new edition instead. */
  readonly canMakeNewEdition: boolean;
  /** What the keyboard is at in a source. */
  setPlace(place: PlaceInEdition): void;
  /** Corrects the paragraph that the keyboard is at. */
  correctHere(name: CorrectionName): void;
  openMenu(place: PlaceInEdition, at: CorrectionMenuState['at']): void;
  openMenuHere(): void;
  closeMenu(): void;
  correct(edition: EditionId, change: Correction): void;
  /** Does in a new edition what was refused in this one. */
  makeNewEdition(): void;
}

const nowhere =
  'Go to a paragraph of a source first: click into it, or press F6 until the keyboard is in the source.';

/** Correcting how a source is cut into paragraphs. */
export function createCorrectionCommands(options: CorrectionCommandOptions): CorrectionCommands {
  const { store, sources, refuse, onNewEdition } = options;

  /** A key pressed while one writes in the note is not meant for the source beside it. */
  function here(): PlaceInEdition | null {
    const { place, lastUsedPanes, sources: all, source: open } = store.get();
    const shown = all.find(({ source }) => source.id === open)?.source.currentEdition;
    const isHere = place !== null && place.edition === shown && lastUsedPanes[0] === 'source';
    if (!isHere) {
      refuse(nowhere);
      return null;
    }
    return place;
  }

  const offersAt = (place: PlaceInEdition) =>
    correctionsAt(store.get().editions.get(place.edition)?.paragraphs ?? [], place);

  function correct(edition: EditionId, change: Correction): void {
    if (isReadOnly(store.get())) refuse(readOnlyMessage);
    else void sources.correct(edition, change);
  }

  return {
    canMakeNewEdition: onNewEdition !== undefined,
    setPlace(place) {
      const { place: before } = store.get();
      const isSame =
        before?.edition === place.edition &&
        before.paragraph === place.paragraph &&
        before.offset === place.offset;
      if (!isSame) store.set({ place });
    },
    correctHere(name) {
      const place = here();
      if (place === null) return;
      const offer = offersAt(place).find((each) => each.name === name);
      if (offer === undefined) refuse(nowhere);
      else if (offer.change === null) refuse(offer.why);
      else correct(place.edition, offer.change);
    },
    openMenu(place, at) {
      store.set({ correctionMenu: { place, at } });
    },
    openMenuHere() {
      const place = here();
      if (place !== null) store.set({ correctionMenu: { place, at: null } });
    },
    closeMenu() {
      store.set({ correctionMenu: null });
    },
    correct,
    makeNewEdition() {
      const { refusedCorrection } = store.get();
      store.set({ dialog: null, refusedCorrection: null });
      if (refusedCorrection !== null) onNewEdition?.(refusedCorrection.edition, refusedCorrection.change);
    },
  };
}
