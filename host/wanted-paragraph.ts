import type { FoundAddress } from '../core/dossier/paragraph-link.ts';

/** The paragraph that a link from outside points at, until the window of its dossier fetches it. */
export interface WantedParagraph {
  want(address: FoundAddress): void;
  /** Gives it once, to the dossier that it is in: one with a passphrase may be opened much later. */
  take(dossier: string): FoundAddress | undefined;
}

export function createWantedParagraph(): WantedParagraph {
  let wanted: FoundAddress | undefined;
  return {
    want(address) {
      wanted = address;
    },
    take(dossier) {
      if (wanted?.dossier !== dossier) return undefined;
      const address = wanted;
      wanted = undefined;
      return address;
    },
  };
}
