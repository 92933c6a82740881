/** The header of a note as a form: what it shows, and what changing one thing of it gives. */
import type { Template } from '../../core/dossier/template.ts';
import type { NoteHeader } from '../../core/note-tree/note-tree.ts';

export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** One thing of the header that is edited on its own: the title, the marking, or the field of that key. */
export type HeaderSlot = 'title' | 'marking' | { readonly field: string };

/** The fields of the template in their order, then those that it does not know, under their own keys. */
export function fieldsToShow(header: NoteHeader, template: Template): ShownField[] {
  const values = new Map(header.fields.map((field) => [field.key, field.value]));
  const known = template.fields.map(({ key, label }) => ({ key, label, value: values.get(key) ?? '' }));
  const others = header.fields
    .filter(({ key }) => !template.fields.some((field) => field.key === key))
    .map(({ key, value }) => ({ key, label: key, value }));
  return [...known, ...others];
}

/** What stands in the slot; an unmarked note and a field that is not there give `''`. */
export function headerValue(header: NoteHeader, slot: HeaderSlot): string {
  if (slot === 'title') return header.title;
  if (slot === 'marking') return header.marking ?? '';
  return header.fields.find((field) => field.key === slot.field)?.value ?? '';
}

/** A new header with this in the slot; everything else is as it was, in the order it was. */
export function withHeaderValue(header: NoteHeader, slot: HeaderSlot, value: string): NoteHeader {
  if (slot === 'title') return { ...header, title: value };
  if (slot === 'marking') return { ...header, marking: value === '' ? null : value };
  const isThere = header.fields.some((field) => field.key === slot.field);
  const fields = isThere
    ? header.fields.map((field) => (field.key === slot.field ? { ...field, value } : field))
    : [...header.fields, { key: slot.field, value }];
  return { ...header, fields };
}
