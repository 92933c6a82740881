/** What the variables of CSL-JSON are called in the window. */
import { longDate } from '../../core/dossier/csl-date.ts';
import { cslFieldKind } from '../../core/dossier/csl-json.ts';
import type { CslDate } from '../../core/dossier/csl-date.ts';
import type { CslName, CslValue } from '../../core/dossier/source.ts';
import { nameInWords } from './name-rows.ts';

/** The types of CSL 1.0.2 that the papers of an embassy are of, in words. */
const sourceTypes: readonly (readonly [type: string, name: string])[] = [
  ['article-newspaper', 'Newspaper or agency report'],
  ['webpage', 'Web page'],
  ['report', 'Report'],
  ['document', 'Document'],
  ['speech', 'Speech or statement'],
  ['treaty', 'Treaty or agreement'],
  ['legislation', 'Law or resolution'],
  ['personal_communication', 'Letter, telegram or e-mail'],
  ['interview', 'Interview'],
  ['hearing', 'Hearing'],
  ['broadcast', 'Broadcast'],
  ['article-magazine', 'Magazine article'],
  ['article-journal', 'Journal article'],
  ['chapter', 'Chapter of a book'],
  ['book', 'Book'],
];

/** The list to choose from; a type that is not in it stands at its end, as it came. */
export function typeChoices(present: string): readonly (readonly [type: string, name: string])[] {
  if (sourceTypes.some(([type]) => type === present)) return sourceTypes;
  return [...sourceTypes, [present, present === '' ? 'Not said' : present]];
}

const fieldNames: Readonly<Record<string, string>> = {
  type: 'Type',
  title: 'Title',
  author: 'Authors',
  editor: 'Editors',
  translator: 'Translators',
  recipient: 'Recipients',
  'container-title': 'Newspaper, journal or series',
  publisher: 'Publisher',
  'publisher-place': 'Place of publication',
  authority: 'Issued by (body)',
  genre: 'Kind in words',
  number: 'Number',
  edition: 'Edition',
  volume: 'Volume',
  issue: 'Issue',
  page: 'Pages',
  'event-title': 'Event',
  'event-place': 'Place of the event',
  'event-date': 'Date of the event',
  issued: 'Issued',
  accessed: 'Accessed',
  URL: 'Address (URL)',
  DOI: 'DOI',
  ISBN: 'ISBN',
  archive: 'Archive and shelf mark',
  language: 'Language',
  abstract: 'Abstract',
  note: 'Remark',
};

/** Variables that the window has no field for go by their own name. */
export const fieldName = (field: string): string => fieldNames[field] ?? field;

/** What a variable holds, as a person reads it. */
export function valueInWords(field: string, value: CslValue): string {
  if (field === 'type')
    return typeChoices(String(value)).find(([type]) => type === value)?.[1] ?? String(value);
  switch (cslFieldKind(field)) {
    case 'names':
      return (value as readonly CslName[]).map(nameInWords).join('; ');
    case 'date':
      return longDate(value as CslDate);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}
