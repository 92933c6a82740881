import type { Edition, Source } from '../dossier/source.ts';
import { createEditionText, type EditionText } from '../anchoring/find-in-edition.ts';
import type { SourceWithEditions } from './write-web-annotations.ts';

export interface EditionOfSource {
  readonly source: Source;
  readonly edition: Edition;
}

/** The sources of a dossier, looked up as annotations from outside name them. */
export interface KnownSources {
  /** Every edition of these bytes. */
  ofBytes(sha256: string): readonly EditionOfSource[];
  /** The current editions of the sources with this address. */
  ofAddress(address: string): readonly EditionOfSource[];
  /** The current editions of all sources. */
  readonly current: readonly EditionOfSource[];
  textOf(edition: Edition): EditionText;
}

/** Part of an address that does not say which document it is: a fragment, and a slash at the end. */
const plainAddress = (address: string) => address.trim().replace(/#.*$/su, '').replace(/\/$/u, '');

export function knowSources(sources: readonly SourceWithEditions[]): KnownSources {
  const all = sources.flatMap(({ source, editions }) => editions.map((edition) => ({ source, edition })));
  const current = all.filter(({ source, edition }) => source.currentEdition === edition.id);
  const texts = new Map<Edition, EditionText>();
  return {
    ofBytes: (sha256) => all.filter(({ edition }) => edition.sha256 === sha256),
    ofAddress: (address) =>
      current.filter(
        ({ source }) =>
          source.metadata.URL !== undefined && plainAddress(source.metadata.URL) === plainAddress(address),
      ),
    current,
    textOf(edition) {
      const text = texts.get(edition) ?? createEditionText(edition);
      texts.set(edition, text);
      return text;
    },
  };
}
