/**
 * The form in which a source is described, apart from how it looks. Every field is a text as a person reads and types
 * it. **What is not touched stays exactly as it was**, be it a date or a name that no text could say in full.
 */
import { isLanguageTag } from '../../core/dossier/language-tag.ts';
import { isIsoDay, longDate, parseDateText } from '../../core/dossier/csl-date.ts';
import { cslFields, toCsl } from '../../core/dossier/csl-json.ts';
import { longestSide, type SourceAssessment } from '../../core/dossier/source-assessment.ts';
import type { CslDate } from '../../core/dossier/csl-date.ts';
import type { CslName, Source, SourceMetadata } from '../../core/dossier/source.ts';
import { nameOfRow, rowOfName, type NameRow } from './name-rows.ts';

type FieldsOf<Kind> = {
  [Field in keyof typeof cslFields]: (typeof cslFields)[Field] extends Kind ? Field : never;
}[keyof typeof cslFields];
/** The title has a field of its own, as a source has one beside its metadata. */
export type TextField = Exclude<FieldsOf<'text'>, 'title'>;
export type DateField = FieldsOf<'date'>;
export type NamesField = FieldsOf<'names'>;

/** What is described: all that the host is told of a source. */
export type Described = Pick<Source, 'title' | 'metadata' | 'assessment'>;

export interface SourceForm {
  /** What the fields were made from: gives back what was not touched, and the variables that have no field. */
  readonly from: Described;
  readonly title: string;
  /** In references, where it is another one; empty where it is the same. */
  readonly citedTitle: string;
  readonly type: string;
  readonly texts: Readonly<Record<TextField, string>>;
  readonly dates: Readonly<Record<DateField, string>>;
  readonly names: Readonly<Record<NamesField, readonly NameRow[]>>;
  readonly side: string;
  readonly reliability: SourceAssessment['reliability'];
  readonly marking: SourceAssessment['marking'];
  readonly asOf: string;
}

const fieldsOf = <Kind extends 'text' | 'date' | 'names'>(kind: Kind): FieldsOf<Kind>[] =>
  (Object.keys(cslFields) as (keyof typeof cslFields)[]).filter(
    (field): field is FieldsOf<Kind> => cslFields[field] === kind,
  );

const textFields = fieldsOf('text').filter((field): field is TextField => field !== 'title');
const dateFields = fieldsOf('date');
const namesFields = fieldsOf('names');

function record<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}

export function formOf(from: Described): SourceForm {
  const { title, metadata, assessment } = from;
  return {
    from,
    title,
    citedTitle: citedTitleOf(from),
    type: metadata.type,
    texts: record(textFields, (field) => metadata[field] ?? ''),
    dates: record(dateFields, (field) => longDate(metadata[field])),
    names: record(namesFields, (field) => (metadata[field] ?? []).map(rowOfName)),
    side: assessment.side,
    reliability: assessment.reliability,
    marking: assessment.marking,
    asOf: asOfInWords(assessment.asOf),
  };
}

const citedTitleOf = ({ title, metadata }: Described) =>
  metadata.title === undefined || metadata.title === title ? '' : metadata.title;

const asOfInWords = (day: string) => longDate(parseDateText(day));

/** What the form says. Faults are not looked for here: what can't be understood is left as it is written. */
export function describedBy(form: SourceForm): Described {
  const { from } = form;
  const title = form.title === from.title ? from.title : form.title.trim();
  const { title: _, ...rest } = from.metadata;
  const fields: [string, unknown][] = [
    ['title', metadataTitle(form, title)],
    ...textFields.map((field) => [field, textOf(form, field)] as [string, unknown]),
    ...dateFields.map((field) => [field, dateOf(form, field)] as [string, unknown]),
    ...namesFields.map((field) => [field, namesOf(form, field)] as [string, unknown]),
  ];
  const known = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const { other } = rest;
  return {
    title,
    metadata: { type: form.type, ...known, ...(other === undefined ? {} : { other }) },
    assessment: {
      side: form.side === from.assessment.side ? from.assessment.side : form.side.trim(),
      reliability: form.reliability,
      marking: form.marking,
      asOf: readAsOf(form) ?? form.asOf.trim(),
    },
  };
}

function metadataTitle({ from, title: typed, citedTitle }: SourceForm, title: string): string | undefined {
  if (citedTitle === citedTitleOf(from) && (citedTitle !== '' || typed === from.title)) {
    return from.metadata.title;
  }
  return citedTitle.trim() === '' ? title : citedTitle.trim();
}

