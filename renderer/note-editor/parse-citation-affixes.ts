import { citationAffixes, longestAffix, withAffixes } from '../../core/note-tree/citation-affixes.ts';
import type { CitationAffixes } from '../../core/note-tree/note-tree.ts';

/** On the HTML of a copied chip: its words before and after as JSON, where it has any. */
export const affixesHtmlAttribute = 'data-chancery-words';

/** What a footnote says of it, for where its targets mean nothing. */
export const referenceHtmlAttribute = 'data-chancery-reference';

export const noAffixes: CitationAffixes = {};

/** The words around a citation as anyone may have written them; what is no text is left out. */
export function parseAffixes(value: unknown): CitationAffixes {
  if (typeof value !== 'object' || value === null) return noAffixes;
  const { prefix, suffix } = value as { prefix?: unknown; suffix?: unknown };
  return {
    ...(typeof prefix === 'string' && prefix !== '' ? { prefix: prefix.slice(0, longestAffix) } : {}),
    ...(typeof suffix === 'string' && suffix !== '' ? { suffix: suffix.slice(0, longestAffix) } : {}),
  };
}

export function affixesOfChip(chip: Element): CitationAffixes {
  try {
    return citationAffixes(parseAffixes(JSON.parse(chip.getAttribute(affixesHtmlAttribute) ?? 'null')));
  } catch {
    return noAffixes;
  }
}

/** The reference of a copied chip as words within a sentence, for a dossier without its sources; `''` without any. */
export function foreignWordsOfChip(chip: Element): string {
  const reference = chip.getAttribute(referenceHtmlAttribute)?.replace(/\.$/u, '').trim() ?? '';
  return reference === '' ? '' : ` (${withAffixes(reference, affixesOfChip(chip))})`;
}
