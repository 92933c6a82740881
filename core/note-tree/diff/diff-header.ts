import { schemeFor, templateFor, type Forms } from '../../dossier/forms.ts';
import { bannerWords } from '../../dossier/marking.ts';
import type { NoteHeader } from '../note-tree.ts';

/** One entry of the header that is not the same. An empty text is an entry that is not there. */
export interface HeaderChange {
  /** As it is shown: `Title`, `To`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function entries(header: NoteHeader, forms: Forms): Map<string, { name: string; value: string }> {
  const { fields, name: template } = templateFor(forms, header.template);
  const marking = bannerWords(schemeFor(forms, header.scheme), header.marking, header.handling ?? []);
  const found = new Map([
    ['title', { name: 'Title', value: header.title }],
    ['marking', { name: 'Marking', value: marking }],
    ['template', { name: 'Template', value: template }],
    ['language', { name: 'Language', value: header.language }],
  ]);
  for (const { key, value } of header.fields) {
    const name = fields.find((field) => field.key === key)?.label ?? key;
    const slot = `field ${key}`;
    const before = found.get(slot)?.value;
    found.set(slot, { name, value: before === undefined ? value : `${before}; ${value}` });
  }
  return found;
}

/** What became different in the header, in the order in which it is shown. */
export function diffHeader(before: NoteHeader, after: NoteHeader, forms: Forms): HeaderChange[] {
  const old = entries(before, forms);
  const present = entries(after, forms);
  return [...new Set([...present.keys(), ...old.keys()])].flatMap((key): HeaderChange[] => {
    const from = old.get(key);
    const to = present.get(key);
    const change = { before: from?.value ?? '', after: to?.value ?? '' };
    return change.before === change.after ? [] : [{ name: to?.name ?? from?.name ?? key, ...change }];
  });
}
