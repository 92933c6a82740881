import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { asAnnotationId } from '../../core/dossier/ids.ts';
import type { CardPlace } from './board-selection.ts';
import type { ShownCards } from './use-shown-cards.ts';

/** The card that a part of the page belongs to. */
export function placeOf(target: EventTarget): CardPlace | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('.evidence-card') : null;
  const { column, annotation } = card?.dataset ?? {};
  return column === undefined || annotation === undefined ? null : { column, id: asAnnotationId(annotation) };
}

interface CardFocus {
  readonly root: RefObject<HTMLDivElement | null>;
  /** Puts the keyboard on the card it was at last. */
  readonly focusCurrent: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** A card that the keyboard is at keeps it when it moves to another column, and hands it on when it goes. */
export function useCardFocus(
  { selection, columns }: Pick<ShownCards, 'selection' | 'columns'>,
  onArrive: (place: CardPlace) => void,
): CardFocus {
  const root = useRef<HTMLDivElement>(null);
  const isOnCards = useRef(false);
  const focusCurrent = () => {
    root.current?.querySelector<HTMLElement>('.evidence-card[tabindex="0"]')?.focus();
  };
  useLayoutEffect(() => {
    if (!isOnCards.current) return;
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (isLost || activeElement.matches('.evidence-card')) focusCurrent();
  }, [selection, columns]);
  return {
    root,
    focusCurrent,
    onFocus: ({ target }) => {
      isOnCards.current = target.matches('.evidence-card');
      const place = isOnCards.current ? placeOf(target) : null;
      if (place !== null) onArrive(place);
    },
    onBlur: ({ relatedTarget }) => {
      // A card that is taken from the page has no successor; the one that follows it is found above.
      if (relatedTarget instanceof Element && !relatedTarget.matches('.evidence-card')) {
        isOnCards.current = false;
      }
    },
  };
}
