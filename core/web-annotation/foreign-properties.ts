/**
 * What a Web Annotation says beside what Chancery reads, by where it stood, so that it can be written again there.
 * It is never acted upon. What was edited since wins over what stands here.
 */
import * as v from 'valibot';
import type { JsonObject } from './web-annotation-terms.ts';

const object = v.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const foreignSchema = v.object({
  annotation: v.exactOptional(object),
  motivation: v.exactOptional(v.array(v.unknown())),
  creator: v.exactOptional(object),
  category: v.exactOptional(object),
  comment: v.exactOptional(object),
  /** By tag. */
  tags: v.exactOptional(object),
  /** Bodies of kinds that Chancery has not. */
  bodies: v.exactOptional(v.array(v.unknown())),
  /** By anchor; `state` and `selector` are lists of those that are not Chancery's. */
  targets: v.exactOptional(v.array(object)),
});

export type ForeignProperties = v.InferOutput<typeof foreignSchema>;

/** JSON, or `null` when there is nothing to keep. */
export function packForeign(foreign: ForeignProperties): string | null {
  const { targets = [] } = foreign;
  const last = targets.findLastIndex((target) => !isEmpty(target));
  const kept = Object.entries({ ...foreign, targets: targets.slice(0, last + 1) }).filter(
    ([, value]) => !isEmpty(value),
  );
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Text that is not what `packForeign` made is nothing. */
export function unpackForeign(packed: string | undefined): ForeignProperties {
  if (packed === undefined) return {};
  try {
    const parsed = v.safeParse(foreignSchema, JSON.parse(packed));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

/** The properties that are not among these. */
export function otherProperties(given: JsonObject, known: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !known.includes(name)));
}
