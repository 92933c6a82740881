import { categoryWords } from '../../../core/dossier/annotation.ts';
import { done } from '../../../core/result.ts';
import type { SearchHit } from '../../../core/search/search-hit.ts';
import { searchDossier } from '../../search.ts';
import { wrongUsage, type Command } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

const defaultLimit = 20;

function placeOf(hit: SearchHit): string {
  if (hit.kind === 'note') return `Note “${hit.title === '' ? 'Untitled note' : hit.title}”`;
  const paragraph =
    hit.number === null ? `${hit.label} (not numbered)` : `${hit.label} ¶${String(hit.number)}`;
  return hit.kind === 'paragraph' ? paragraph : `${paragraph} ${categoryWords[hit.category].name}`;
}

/** What was found stands between brackets, as a terminal has no other mark that every reader sees. */
const lineOf = (hit: SearchHit) =>
  `${placeOf(hit)}  ${hit.snippet.map(({ text, hit: isHit }) => (isHit ? `[${text}]` : text)).join('')}`;

export const searchCommand: Command = {
  name: 'search',
  usage: 'FILE.dossier QUERY [--limit N]',
  summary: 'find words, "phrases" and beginnings of words in sources, annotations and notes; N of each',
  options: ['limit'],
  async run({ positionals, options }, context) {
    const { output } = context;
    const [file, ...query] = positionals;
    if (file === undefined || query.length === 0) {
      return wrongUsage('“search” takes a dossier and what to look for.');
    }
    const limit = options['limit'] ?? String(defaultLimit);
    if (!/^[1-9]\d{0,5}$/.test(limit)) return wrongUsage('--limit takes a number from 1 to 999999.');
    return withDossier(file, context, (dossier) => {
      output.resultList('hits', searchDossier(dossier, query.join(' '), Number(limit)), lineOf);
      return done(null);
    });
  },
};
