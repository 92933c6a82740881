import type { Edition, Paragraph, Source } from '../../core/dossier/source.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { DossierFile } from '../dossier-file/dossier-file.ts';
import { wrongUsage } from './command.ts';

export interface CitableParagraph {
  readonly source: Source;
  readonly edition: Edition;
  readonly paragraph: Paragraph;
}

export const sourceNotFound = (label: string) =>
  refused('source-not-found', `This dossier has no source ${label}. “chancery show” lists what it has.`);

/** Finds what `A12` names: paragraph 12 of the current edition of source A. */
export function findCitableParagraph(dossier: DossierFile, name: string): Result<CitableParagraph> {
  const [, label, number] = /^([A-Z]{1,4})([1-9]\d{0,6})$/.exec(name) ?? [];
  if (label === undefined) return wrongUsage(`“${name}” does not name a paragraph; “A12” does.`);
  const source = dossier.sources.findByLabel(label);
  if (source === undefined) return sourceNotFound(label);
  const edition = dossier.sources.edition(source.currentEdition);
  const paragraph = edition?.paragraphs.find((candidate) => candidate.number === Number(number));
  if (edition === undefined || paragraph === undefined) {
    return refused('paragraph-not-found', `Source ${label} has no paragraph ${String(number)}.`);
  }
  return done({ source, edition, paragraph });
}
