import { schemeFor } from '../../core/dossier/forms.ts';
import { levelOf } from '../../core/dossier/marking.ts';
import type { Template } from '../../core/dossier/template.ts';
import { useForms } from '../forms-context.ts';
import './template-picker.css';

interface TemplatePickerProps {
  /** Key of the chosen template. */
  readonly value: string;
  readonly onChange: (key: string) => void;
}

const numberingWords: Readonly<Record<Template['numbering'], string>> = {
  none: 'paragraphs without numbers',
  through: 'paragraphs numbered through the note',
  'by-section': 'paragraphs numbered anew in each section',
};

function factsOf(template: Template, marking: string): string {
  const { pageBudget, numbering, portionMarks } = template;
  return [
    pageBudget === null
      ? 'as long as it takes'
      : `${String(pageBudget)} ${pageBudget === 1 ? 'page' : 'pages'} at most`,
    numberingWords[numbering],
    marking === '' ? 'unmarked' : `begins as ${marking}`,
    ...(portionMarks ? ['a mark on every paragraph'] : []),
  ].join(' · ');
}

/** What the note will begin with, drawn as a small sheet. */
function TemplatePreview({ template }: { readonly template: Template }) {
  const forms = useForms();
  const marking = levelOf(schemeFor(forms, template.scheme), template.marking)?.words ?? '';
  return (
    <section className="template-preview" aria-label={`What a ${template.name} begins with`}>
      <p className="template-facts">{factsOf(template, marking)}</p>
      <p className="template-fields">
        {template.fields.map(({ key, label }) => (
          <span key={key}>{label}</span>
        ))}
      </p>
      {template.sections.length === 0 && <p className="template-hint">An empty sheet.</p>}
      {template.sections.map(({ heading, hint }) => (
        <div key={heading}>
          <h4>{heading}</h4>
          {hint !== undefined && <p className="template-hint">{hint}</p>}
        </div>
      ))}
    </section>
  );
}

/** The kinds of note of this office, and beside them what the chosen one begins with. */
export function TemplatePicker({ value, onChange }: TemplatePickerProps) {
  const { templates } = useForms();
  const chosen = templates.find(({ key }) => key === value);
  return (
    <div className="template-picker">
      <fieldset className="choices">
        <legend>Kind of note</legend>
        {templates.map(({ key, name, summary }) => (
          <label key={key}>
            <input
              type="radio"
              name="template"
              value={key}
              checked={key === value}
              onChange={() => {
                onChange(key);
              }}
            />
            {name}
            <small>{summary}</small>
          </label>
        ))}
      </fieldset>
      {chosen !== undefined && <TemplatePreview template={chosen} />}
    </div>
  );
}
