/** Templates are data: what a kind of note starts with. */
export interface TemplateField {
  readonly key: string;
  /** As it is shown and printed: `To`, `Ref`. */
  readonly label: string;
}

export interface Template {
  readonly key: string;
  readonly name: string;
  readonly fields: readonly TemplateField[];
  /** Section headings that a new note starts with. */
  readonly headings: readonly string[];
  /** Paragraphs outside lists, tables and quotations are numbered through the note. */
  readonly numberedParagraphs: boolean;
  /** Key of the marking scheme that a new note starts with. */
  readonly scheme: string;
  readonly marking: string | null;
}

const commonFields: readonly TemplateField[] = [
  { key: 'to', label: 'To' },
  { key: 'reference', label: 'Ref' },
  { key: 'from', label: 'From' },
  { key: 'date', label: 'Date' },
  { key: 'drafter', label: 'Drafter' },
  { key: 'cleared', label: 'Cleared' },
];

export const templates: readonly Template[] = [
  {
    key: 'briefing-note',
    name: 'Briefing note',
    fields: commonFields,
    headings: ['Summary', 'Issue', 'Background', 'Considerations', 'Recommendation'],
    numberedParagraphs: true,
    scheme: 'uk',
    marking: 'official',
  },
  {
    key: 'readout',
    name: 'Readout',
    fields: commonFields,
    headings: ['Summary', 'What was asked of whom', 'Comment'],
    numberedParagraphs: true,
    scheme: 'uk',
    marking: 'official',
  },
  {
    key: 'plain',
    name: 'Plain note',
    fields: commonFields,
    headings: [],
    numberedParagraphs: false,
    scheme: 'none',
    marking: null,
  },
];

export const plainTemplate = templates[2] as Template;

/** An unknown key, from an office that has templates of its own, reads as the plain note. */
export function templateFor(key: string): Template {
  return templates.find((template) => template.key === key) ?? plainTemplate;
}