function textOf({ from, texts }: SourceForm, field: TextField): string | undefined {
  const before = from.metadata[field];
  if (texts[field] === (before ?? '')) return before;
  const text = texts[field].trim();
  return text === '' ? undefined : text;
}

function dateOf({ from, dates }: SourceForm, field: DateField): CslDate | undefined {
  const before = from.metadata[field];
  return dates[field] === longDate(before) ? before : parseDateText(dates[field]);
}

function namesOf({ from, names }: SourceForm, field: NamesField): readonly CslName[] | undefined {
  const before = from.metadata[field];
  const rows = names[field];
  const isUntouched =
    rows.length === (before ?? []).length && rows.every((row, index) => nameOfRow(row) === before?.[index]);
  if (isUntouched) return before;
  const written = rows.map(nameOfRow).filter((name) => name !== undefined);
  return written.length === 0 ? undefined : written;
}

/** `undefined`: it is no day. */
function readAsOf({ from, asOf }: SourceForm): string | undefined {
  if (asOf === asOfInWords(from.assessment.asOf)) return from.assessment.asOf;
  if (asOf.trim() === '') return '';
  const [day, end] = parseDateText(asOf)?.['date-parts'] ?? [];
  if (day?.length !== 3 || end !== undefined) return undefined;
  const [year = 0, month = 0, dayOfMonth = 0] = day;
  const written = [
    String(year).padStart(4, '0'),
    ...[month, dayOfMonth].map((part) => String(part).padStart(2, '0')),
  ].join('-');
  return isIsoDay(written) ? written : undefined;
}

export type FaultyField = 'title' | 'URL' | 'language' | 'side' | 'as-of';

/** What has to be put right before it can be saved, with a sentence for each field. What is stored already is no fault. */
export function faultsIn(form: SourceForm, stored: Described): ReadonlyMap<FaultyField, string> {
  const { title, texts, side } = form;
  const faults = new Map<FaultyField, string>();
  if (title.trim() === '') faults.set('title', 'A source needs a title: it is what you find it by.');
  else if (title.trim().length > 1_000) faults.set('title', 'This is longer than 1,000 characters.');
  const url = texts.URL.trim();
  if (url !== stored.metadata.URL?.trim() && url !== '' && !isWebAddress(url)) {
    faults.set('URL', 'Write the whole address, such as https://example.org/news/1.');
  }
  const language = texts.language.trim();
  if (language !== stored.metadata.language?.trim() && language !== '' && !isLanguageTag(language)) {
    faults.set('language', 'Write the tag of a language, such as en, fr or vi-VN.');
  }
  if (side.trim().length > longestSide) {
    faults.set('side', `This is longer than ${String(longestSide)} characters.`);
  }
  if (readAsOf(form) === undefined) faults.set('as-of', 'Write one whole day, such as 12 July 2025.');
  return faults;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

/** The metadata that a bibliography is held against: the title of the form is the one that is cited. */
export function metadataToFill(form: SourceForm): SourceMetadata {
  const { title, metadata } = describedBy(form);
  return { ...metadata, title: metadata.title ?? title };
}

/** The form with metadata that was filled from elsewhere; the assessment stays as it is. */
export function formWithMetadata(form: SourceForm, metadata: SourceMetadata): SourceForm {
  const before = metadataToFill(form);
  const title = metadata.title === undefined || metadata.title === before.title ? form.title : metadata.title;
  const { side, reliability, marking, asOf } = form;
  const filled = formOf({ title, metadata, assessment: form.from.assessment });
  return { ...filled, side, reliability, marking, asOf };
}

/** Whether two descriptions would be stored as the same. */
export function isSameDescription(a: Described, b: Described): boolean {
  return storedForm(a) === storedForm(b);
}

const storedForm = ({ title, metadata, assessment: { side, reliability, marking, asOf } }: Described) =>
  JSON.stringify([title, toCsl(metadata), side, reliability, marking?.scheme, marking?.level, asOf]);

/** How a date was understood, to be shown beside what was typed; empty where there is nothing to say. */
export function dateUnderstood(text: string): string {
  const date = parseDateText(text);
  if (date === undefined) return '';
  if (date['date-parts'] === undefined) return 'Not read as a date: kept as it is written.';
  return longDate(date) === text.trim() ? '' : longDate(date);
}
