/** The rules a note's tree keeps, checked wherever one comes in from outside: the window, a file, an older dossier. */
import * as v from 'valibot';
import { longestAffix } from './citation-affixes.ts';
import type { NoteTree } from './note-tree.ts';

const maxDepth = 100; // deeper than any note that a person writes; keeps every recursive walk off the end of the stack

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const headerSchema = v.object({
  type: v.literal('noteHeader'),
  title: v.string(),
  template: v.string(),
  scheme: v.string(),
  marking: v.nullable(v.string()),
  language: v.string(),
  fields: v.array(v.object({ key: v.string(), value: v.string() })),
  handling: v.exactOptional(v.array(v.string())),
  overrides: v.exactOptional(v.array(v.object({ finding: v.string(), reason: v.string(), at: v.string() }))),
});

const affix = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(longestAffix)));

const citationSchema = v.looseObject({
  type: v.literal('citation'),
  targets: v.pipe(
    v.array(v.looseObject({ source: id, edition: id, paragraph: id })),
    v.minLength(1, 'A citation points at one paragraph at least.'),
  ),
  prefix: affix,
  suffix: affix,
});

function faultIn(node: unknown, depth: number): string | null {
  if (depth > maxDepth) return `The note is nested more than ${String(maxDepth)} levels deep.`;
  if (typeof node !== 'object' || node === null) return 'A node of the note is not an object.';
  const { type, children } = node as { type?: unknown; children?: unknown };
  if (typeof type !== 'string') return 'A node of the note has no type.';
  if (type === 'noteHeader') return 'Only the first node of a note is its header.';
  if (type === 'citation') {
    const parsed = v.safeParse(citationSchema, node);
    return parsed.success ? null : parsed.issues[0].message;
  }
  if (children === undefined) return null;
  if (!Array.isArray(children)) return `The children of a ${type} are not a list.`;
  for (const child of children) {
    const fault = faultIn(child, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

export const noteTreeSchema = v.pipe(
  v.object({ type: v.literal('root'), children: v.tupleWithRest([headerSchema], v.unknown()) }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    if (!dataset.typed) return NEVER;
    for (const block of dataset.value.children.slice(1)) {
      const fault = faultIn(block, 1);
      if (fault !== null) {
        addIssue({ message: fault });
        return NEVER;
      }
    }
    return dataset.value as unknown as NoteTree;
  }),
);
