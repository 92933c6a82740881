import { templateFor, type Forms } from '../dossier/forms.ts';
import type { UsedValue } from '../host-contract.ts';
import type { Note } from './note-tree.ts';

/** What the header fields of these notes hold, each value of a field once, that of the note changed last first. */
export function usedValuesOf(notes: readonly Note[], forms: Forms): UsedValue[] {
  const used = new Map<string, UsedValue>();
  for (const { tree } of notes.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))) {
    const [{ template, fields }] = tree.children;
    const known = templateFor(forms, template).fields;
    for (const { key, value } of fields) {
      const kind = known.find((field) => field.key === key)?.kind;
      const text = value.trim();
      if (text === '' || kind === 'date' || kind === 'choice') continue;
      const isPerson = kind === 'person' || kind === 'people';
      if (!used.has(`${key} ${text}`)) used.set(`${key} ${text}`, { key, value: text, isPerson });
    }
  }
  return [...used.values()];
}
