import { type CSSProperties, useId, useRef } from 'react';
import { findLevel, schemeFor, templateFor } from '../../core/dossier/forms.ts';
import type { NoteHeader } from '../../core/note-tree/note-tree.ts';
import { useForms } from '../forms-context.ts';
import { fieldsToShow, type HeaderSlot } from './header-fields.ts';
import { HeaderInput } from './HeaderInput.tsx';
import './note-header.css';

interface NoteHeaderFormProps {
  readonly header: NoteHeader;
  readonly readOnly: boolean;
  /** At every key. */
  readonly onType: (slot: HeaderSlot, value: string) => void;
  /** Once per slot that was changed: a step that can be undone. */
  readonly onDone: (slot: HeaderSlot, before: string, after: string) => void;
  /** Enter in the last field. */
  readonly onLeave: () => void;
}

/** Marking, title and fields of a note, as they will stand on the page. */
export function NoteHeaderForm({ header, readOnly, onType, onDone, onLeave }: NoteHeaderFormProps) {
  const forms = useForms();
  const form = useRef<HTMLElement>(null);
  const id = useId();

  const goOn = (from: HTMLElement) => {
    const inputs = [...(form.current?.querySelectorAll('textarea') ?? [])];
    const next = inputs[inputs.findIndex((input) => input === from) + 1];
    if (next === undefined) onLeave();
    else next.focus();
  };

  const slotProps = (slot: HeaderSlot) => ({
    readOnly,
    onNext: goOn,
    onType: (value: string) => {
      onType(slot, value);
    },
    onDone: (before: string, after: string) => {
      onDone(slot, before, after);
    },
  });

  return (
    <header className="note-header" ref={form} aria-label="Header of the note">
      <MarkingBanner header={header} readOnly={readOnly} onDone={onDone} />
      <HeaderInput
        id={`${id}-title`}
        className="note-title"
        label="Title of the note"
        placeholder="Title"
        value={header.title}
        {...slotProps('title')}
      />
      <div className="note-fields">
        {fieldsToShow(header, templateFor(forms, header.template)).map(({ key, label, value }) => (
          <div className="note-field" key={key}>
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <HeaderInput
              id={`${id}-${key}`}
              className="note-field-value"
              value={value}
              {...slotProps({ field: key })}
            />
          </div>
        ))}
      </div>
    </header>
  );
}

function MarkingBanner({
  header,
  readOnly,
  onDone,
}: Pick<NoteHeaderFormProps, 'header' | 'readOnly' | 'onDone'>) {
  const forms = useForms();
  const { levels } = schemeFor(forms, header.scheme);
  const level = findLevel(forms, header.scheme, header.marking);
  const isKnown = header.marking === null || level !== undefined;
  if (levels.length === 0 && header.marking === null) return null;
  // A level may be missing from the schemes of this office: its key is shown, and kept.
  const style = level === undefined ? {} : ({ '--level-colour': level.colour } as CSSProperties);
  return (
    <div className="note-marking" style={style}>
      <select
        aria-label="Marking"
        value={header.marking ?? ''}
        disabled={readOnly}
        data-unmarked={header.marking === null ? '' : undefined}
        onChange={(event) => {
          onDone('marking', header.marking ?? '', event.currentTarget.value);
        }}
      >
        <option value="">No marking</option>
        {isKnown ? null : <option value={header.marking ?? ''}>{header.marking}</option>}
        {levels.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
