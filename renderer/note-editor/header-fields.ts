/** The header of a note as a form: what it shows, and what changing one thing of it gives. */
import type { Template, TemplateField } from '../../core/dossier/template.ts';
import type { NoteHeader } from '../../core/note-tree/note-tree.ts';

export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Missing where the template does not know it. */
  readonly field?: TemplateField;
}

/**
 * One thing of the header that is edited on its own: the title, the language, the banner (`scheme level`, or `scheme `
 * for an unmarked note), the keys of its handling words with spaces between, or the field of that key.
 */
export type HeaderSlot = 'title' | 'language' | 'banner' | 'handling' | { readonly field: string };

/** The fields of the template in their order, then those that it does not know, under their own keys. */
export function fieldsToShow(header: NoteHeader, template: Template): ShownField[] {
  const values = new Map(header.fields.map((field) => [field.key, field.value]));
  const known = template.fields.map((field) => ({
    key: field.key,
    label: field.label,
    value: values.get(field.key) ?? '',
    field,
  }));
  const others = header.fields
    .filter(({ key }) => !template.fields.some((field) => field.key === key))
    .map(({ key, value }) => ({ key, label: key, value }));
  return [...known, ...others];
}

/** What stands in the slot; an unmarked note and a field that is not there give `''`. */
export function headerValue(header: NoteHeader, slot: HeaderSlot): string {
  if (slot === 'title') return header.title;
  if (slot === 'language') return header.language;
  if (slot === 'banner') return `${header.scheme} ${header.marking ?? ''}`;
  if (slot === 'handling') return (header.handling ?? []).join(' ');
  return header.fields.find((field) => field.key === slot.field)?.value ?? '';
}

function withBanner(header: NoteHeader, value: string): NoteHeader {
  const space = value.indexOf(' ');
  const scheme = value.slice(0, space);
  const marking = value.slice(space + 1);
  // Handling words are the scheme's: in another one they mean nothing.
  const handling = scheme === header.scheme ? (header.handling ?? []) : [];
  return { ...header, scheme, marking: marking === '' ? null : marking, handling };
}

/** A new header with this in the slot; everything else is as it was, in the order it was. */
export function withHeaderValue(header: NoteHeader, slot: HeaderSlot, value: string): NoteHeader {
  if (slot === 'title') return { ...header, title: value };
  if (slot === 'language') return { ...header, language: value };
  if (slot === 'banner') return withBanner(header, value);
  if (slot === 'handling') return { ...header, handling: value === '' ? [] : value.split(' ') };
  const isThere = header.fields.some((field) => field.key === slot.field);
  const fields = isThere
    ? header.fields.map((field) => (field.key === slot.field ? { ...field, value } : field))
    : [...header.fields, { key: slot.field, value }];
  return { ...header, fields };
}
