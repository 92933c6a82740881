import { useId, type ReactNode } from 'react';
import { NameRows } from './NameRows.tsx';
import { fieldName, typeChoices } from './source-field-words.ts';
import {
  dateUnderstood,
  type DateField,
  type FaultyField,
  type NamesField,
  type SourceForm,
  type TextField,
} from './source-form.ts';

export interface SourceFieldsProps {
  readonly form: SourceForm;
  readonly onChange: (form: SourceForm) => void;
  /** Those to be shown now. */
  readonly faults: ReadonlyMap<FaultyField, string>;
  /** The person has left a field, and its fault may be said. */
  readonly onLeave: (field: FaultyField) => void;
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly onLeave?: () => void;
  readonly fault?: string | undefined;
  /** Said below the field. */
  readonly hint?: string;
  readonly list?: readonly string[];
  readonly placeholder?: string;
  readonly wide?: boolean;
  readonly long?: boolean;
}

/** A field with its label above, and what is wrong with it or understood of it below. */
export function Field(props: FieldProps) {
  const { label, value, fault, hint = '', list, placeholder, wide = false, long = false } = props;
  const id = useId();
  const below = fault ?? hint;
  const shared = {
    id,
    value,
    placeholder,
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-describedby': below === '' ? undefined : `${id}-below`,
    onBlur: props.onLeave,
  };
  return (
    <div className="field details-field" data-wide={wide ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea
          {...shared}
          rows={2}
          onChange={(event) => {
            props.onType(event.target.value);
          }}
        />
      ) : (
        <input
          {...shared}
          list={list === undefined ? undefined : `${id}-list`}
          onChange={(event) => {
            props.onType(event.target.value);
          }}
        />
      )}
      {list !== undefined && (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
      {below !== '' && (
        <small id={`${id}-below`} className={fault === undefined ? undefined : 'field-fault'}>
          {below}
        </small>
      )}
    </div>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function SelectField({ label, value, onChoose, hint = '', children }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="field details-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === '' ? undefined : `${id}-below`}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {children}
      </select>
      {hint !== '' && <small id={`${id}-below`}>{hint}</small>}
    </div>
  );
}

const languageTags = ['en', 'fr', 'es', 'ar', 'zh', 'ru', 'de', 'pt', 'vi', 'ja', 'ko', 'id', 'th'];

/** What the document says of itself. Over fifty lines, as it reads as the form does. */
export function SourceFields({ form, onChange, faults, onLeave }: SourceFieldsProps) {
  const text = (field: TextField, more: Partial<FieldProps> = {}) => (
    <Field
      label={fieldName(field)}
      value={form.texts[field]}
      onType={(value) => {
        onChange({ ...form, texts: { ...form.texts, [field]: value } });
      }}
      {...more}
    />
  );
  const date = (field: DateField) => (
    <Field
      label={fieldName(field)}
      value={form.dates[field]}
      placeholder="12 July 2025"
      hint={dateUnderstood(form.dates[field])}
      onType={(value) => {
        onChange({ ...form, dates: { ...form.dates, [field]: value } });
      }}
    />
  );
  const names = (field: NamesField, one: string) => (
    <NameRows
      title={fieldName(field)}
      one={one}
      rows={form.names[field]}
      onChange={(rows) => {
        onChange({ ...form, names: { ...form.names, [field]: rows } });
      }}
    />
  );
  const checked = (field: FaultyField) => ({
    fault: faults.get(field),
    onLeave: () => {
      onLeave(field);
    },
  });
  const others = Object.keys(form.from.metadata.other ?? {});
  return (
    <>
      <div className="details-grid">
        <Field
          label="Title"
          wide
          value={form.title}
          onType={(title) => {
            onChange({ ...form, title });
          }}
          {...checked('title')}
        />
        <SelectField
          label="Type"
          value={form.type}
          onChoose={(type) => {
            onChange({ ...form, type });
          }}
        >
          {typeChoices(form.type).map(([type, name]) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </SelectField>
        {text('genre', { placeholder: 'Press release, joint statement, …' })}
        {names('author', 'author')}
        {text('publisher')}
        {text('container-title')}
        {date('issued')}
        {date('accessed')}
        {date('event-date')}
        {text('language', { list: languageTags, placeholder: 'en', ...checked('language') })}
        {text('URL', { wide: true, placeholder: 'https://', ...checked('URL') })}
      </div>
      <details className="details-more">
        <summary>More</summary>
        <div className="details-grid">
          <Field
            label="Title in references"
            wide
            value={form.citedTitle}
            placeholder="The same"
            onType={(citedTitle) => {
              onChange({ ...form, citedTitle });
            }}
          />
          {text('event-title')}
          {text('event-place')}
          {text('authority')}
          {text('number')}
          {text('page')}
          {text('volume')}
          {text('issue')}
          {text('edition')}
          {text('publisher-place')}
          {text('archive')}
          {text('DOI')}
          {text('ISBN')}
          {names('recipient', 'recipient')}
          {names('editor', 'editor')}
          {names('translator', 'translator')}
          {text('abstract', { wide: true, long: true })}
          {text('note', { wide: true, long: true })}
        </div>
        {others.length > 0 && (
          <p className="details-others">Kept as they came, without a field: {others.join(', ')}.</p>
        )}
      </details>
    </>
  );
}
