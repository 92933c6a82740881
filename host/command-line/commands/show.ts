import type { Paragraph, Source } from '../../../core/dossier/source.ts';
import { done } from '../../../core/result.ts';
import type { DossierFile } from '../../dossier-file/dossier-file.ts';
import { sourceNotFound } from '../citable-paragraph.ts';
import { wrongUsage, type Command } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

interface ShownParagraph extends Paragraph {
  readonly source: string;
}

/** One edition in memory at a time. */
function* paragraphsOf(dossier: DossierFile, sources: readonly Source[]): Generator<ShownParagraph> {
  for (const { label, currentEdition } of sources) {
    for (const paragraph of dossier.sources.edition(currentEdition)?.paragraphs ?? []) {
      yield { source: label, ...paragraph };
    }
  }
}

const place = ({ source, number, leftover }: ShownParagraph) => {
  if (number !== null) return `${source} ¶${String(number)}`;
  return leftover ? `${source} (leftover)` : `${source} (heading)`;
};

export const showCommand: Command = {
  name: 'show',
  usage: 'FILE.dossier [--source A]',
  summary: 'print the paragraphs of the sources',
  options: ['source'],
  async run({ positionals, options }, context) {
    const { output } = context;
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return wrongUsage('“show” takes one dossier.');
    return withDossier(file, context, (dossier) => {
      const label = options['source'];
      const sources = dossier.sources
        .list()
        .filter((source) => label === undefined || source.label === label);
      if (label !== undefined && sources.length === 0) return sourceNotFound(label);
      output.resultList('paragraphs', paragraphsOf(dossier, sources), (one) => `${place(one)}  ${one.text}`);
      return done(null);
    });
  },
};
