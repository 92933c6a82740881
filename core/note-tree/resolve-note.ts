import { schemeFor, templateFor } from '../dossier/forms.ts';
import type { EditionId, SourceId } from '../dossier/ids.ts';
import { levelOf } from '../dossier/marking.ts';
import type { Edition, Paragraph, Source } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import { withAffixes } from './citation-affixes.ts';
import { citationDisplay, citationLabel } from './citation-label.ts';
import { citationReference } from './citation-reference.ts';
import { citationsIn, citationsOf } from './citations-of.ts';
import { editionName } from './edition-name.ts';
import { normalBlocks } from './normal-form.ts';
import type { Citation, CitationAffixes, CitationTarget, NoteTree } from './note-tree.ts';
import type {
  CitedSource,
  ResolvedCitation,
  ResolvedNote,
  ResolvedTarget,
  SourceLookup,
} from './resolved-note.ts';

type ResolveCode = 'citation-not-found' | 'not-citable';

interface CitableTarget extends ResolvedTarget {
  readonly paragraph: Paragraph & { readonly number: number };
}

interface FoundCitation {
  readonly citation: Citation;
  readonly targets: readonly CitableTarget[];
}

/**
 * Looks up everything that an exporter has to know. Refuses a note with a citation whose paragraph is not in the
 * dossier (`citation-not-found`) or bears no number (`not-citable`): nothing is left out or guessed.
 */
export function resolveNote(tree: NoteTree, lookup: SourceLookup): Result<ResolvedNote, ResolveCode> {
  const [header, ...blocks] = tree.children;
  const found: FoundCitation[] = [];
  // In the order in which Markdown has them, own footnotes last: labels are numbered in it.
  const inOrder = new Set([...citationsIn(normalBlocks(blocks)), ...citationsOf(tree)]);
  for (const citation of inOrder) {
    const targets: CitableTarget[] = [];
    for (const target of citation.targets) {
      const resolved = resolveTarget(target, lookup);
      if (!resolved.ok) return resolved;
      targets.push(resolved.value);
    }
    found.push({ citation, targets });
  }
  const sources = citedSources(found, lookup);
  const scheme = schemeFor(lookup.forms, header.scheme);
  return done({
    header,
    template: templateFor(lookup.forms, header.template),
    scheme,
    marking: levelOf(scheme, header.marking),
    blocks,
    citations: labelCitations(found, sources),
    sources,
  });
}

function resolveTarget(target: CitationTarget, lookup: SourceLookup): Result<CitableTarget, ResolveCode> {
  const source = lookup.source(target.source);
  if (source === undefined) {
    return refused(
      'citation-not-found',
      'The note cites a source that is not in this dossier. Remove the citation, or import the source.',
    );
  }
  const edition = lookup.edition(target.edition);
  const paragraph =
    edition?.source === source.id ? edition.paragraphs.find(({ id }) => id === target.paragraph) : undefined;
  if (edition === undefined || paragraph === undefined || !passageIsIn(target, edition)) {
    return refused(
      'citation-not-found',
      `The note cites a paragraph of source ${source.label} that this dossier does not hold. Cite it again.`,
    );
  }
  const { number } = paragraph;
  if (number === null) return refused('not-citable', unnumberedMessage(source, paragraph));
  return done({ source, edition, paragraph: { ...paragraph, number } });
}

function passageIsIn({ passage }: CitationTarget, edition: Edition): boolean {
  if (passage === undefined) return true;
  const known = new Set(edition.paragraphs.map(({ id }) => id));
  return passage.edition === edition.id && passage.anchors.every(({ paragraph }) => known.has(paragraph));
}

function unnumberedMessage(source: Source, paragraph: Paragraph): string {
  const start = paragraph.text.length > 40 ? `${paragraph.text.slice(0, 40).trimEnd()}…` : paragraph.text;
  const what = paragraph.leftover ? 'set aside as a leftover of the page' : 'a heading';
  const remedy = paragraph.leftover ? 'Number it again, or cite another.' : 'Cite a paragraph below it.';
  return `“${start}” in source ${source.label} is ${what} and has no number to cite. ${remedy}`;
}

function citedSources(found: readonly FoundCitation[], lookup: SourceLookup): CitedSource[] {
  const cited = new Map<SourceId, { source: Source; editions: Set<EditionId> }>();
  for (const { source, edition } of found.flatMap(({ targets }) => targets)) {
    const entry = cited.get(source.id) ?? { source, editions: new Set<EditionId>() };
    cited.set(source.id, entry);
    entry.editions.add(edition.id);
  }
  return [...cited.values()]
    .map(({ source, editions: ids }) => {
      const all = lookup.editionsOf(source.id);
      const editions = all.filter(({ id }) => ids.has(id));
      const editionNames = new Map(editions.map((edition) => [edition.id, editionName(edition, all)]));
      return { source, editions, editionNames };
    })
    .toSorted((a, b) => compareLabels(a.source.label, b.source.label));
}

/** `Z` comes before `AA`. */
function compareLabels(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function labelCitations(
  found: readonly FoundCitation[],
  sources: readonly CitedSource[],
): Map<Citation, ResolvedCitation> {
  const newest = new Map(sources.map(({ source, editions }) => [source.id, editions.at(-1)?.id]));
  const described = found.map(({ citation, targets }) => {
    const labelTargets = targets.map(({ source, paragraph }) => ({
      source: source.label,
      paragraph: paragraph.number,
    }));
    return {
      citation,
      targets,
      labelTargets,
      base: citationLabel(labelTargets),
      identity: narrowing(citation, targets, newest),
    };
  });
  // Whole paragraphs of the newest edition come first in their group, and so get the bare label.
  const variants = new Map<string, string[]>();
  for (const { base, identity } of described.toSorted(
    (a, b) => Number(a.identity !== '') - Number(b.identity !== ''),
  )) {
    const known = variants.get(base) ?? [];
    variants.set(base, known);
    if (!known.includes(identity)) known.push(identity);
  }
  return new Map(
    described.map(({ citation, targets, labelTargets, base, identity }) => [
      citation,
      {
        label: citationLabel(labelTargets, (variants.get(base)?.indexOf(identity) ?? 0) + 1),
        display: withAffixes(citationDisplay(labelTargets), citation),
        reference: citationReference(
          targets.map(({ source, paragraph }) => ({ source, paragraph: paragraph.number })),
          citation,
        ),
        targets,
        affixes: affixesOf(citation),
      },
    ]),
  );
}

/** What a label alone does not say of a citation; empty when it says everything. Equal text, equal citation. */
function narrowing(
  citation: Citation,
  targets: readonly CitableTarget[],
  newest: ReadonlyMap<SourceId, EditionId | undefined>,
): string {
  const details = targets.map(({ source, edition }, index) => ({
    ...(edition.id === newest.get(source.id) ? {} : { edition: edition.id }),
    anchors: (citation.targets[index]?.passage?.anchors ?? []).map(({ paragraph, position, quote }) => [
      edition.paragraphs.findIndex(({ id }) => id === paragraph),
      position.start,
      position.end,
      quote.exact,
      quote.prefix,
      quote.suffix,
    ]),
  }));
  const saysAll = details.every((detail) => detail.anchors.length === 0 && !('edition' in detail));
  const affixes = affixesOf(citation);
  return saysAll && Object.keys(affixes).length === 0 ? '' : JSON.stringify([details, affixes]);
}

/** Just as they are: what is exported comes back the same. */
function affixesOf({ prefix, suffix }: Citation): CitationAffixes {
  return { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
}
