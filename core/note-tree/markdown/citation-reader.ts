/** From the label of a citation, and what the front matter says of it, to the paragraphs of this dossier. */
import { editionNamed } from '../edition-name.ts';
import type { Anchor, Passage } from '../../dossier/passage.ts';
import type { Edition, Paragraph, Source } from '../../dossier/source.ts';
import { done, refused, type Refusal, type Result } from '../../result.ts';
import { normalLabel, parseCitationLabel } from '../citation-label.ts';
import type { CitationAffixes, CitationTarget } from '../note-tree.ts';
import type { SourceLookup } from '../resolved-note.ts';
import type { AnchorDetail, TargetDetail, WrittenFrontMatter } from './front-matter.ts';

export type CitationCode =
  'citation-not-found' | 'edition-mismatch' | 'passage-not-found' | 'bad-front-matter';

/** What a label means: a citation that is not yet a node. */
export interface ReadCitation extends CitationAffixes {
  readonly targets: readonly [CitationTarget, ...CitationTarget[]];
}

type Said = Pick<WrittenFrontMatter, 'sources' | 'citations'>;

export interface CitationReader {
  /** `undefined` where the label is refused; `refusal` then says why. */
  read(label: string): ReadCitation | undefined;
  /** The first that was refused. */
  refusal(): Refusal<CitationCode> | undefined;
}

export function createCitationReader(lookup: SourceLookup, said: Said): CitationReader {
  const known = new Map<string, ReadCitation>();
  // Two spellings of a label, `A2+A3` and `A2-3`, mean one thing.
  const details = new Map(
    [...said.citations].map(([label, targets]) => [normalLabel(label) ?? label, targets]),
  );
  let refusal: Refusal<CitationCode> | undefined;
  return {
    read(label) {
      const before = known.get(label);
      if (before !== undefined) return before;
      const found = findTargets(label, lookup, { sources: said.sources, citations: details });
      if (found.ok) known.set(label, found.value);
      else refusal ??= found.error;
      return found.ok ? found.value : undefined;
    },
    refusal: () => refusal,
  };
}

function findTargets(label: string, lookup: SourceLookup, said: Said): Result<ReadCitation, CitationCode> {
  const parsed = parseCitationLabel(label);
  if (parsed === undefined) {
    return refused('citation-not-found', `[^${label}] is not a range of paragraphs. Write it as [^A2-3].`);
  }
  const places: { source: Source; number: number }[] = [];
  for (const part of parsed.parts) {
    const source = lookup.sourceByLabel(part.source);
    if (source === undefined) {
      return refused(
        'citation-not-found',
        `[^${label}] cites source ${part.source}, which this dossier does not have. Import it first.`,
      );
    }
    // A range that runs past every edition is not walked to its end: its first missing paragraph is refused below.
    const most = Math.max(0, ...lookup.editionsOf(source.id).map(({ paragraphs }) => paragraphs.length));
    const last = Math.min(part.last, Math.max(part.first, most + 1));
    for (let number = part.first; number <= last; number += 1) {
      places.push({ source, number });
    }
  }
  const details = said.citations.get(normalLabel(label) ?? label);
  if (details === undefined && parsed.variant > 1) {
    return refused(
      'citation-not-found',
      `[^${label}] names a passage that “citations” in the front matter does not describe.`,
    );
  }
  if (details !== undefined && details.length !== places.length) {
    return refused('bad-front-matter', `“${label}” under “citations” does not have one entry per paragraph.`);
  }
  const targets: CitationTarget[] = [];
  for (const [index, { source, number }] of places.entries()) {
    const target = findTarget(label, source, number, details?.[index] ?? {}, lookup, said);
    if (!target.ok) return target;
    targets.push(target.value);
  }
  const [head, ...tail] = targets;
  if (head === undefined) throw new Error(`The label ${label} names no paragraph.`);
  const { before, after } = details?.[0] ?? {};
  return done({
    targets: [head, ...tail],
    ...(before === undefined ? {} : { prefix: before }),
    ...(after === undefined ? {} : { suffix: after }),
  });
}

function findTarget(
  label: string,
  source: Source,
  number: number,
  detail: TargetDetail,
  lookup: SourceLookup,
  said: Said,
): Result<CitationTarget, CitationCode> {
  const sha256 = detail.edition ?? said.sources.get(source.label);
  const edition = findEdition(source, sha256, lookup);
  if (edition === undefined) {
    const which = sha256 === undefined ? '' : ` (sha256 ${sha256.slice(0, 12)}…)`;
    return refused(
      'edition-mismatch',
      `The note cites source ${source.label} in a text${which} that this dossier does not have. Import that file as an edition of ${source.label} first.`,
    );
  }
  const paragraph = edition.paragraphs.find((candidate) => candidate.number === number);
  if (paragraph === undefined) {
    const last = Math.max(0, ...edition.paragraphs.map((candidate) => candidate.number ?? 0));
    return refused(
      'citation-not-found',
      `[^${label}] cites ${source.label} ¶${String(number)}, but source ${source.label} ends at ¶${String(last)}.`,
    );
  }
  const target = { source: source.id, edition: edition.id, paragraph: paragraph.id };
  if (detail.passage === undefined) return done(target);
  const passage = findPassage(detail.passage, edition);
  if (passage === undefined) {
    return refused(
      'passage-not-found',
      `The passage that [^${label}] cites is not where the front matter says it is in source ${source.label}.`,
    );
  }
  return done({ ...target, passage });
}

/** Without a name the current edition. */
function findEdition(source: Source, name: string | undefined, lookup: SourceLookup): Edition | undefined {
  if (name === undefined) return lookup.edition(source.currentEdition);
  return editionNamed(name, lookup.editionsOf(source.id));
}

function findPassage(details: readonly AnchorDetail[], edition: Edition): Passage | undefined {
  const anchors: Anchor[] = [];
  for (const { start, end, exact, prefix, suffix, ...place } of details) {
    const paragraph = placeOf(place, edition);
    if (paragraph?.text.slice(start, end) !== exact) return undefined;
    anchors.push({ paragraph: paragraph.id, position: { start, end }, quote: { exact, prefix, suffix } });
  }
  const [head, ...tail] = anchors;
  return head === undefined ? undefined : { edition: edition.id, anchors: [head, ...tail] };
}

function placeOf(
  { paragraph, block }: Pick<AnchorDetail, 'paragraph' | 'block'>,
  edition: Edition,
): Paragraph | undefined {
  if (paragraph === undefined) return edition.paragraphs[(block ?? 0) - 1];
  return edition.paragraphs.find(({ number }) => number === paragraph);
}
