import { asEditionId, asParagraphId, asSourceId } from '../../core/dossier/ids.ts';
import type { Anchor, Passage } from '../../core/dossier/passage.ts';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';

/** The type under which a drag carries citation targets, as JSON. */
export const citationDragType = 'application/x-chancery-citation';

/** On the HTML of a copied chip: its targets as JSON. */
export const citationHtmlAttribute = 'data-chancery-citation';

export type CitationTargets = [CitationTarget, ...CitationTarget[]];

/** A citation of more is no help to a reader. */
export const mostTargets = 200;

/**
 * Reads targets out of JSON that came from a clipboard or a drag, and so from anyone. `null` unless every target is
 * whole; a passage that is not whole is left out, since the citation still holds without it.
 */
export function parseCitationTargets(value: unknown): CitationTargets | null {
  if (!Array.isArray(value) || value.length > mostTargets) return null;
  const targets = value.map(parseTarget);
  const [first, ...rest] = targets.filter((target) => target !== null);
  return first === undefined || rest.length + 1 < targets.length ? null : [first, ...rest];
}

/** As `parseCitationTargets`, from the text of the JSON. */
export function readCitationTargets(json: string): CitationTargets | null {
  try {
    return parseCitationTargets(JSON.parse(json));
  } catch {
    return null;
  }
}

export function sameTargets(one: readonly CitationTarget[], other: readonly CitationTarget[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200;
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function parseTarget(value: unknown): CitationTarget | null {
  if (!isRecord(value)) return null;
  const { source, edition, paragraph } = value;
  if (!isId(source) || !isId(edition) || !isId(paragraph)) return null;
  const passage = parsePassage(value['passage']);
  return {
    source: asSourceId(source),
    edition: asEditionId(edition),
    paragraph: asParagraphId(paragraph),
    ...(passage === null ? {} : { passage }),
  };
}

function parsePassage(value: unknown): Passage | null {
  if (!isRecord(value) || !isId(value['edition']) || !Array.isArray(value['anchors'])) return null;
  const anchors = value['anchors'].map(parseAnchor).filter((anchor) => anchor !== null);
  const [first, ...rest] = anchors;
  if (first === undefined || anchors.length < value['anchors'].length) return null;
  return { edition: asEditionId(value['edition']), anchors: [first, ...rest] };
}

function parseAnchor(value: unknown): Anchor | null {
  if (!isRecord(value)) return null;
  const { paragraph, position, quote } = value;
  if (!isId(paragraph) || !isRecord(position) || !isRecord(quote)) return null;
  const { start, end } = position;
  const { exact, prefix, suffix } = quote;
  if (!isOffset(start) || !isOffset(end)) return null;
  if (typeof exact !== 'string' || typeof prefix !== 'string' || typeof suffix !== 'string') return null;
  return {
    paragraph: asParagraphId(paragraph),
    position: { start, end },
    quote: { exact, prefix, suffix },
  };
}
