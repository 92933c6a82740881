import { useId, useRef } from 'react';
import { templateFor } from '../../core/dossier/forms.ts';
import type { NoteHeader } from '../../core/note-tree/note-tree.ts';
import { useForms } from '../forms-context.ts';
import { fieldsToShow, type HeaderSlot } from './header-fields.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { HeaderInput } from './HeaderInput.tsx';
import { MarkingControls } from './MarkingControls.tsx';
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
      <MarkingControls header={header} readOnly={readOnly} onDone={onDone} />
      <HeaderInput
        id={`${id}-title`}
        className="note-title"
        label="Title of the note"
        placeholder="Title"
        value={header.title}
        {...slotProps('title')}
      />
      <div className="note-fields">
        {fieldsToShow(header, templateFor(forms, header.template)).map(({ key, label, value, field }) => (
          <div className="note-field" key={key}>
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <div className="note-field-line">
              <HeaderInput
                id={`${id}-${key}`}
                className="note-field-value"
                value={value}
                {...(field?.hint === undefined ? {} : { placeholder: field.hint })}
                {...slotProps({ field: key })}
              />
              {field !== undefined && !readOnly && (
                <FieldHelp
                  field={field}
                  value={value}
                  language={header.language}
                  onChoose={(chosen) => {
                    onDone({ field: key }, value, chosen);
                    document.getElementById(`${id}-${key}`)?.focus();
                  }}
                />
              )}
            </div>
          </div>
        ))}
      </div>
    </header>
  );
}
