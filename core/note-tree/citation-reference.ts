/** What a citation says in a footnote: `VietNamNet, “Title”, 12 July 2025, ¶ 12.` */
import { longDate } from '../dossier/csl-date.ts';
import type { CslName, Source, SourceMetadata } from '../dossier/source.ts';
import { withAffixes } from './citation-affixes.ts';
import { groupBySource, labelParts, pilcrows } from './citation-label.ts';
import type { CitationAffixes } from './note-tree.ts';

export interface ReferenceTarget {
  readonly source: Source;
  readonly paragraph: number;
}

function personName(name: CslName): string {
  const { literal, given, family, suffix } = name;
  const parts = [given, name['dropping-particle'], name['non-dropping-particle'], family, suffix];
  return (
    literal?.trim() ||
    parts
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(' ')
  );
}

function people(names: readonly CslName[] = []): string {
  const written = names.map(personName).filter(Boolean);
  if (written.length > 3) return `${written[0] ?? ''} and others`;
  const last = written.pop();
  return written.length > 0 ? `${written.join(', ')} and ${last ?? ''}` : (last ?? '');
}

/** Whoever answers for the text; of a letter, to whom it went. */
function whoWrote({ author, recipient, editor, authority }: SourceMetadata): string[] {
  const writers = people(author);
  const addressee = people(recipient);
  const body = authority?.trim() ?? '';
  if (addressee !== '') return [`${writers || body || 'Letter'} to ${addressee}`];
  if (writers !== '') return [writers, body];
  const editors = people(editor);
  return editors === '' ? [body] : [`${editors} (${editor?.length === 1 ? 'ed.' : 'eds'})`, body];
}

/** Parts of a book; articles of a newspaper or journal are named by it, and need no publisher beside it. */
const inBook = new Set(['chapter', 'paper-conference', 'entry', 'entry-dictionary', 'entry-encyclopedia']);

function whereItAppeared(metadata: SourceMetadata): { outlet: string; inside: string } {
  const container = metadata['container-title']?.trim() ?? '';
  const publisher = [metadata['publisher-place'], metadata.publisher]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(': ');
  if (container === '') return { outlet: publisher, inside: '' };
  return inBook.has(metadata.type)
    ? { outlet: publisher, inside: `in ${container}` }
    : { outlet: container, inside: '' };
}

/** `Press release 12/2025`, `A/RES/79/1`, `2nd edn`, `vol. 4, no. 2`, `FCO 15/2345`. */
function whichOne({ genre, number, edition, volume, issue, archive, translator }: SourceMetadata): string[] {
  const translators = people(translator);
  return [
    [genre, number]
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(' '),
    translators && `translated by ${translators}`,
    editionInWords(edition?.trim() ?? ''),
    withWord('vol.', volume),
    withWord('no.', issue),
    archive?.trim() ?? '',
  ];
}

function withWord(word: string, value: string | undefined): string {
  const trimmed = value?.trim() ?? '';
  return /^\d/u.test(trimmed) ? `${word} ${trimmed}` : trimmed;
}

function editionInWords(edition: string): string {
  if (!/^\d+$/u.test(edition)) return edition;
  const teens = /1[123]$/u.test(edition);
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][Number(edition.at(-1))] ?? 'th');
  return `${edition}${ending} edn`;
}

/** `pp. 4–6`; a page that is named in words stays as it is. */
function pages(page: string | undefined): string {
  const written = page?.trim().replaceAll(/(?<=\d)\s*(?:--?|–)\s*(?=\d)/gu, '–') ?? '';
  if (!/^\d/u.test(written)) return written;
  return `${/[–,]/u.test(written) ? 'pp.' : 'p.'} ${written}`;
}

/** With the day of the event in brackets where the text is of another day, and without it where it is of that day. */
function occasion(metadata: SourceMetadata): string {
  const event = [metadata['event-title'], metadata['event-place']]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(', ');
  const [held, issued] = [longDate(metadata['event-date']), longDate(metadata.issued)];
  if (held === '' || held === issued) return event;
  if (event === '') return issued === '' ? held : '';
  return `${event} (${held})`;
}

/** Quotation marks inside the title become single ones, as they stand inside “ and ”. */
function quotedTitle(title: string): string {
  const inner = title
    .trim()
    .replaceAll(/["“](?=\S)/gu, '‘')
    .replaceAll(/["”]/gu, '’');
  return inner === '' ? '' : `“${inner}”`;
}

/** Who, where, what, which one, on what occasion, when, on which page. */
function describeSource({ metadata, title }: Source): string {
  const { outlet, inside } = whereItAppeared(metadata);
  return [
    ...whoWrote(metadata),
    outlet,
    quotedTitle(metadata.title ?? title),
    inside,
    ...whichOne(metadata),
    occasion(metadata),
    longDate(metadata.issued),
    pages(metadata.page),
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * One sentence of plain text; several sources are joined with `; `, and what is unknown is left out. With words before
 * and after: `See VietNamNet, “…”, 12 July 2025, ¶ 12, emphasis added.`
 */
export function citationReference(
  targets: readonly ReferenceTarget[],
  affixes: CitationAffixes = {},
): string {
  const byLabel = new Map(targets.map(({ source }) => [source.label, source]));
  const parts = labelParts(targets.map(({ source, paragraph }) => ({ source: source.label, paragraph })));
  const sentences = groupBySource(parts).map((group) => {
    const source = byLabel.get(group.source);
    const description = source === undefined ? '' : describeSource(source);
    return [description || group.source, pilcrows(group.parts, ' ')].join(', ');
  });
  const sentence = withAffixes(sentences.join('; '), affixes);
  // A footnote begins a sentence; the name of a source is written as it is.
  const begun = affixes.prefix === undefined ? sentence : capitalised(sentence);
  return /[.!?…]$/u.test(affixes.suffix ?? '') ? begun : `${begun}.`;
}

function capitalised(sentence: string): string {
  const first = String.fromCodePoint(sentence.codePointAt(0) ?? 0x20);
  return first.toUpperCase() + sentence.slice(first.length);
}
