import * as v from 'valibot';
import { describePassage } from '../anchoring/describe-passage.ts';
import type { LooseFind, LooseQuote } from '../anchoring/find-in-edition.ts';
import type { Anchor, Passage } from '../dossier/passage.ts';
import type { Edition } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import type { ImportCode } from './imported-annotations.ts';
import type { EditionOfSource, KnownSources } from './known-sources.ts';
import { indexOfFragment, offsetOfCodePoint, sha256OfUrn, type JsonObject } from './web-annotation-terms.ts';

const quoteSchema = v.looseObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.minLength(1)),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positionSchema = v.looseObject({ type: v.literal('TextPositionSelector'), start: count, end: count });

export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const propertyOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

function firstOf<Schema extends v.GenericSchema>(
  schema: Schema,
  values: readonly unknown[],
): v.InferOutput<Schema> | null {
  for (const value of values) {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
  }
  return null;
}

/** Whether it is a state that Chancery writes. */
export const isBytesState = (state: unknown): boolean =>
  propertyOf(state, 'type') === 'TimeState' && sha256OfUrn(propertyOf(state, 'cached')) !== null;

/** Whether it is a selector of a paragraph, as Chancery writes it. */
export const isParagraphSelector = (selector: unknown): boolean =>
  propertyOf(selector, 'type') === 'FragmentSelector' &&
  indexOfFragment(propertyOf(selector, 'value')) !== null;

export const quoteIn = (selectors: readonly unknown[]): LooseQuote | null => firstOf(quoteSchema, selectors);

/** The edition that a target is about: that of its bytes, or else the current one of its address. */
export function editionOfTarget(target: unknown, known: KnownSources): Result<EditionOfSource, ImportCode> {
  const source = typeof target === 'string' ? target : propertyOf(target, 'source');
  const address = typeof source === 'string' ? source : propertyOf(source, 'id');
  const ofAddress = typeof address === 'string' ? known.ofAddress(address) : [];
  const sha256 =
    asList(propertyOf(target, 'state'))
      .map((state) => sha256OfUrn(propertyOf(state, 'cached')))
      .find((one) => one !== null) ?? sha256OfUrn(address);
  if (sha256 === null) return theOnly(ofAddress);
  const ofBytes = known.ofBytes(sha256);
  if (ofBytes.length === 0 && ofAddress.length > 0) {
    return refused(
      'other-edition',
      'The annotation is about a text of this source that is not in the dossier. Add that edition first.',
    );
  }
  const both = ofBytes.filter(({ source: one }) => ofAddress.some((other) => other.source.id === one.id));
  return theOnly(both.length > 0 ? both : ofBytes);
}

function theOnly(editions: readonly EditionOfSource[]): Result<EditionOfSource, ImportCode> {
  const [only, second] = editions;
  if (only === undefined) {
    return refused(
      'unknown-source',
      'The annotation is about a source that is not in the dossier. Add the source first.',
    );
  }
  if (second !== undefined) {
    return refused(
      'ambiguous-source',
      'Several sources of the dossier have this text or address, and it does not say which.',
    );
  }
  return done(only);
}

/** The anchors that a target points at: one where it names a paragraph, else as many as its words touch. */
export function anchorsOfTarget(
  target: unknown,
  { edition }: EditionOfSource,
  known: KnownSources,
): Result<readonly Anchor[], ImportCode> {
  const selectors = asList(propertyOf(target, 'selector'));
  const paragraph = selectors.find(isParagraphSelector);
  if (paragraph !== undefined) {
    const anchor = anchorAt(edition, paragraph);
    return anchor === null
      ? refused('quote-not-found', 'The quoted words do not stand where the annotation says.')
      : done([anchor]);
  }
  const quote = quoteIn(selectors);
  if (quote === null) {
    return refused('no-quotation', 'The annotation quotes no words, so there is nothing to find it by.');
  }
  const passage = passageFound(edition, known.textOf(edition).find(quote));
  return passage.ok ? done(passage.value.anchors) : passage;
}

/** Describes what was found in an edition; the refusal says why nothing was. */
export function passageFound(edition: Edition, found: LooseFind): Result<Passage, ImportCode> {
  if (found.state === 'not-found') {
    return refused('quote-not-found', 'The quoted words do not stand in the source.');
  }
  if (found.state === 'ambiguous') {
    return refused(
      'ambiguous',
      `The quoted words stand ${String(found.count)} times in the source, and it can’t be told which are meant.`,
    );
  }
  const passage = describePassage(edition, found.ranges);
  return passage.ok ? passage : refused('no-quotation', 'The annotation quotes no words.');
}

/** The anchor that a selector of a paragraph and its refinements name, if all of it is true of the paragraph. */
function anchorAt(edition: Edition, selector: unknown): Anchor | null {
  const paragraph = edition.paragraphs[indexOfFragment(propertyOf(selector, 'value')) ?? -1];
  const refinements = asList(propertyOf(selector, 'refinedBy'));
  const quote = firstOf(quoteSchema, refinements);
  const place = firstOf(positionSchema, refinements);
  if (paragraph === undefined || quote === null || place === null) return null;
  const { text } = paragraph;
  const start = offsetOfCodePoint(text, place.start);
  const end = offsetOfCodePoint(text, place.end);
  const { exact, prefix, suffix } = quote;
  const agrees =
    text.slice(start, end) === exact && text.endsWith(prefix, start) && text.startsWith(suffix, end);
  return agrees
    ? { paragraph: paragraph.id, position: { start, end }, quote: { exact, prefix, suffix } }
    : null;
}
