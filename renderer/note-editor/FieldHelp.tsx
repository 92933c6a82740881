import { Menu } from '@base-ui/react/menu';
import { useContext, useRef } from 'react';
import type { TemplateField } from '../../core/dossier/template.ts';
import { UsedValuesContext } from './used-values-context.ts';
import { dayInWords, isoDayIn } from './written-day.ts';

interface FieldHelpProps {
  readonly field: TemplateField;
  readonly value: string;
  /** BCP 47, of the note: in which a day is written. */
  readonly language: string;
  readonly onChoose: (value: string) => void;
}

/** What helps to fill a field in, beside it: a calendar for a day, a list of what was written there before. */
export function FieldHelp(props: FieldHelpProps) {
  const { kind, choices = [] } = props.field;
  if (kind === 'date') return <Calendar {...props} />;
  if (kind === 'choice') return <Suggestions {...props} name="Choices for" values={choices} />;
  return <UsedBefore {...props} />;
}

function Calendar({ field, value, language, onChoose }: FieldHelpProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="note-field-help">
      <button
        type="button"
        className="note-field-button"
        aria-label={`Choose a day for ${field.label}`}
        title="Choose a day"
        onClick={() => {
          input.current?.showPicker();
        }}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5" />
        </svg>
      </button>
      <input
        ref={input}
        className="note-field-day"
        type="date"
        tabIndex={-1}
        aria-label={`${field.label}, as a day`}
        value={isoDayIn(value) ?? ''}
        onChange={(event) => {
          const words = dayInWords(event.currentTarget.value, language);
          if (words !== null) onChoose(words);
        }}
      />
    </span>
  );
}

/** People, references and the like, as other notes of the dossier have them. */
function UsedBefore(props: FieldHelpProps) {
  const used = useContext(UsedValuesContext);
  const { kind, key } = props.field;
  const isPerson = kind === 'person' || kind === 'people';
  const values = used
    .filter((each) => (isPerson ? each.isPerson : each.key === key))
    .map((each) => each.value);
  const others = [...new Set(values)].filter((each) => each !== props.value);
  return others.length === 0 ? null : <Suggestions {...props} name="Used before for" values={others} />;
}

function Suggestions({
  field,
  name,
  values,
  onChoose,
}: FieldHelpProps & { readonly name: string; readonly values: readonly string[] }) {
  const label = `${name} ${field.label}`;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="note-field-button" aria-label={label} title={label}>
        <span className="toolbar-caret" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="toolbar-menu-place">
          <Menu.Popup className="toolbar-menu" aria-label={label}>
            {values.map((each) => (
              <Menu.Item
                key={each}
                className="toolbar-menu-item"
                onClick={() => {
                  onChoose(each);
                }}
              >
                <span className="toolbar-menu-label">{each}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
