/**
 * How the parts of a dossier are called in a W3C Web Annotation (https://www.w3.org/TR/annotation-model/).
 *
 * An annotation has one target for each paragraph that its passage touches, and not one range, because a passage may
 * leave paragraphs out. A target is the source's address, or its bytes when it has none; its state names the bytes of
 * the edition; its selectors are the paragraph, refined by words and position, and the words alone, which is what
 * other programs look for.
 */
import type { AnnotationId } from '../dossier/ids.ts';
import { asAnnotationId } from '../dossier/ids.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const webAnnotationContext = 'http://www.w3.org/ns/anno.jsonld';

const annotationPrefix = 'urn:chancery:annotation:';
export const annotationUrn = (id: AnnotationId): string => `${annotationPrefix}${encodeURIComponent(id)}`;

/** `null` when it is not the name of one of Chancery's annotations. */
export function annotationOfUrn(urn: unknown): AnnotationId | null {
  if (typeof urn !== 'string' || !urn.startsWith(annotationPrefix)) return null;
  try {
    const id = decodeURIComponent(urn.slice(annotationPrefix.length));
    return id === '' || id.length > 200 ? null : asAnnotationId(id);
  } catch {
    return null; // a percent sign that stands for nothing
  }
}

const bytesPrefix = 'urn:sha256:';
export const bytesUrn = (sha256: string): string => `${bytesPrefix}${sha256}`;

export function sha256OfUrn(urn: unknown): string | null {
  const sha256 = typeof urn === 'string' && urn.startsWith(bytesPrefix) ? urn.slice(bytesPrefix.length) : '';
  return /^[0-9a-f]{64}$/u.test(sha256) ? sha256 : null;
}

/** The place of a paragraph in its edition, from 1, as the value of a `FragmentSelector`. */
export const paragraphFragment = (index: number): string => `paragraph=${String(index + 1)}`;

export function indexOfFragment(value: unknown): number | null {
  const number = typeof value === 'string' ? /^paragraph=([1-9]\d{0,6})$/u.exec(value)?.[1] : undefined;
  return number === undefined ? null : Number(number) - 1;
}

/** W3C counts positions in code points, JavaScript in UTF-16 units. */
export const codePointsBefore = (text: string, offset: number): number =>
  Array.from(text.slice(0, offset)).length;

export const offsetOfCodePoint = (text: string, position: number): number =>
  Array.from(text).slice(0, position).join('').length;
