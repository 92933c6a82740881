import { done } from '../../../core/result.ts';
import { createDossierFile, dossierName } from '../../dossier-file/dossier-file.ts';
import { wrongUsage, type Command } from '../command.ts';

export const newCommand: Command = {
  name: 'new',
  usage: 'FILE.dossier [--title T]',
  summary: 'make an empty dossier',
  options: ['title'],
  async run({ positionals, options }, { output, now, newId }) {
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return wrongUsage('“new” takes one file.');
    const title = options['title'] ?? dossierName(file);
    const created = createDossierFile(file, { title, now, newId });
    if (!created.ok) return created;
    created.value.close();
    output.result({ file, title }, [`${file}: “${title}”`]);
    return done(null);
  },
};
