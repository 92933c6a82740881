/** What a citation says in a footnote: `VietNamNet, “Title”, 12 July 2025, ¶ 12.` */
import { longDate } from '../dossier/csl-date.ts';
import type { CslName, Source } from '../dossier/source.ts';
import { groupBySource, labelParts, pilcrows } from './citation-label.ts';

export interface ReferenceTarget {
  readonly source: Source;
  readonly paragraph: number;
}

function personName({ literal, given, family }: CslName): string {
  return literal?.trim() || [given, family].filter(Boolean).join(' ').trim();
}

function authors(names: readonly CslName[]): string {
  const written = names.map(personName).filter(Boolean);
  if (written.length > 3) return `${written[0] ?? ''} and others`;
  const last = written.pop();
  return written.length > 0 ? `${written.join(', ')} and ${last ?? ''}` : (last ?? '');
}

/** Quotation marks inside the title become single ones, as they stand inside “ and ”. */
function quotedTitle(title: string): string {
  const inner = title
    .trim()
    .replaceAll(/["“](?=\S)/gu, '‘')
    .replaceAll(/["”]/gu, '’');
  return inner === '' ? '' : `“${inner}”`;
}

function describeSource({ metadata, title }: Source): string {
  return [
    authors(metadata.author ?? []),
    metadata.publisher?.trim() ?? '',
    quotedTitle(metadata.title ?? title),
    longDate(metadata.issued),
  ]
    .filter(Boolean)
    .join(', ');
}

/** One sentence of plain text; several sources are joined with `; `, and what is unknown is left out. */
export function citationReference(targets: readonly ReferenceTarget[]): string {
  const byLabel = new Map(targets.map(({ source }) => [source.label, source]));
  const parts = labelParts(targets.map(({ source, paragraph }) => ({ source: source.label, paragraph })));
  const sentences = groupBySource(parts).map((group) => {
    const source = byLabel.get(group.source);
    const description = source === undefined ? '' : describeSource(source);
    return [description || group.source, pilcrows(group.parts, ' ')].join(', ');
  });
  return `${sentences.join('; ')}.`;
}
