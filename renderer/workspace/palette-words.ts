import type { PaletteGroup, PaletteRequest } from './palette-entries.ts';
import type { SearchAnswer } from './search-as-typed.ts';
import { hitLimit } from './search-commands.ts';

interface PaletteState {
  readonly request: PaletteRequest;
  readonly isAnswered: boolean;
  readonly answer: SearchAnswer;
  readonly groups: readonly PaletteGroup[];
}

function counted(count: number, one: string): string[] {
  if (count === 0) return [];
  const many = count === 1 ? one : `${one}s`;
  return [count === hitLimit ? `the best ${String(count)} ${many}` : `${String(count)} ${many}`];
}

const inSentence = (parts: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);

/** The sentence under the palette's field, which is read out as well. */
export function describeAnswer({ request, isAnswered, answer, groups }: PaletteState): string {
  if (request.ask === 'actions') {
    return groups.length === 0 ? 'No action has a name like this.' : 'Actions of this window.';
  }
  if (request.query.trim() === '') {
    return 'Type words, or a “phrase”, in any order and without accents. What stands after > is an action.';
  }
  if (answer.refusal !== null) return answer.refusal;
  if (!isAnswered && answer.hits.length === 0) return 'Searching…';
  const { hits } = answer;
  const count = (kind: (typeof hits)[number]['kind']) => hits.filter((hit) => hit.kind === kind).length;
  const parts = [
    ...counted(count('paragraph'), 'paragraph'),
    ...counted(count('annotation'), 'annotation'),
    ...counted(count('note'), 'note'),
  ];
  if (parts.length === 0)
    return 'Nothing in this dossier has all of these words. Try fewer, or the beginning of one.';
  return `Found ${inSentence(parts)}.`;
}
