import { categories } from '../dossier/annotation.ts';
import { otherProperties, type ForeignProperties } from './foreign-properties.ts';
import { asList, isObject } from './locate-target.ts';
import type { JsonObject } from './web-annotation-terms.ts';

export interface ReadBodies {
  /** One of Chancery's categories; `null` when no body names one. */
  readonly category: string | null;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly foreign: Pick<ForeignProperties, 'category' | 'comment' | 'tags' | 'bodies'>;
}

interface Body {
  readonly purpose: unknown;
  readonly value: string;
  readonly others: JsonObject;
}

/** `null` for what has no text of its own. */
function textualBody(given: unknown): Body | null {
  if (!isObject(given) || given['type'] !== 'TextualBody' || typeof given['value'] !== 'string') return null;
  const read = ['type', 'purpose', 'value', ...(given['format'] === 'text/plain' ? ['format'] : [])];
  return { purpose: given['purpose'], value: given['value'], others: otherProperties(given, read) };
}

/** The first body that names a category, the first comment, and the tags; all other bodies are kept as they are. */
export function readBodies(annotation: JsonObject): ReadBodies {
  const { bodyValue } = annotation;
  let category: Body | null = null;
  let comment: Body | null =
    typeof bodyValue === 'string' ? { purpose: 'commenting', value: bodyValue, others: {} } : null;
  const tags: Body[] = [];
  const bodies: unknown[] = [];
  for (const given of asList(annotation['body'])) {
    const body = textualBody(given);
    const isCategory = body?.purpose === 'classifying' && categories.some((one) => one === body.value);
    const isComment = (body?.purpose === 'commenting' || body?.purpose === undefined) && body?.value !== '';
    const isTag = body?.purpose === 'tagging';
    if (body !== null && isCategory && category === null) category = body;
    else if (body !== null && isComment && comment === null) comment = body;
    else if (body !== null && isTag) tags.push(body);
    else bodies.push(given);
  }
  return {
    category: category?.value ?? null,
    comment: comment?.value ?? '',
    tags: tags.map(({ value }) => value),
    foreign: {
      category: { ...category?.others },
      comment: { ...comment?.others },
      tags: Object.fromEntries(
        tags
          .filter(({ others }) => Object.keys(others).length > 0)
          .map(({ value, others }) => [value, others]),
      ),
      bodies,
    },
  };
}
