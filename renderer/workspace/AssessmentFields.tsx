import { findLevel, findScheme, type Forms } from '../../core/dossier/forms.ts';
import {
  reliabilities,
  reliabilityWords,
  type Reliability,
  type SourceMarking,
} from '../../core/dossier/source-assessment.ts';
import { useForms } from '../forms-context.ts';
import { Field, SelectField, type SourceFieldsProps } from './SourceFields.tsx';
import { dateUnderstood } from './source-form.ts';

interface AssessmentFieldsProps extends SourceFieldsProps {
  /** Those that other sources of the dossier are of. */
  readonly sides: readonly string[];
}

interface MarkingChoice {
  readonly value: string;
  readonly label: string;
  readonly marking: SourceMarking | null;
}

const keyOf = (marking: SourceMarking | null) =>
  marking === null ? '' : JSON.stringify([marking.scheme, marking.level]);

/** Every level of every scheme; one that is not known here stands at the end, so that it is not lost. */
function markingChoices(forms: Forms, present: SourceMarking | null): MarkingChoice[] {
  const known = forms.schemes.flatMap((scheme) =>
    scheme.levels.map((level): MarkingChoice => {
      const marking = { scheme: scheme.key, level: level.key };
      return { value: keyOf(marking), label: `${level.words} (${scheme.name})`, marking };
    }),
  );
  const choices: MarkingChoice[] = [{ value: '', label: 'Not said', marking: null }, ...known];
  if (present === null || findLevel(forms, present.scheme, present.level) !== undefined) return choices;
  const scheme = findScheme(forms, present.scheme)?.name ?? present.scheme;
  return [...choices, { value: keyOf(present), label: `${present.level} (${scheme})`, marking: present }];
}

const isReliability = (text: string): text is Reliability => reliabilities.some((each) => each === text);

/** What the drafter thinks of the document. Over fifty lines, as it reads as the form does. */
export function AssessmentFields({ form, onChange, faults, onLeave, sides }: AssessmentFieldsProps) {
  const choices = markingChoices(useForms(), form.marking);
  return (
    <fieldset className="details-assessment">
      <legend>Your assessment</legend>
      <p>For you and your checks: it is not printed with the note.</p>
      <div className="details-grid">
        <Field
          label="Side"
          value={form.side}
          list={sides}
          placeholder="Whose account it is"
          fault={faults.get('side')}
          onLeave={() => {
            onLeave('side');
          }}
          onType={(side) => {
            onChange({ ...form, side });
          }}
        />
        <Field
          label="As of"
          value={form.asOf}
          placeholder="Where not the day it was issued"
          fault={faults.get('as-of')}
          hint={dateUnderstood(form.asOf)}
          onLeave={() => {
            onLeave('as-of');
          }}
          onType={(asOf) => {
            onChange({ ...form, asOf });
          }}
        />
        <SelectField
          label="Reliability"
          value={form.reliability}
          hint={reliabilityWords[form.reliability].meaning}
          onChoose={(reliability) => {
            if (isReliability(reliability)) onChange({ ...form, reliability });
          }}
        >
          {reliabilities.map((each) => (
            <option key={each} value={each}>
              {reliabilityWords[each].name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Marking that it bears"
          value={keyOf(form.marking)}
          onChoose={(value) => {
            onChange({ ...form, marking: choices.find((choice) => choice.value === value)?.marking ?? null });
          }}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  );
}
