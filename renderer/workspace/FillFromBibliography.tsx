import { useMemo, useState, type KeyboardEvent } from 'react';
import {
  fillMetadata,
  takeImported,
  type FieldDifference,
  type Filling,
} from '../../core/bibliography/fill-metadata.ts';
import type { SourceMetadata } from '../../core/dossier/source.ts';
import { entriesWith, listEntries, type BibliographyEntry } from './bibliography-entries.ts';
import type { Bibliography } from './describe-commands.ts';
import { fieldName, valueInWords } from './source-field-words.ts';

interface EntryListProps {
  readonly bibliography: Bibliography;
  readonly onChoose: (entry: BibliographyEntry) => void;
  readonly onBack: () => void;
}

const mostShown = 200; // more than anybody reads: further words are quicker

/**
 * The entries of a file, with a field that narrows them; the arrow keys go through them from there. Over fifty lines: a
 * combobox and its list are one thing to a screen reader.
 */
function EntryList({ bibliography, onChoose, onBack }: EntryListProps) {
  const entries = useMemo(() => listEntries(bibliography.entries), [bibliography]);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => entriesWith(entries, typed), [entries, typed]);
  const shown = found.slice(0, mostShown);
  const optionId = (index: number) => `bibliography-entry-${String(index)}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const next = Math.min(Math.max(at + step, 0), shown.length - 1);
      setAt(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const chosen = shown[at];
      if (chosen !== undefined) onChoose(chosen);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <p>Choose the entry that describes this source. Nothing is stored until you save the form.</p>
      <div className="field">
        <label htmlFor="bibliography-filter">Words of the title, an author or the year</label>
        <input
          id="bibliography-filter"
          role="combobox"
          aria-expanded="true"
          aria-controls="bibliography-entries"
          aria-activedescendant={shown.length === 0 ? undefined : optionId(at)}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list has come in place of the form, on request
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id="bibliography-entries"
        className="bibliography-entries"
        role="listbox"
        tabIndex={-1}
        aria-label={`Entries of ${bibliography.name}`}
      >
        {shown.map((entry, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above answers the keys
          <div
            key={entry.index}
            id={optionId(index)}
            className="bibliography-entry"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => {
              onChoose(entry);
            }}
          >
            <span dir="auto">{entry.title}</span>
            <small>{entry.facts}</small>
          </div>
        ))}
      </div>
      <p role="status" className="bibliography-count">
        {found.length === 0
          ? 'No entry has these words.'
          : `${String(found.length)} of ${String(entries.length)} entries${
              found.length > mostShown ? `; the first ${String(mostShown)} are shown` : ''
            }.`}
      </p>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onBack}>
          Back to the form
        </button>
      </div>
    </>
  );
}

interface DifferencesProps {
  readonly filling: Filling;
  readonly onTake: (chosen: readonly FieldDifference[]) => void;
  readonly onBack: () => void;
}

/** What is known differs from what came: a choice for each field, and what is there stays unless it is chosen away. */
function Differences({ filling, onTake, onBack }: DifferencesProps) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const choose = (field: string, isTaken: boolean) => {
    const next = new Set(taken);
    if (isTaken) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  const { differing, filled } = filling;
  return (
    <>
      <p>
        {filled.length === 0 ? 'No field was empty.' : `Filled: ${filled.map(fieldName).join(' · ')}.`} What
        differs is yours to choose:
      </p>
      <div className="bibliography-differences">
        {differing.map(({ field, present, imported }, index) => (
          <fieldset key={field} className="choices difference-choices">
            <legend>{fieldName(field)}</legend>
            {[false, true].map((isImported) => (
              <label key={String(isImported)}>
                <input
                  type="radio"
                  name={`difference-${field}`}
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the choices have come in place of the list, on request
                  autoFocus={index === 0 && !isImported}
                  checked={taken.has(field) === isImported}
                  onChange={() => {
                    choose(field, isImported);
                  }}
                />
                <span dir="auto">{valueInWords(field, isImported ? imported : present)}</span>
                <small>{isImported ? 'In the bibliography' : 'Here'}</small>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onBack}>
          Back to the entries
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            onTake(differing.filter(({ field }) => taken.has(field)));
          }}
        >
          Put into the form
        </button>
      </div>
    </>
  );
}

interface FillFromBibliographyProps {
  readonly bibliography: Bibliography;
  /** What the form says now. */
  readonly present: SourceMetadata;
  /** `fields`: the variables that came from the bibliography. */
  readonly onFilled: (metadata: SourceMetadata, fields: readonly string[]) => void;
  readonly onBack: () => void;
}

/** From a list of entries to a form that is filled: first which entry, then what to do where it differs. */
export function FillFromBibliography({ bibliography, present, onFilled, onBack }: FillFromBibliographyProps) {
  const [filling, setFilling] = useState<Filling | null>(null);
  const take = (of: Filling, chosen: readonly FieldDifference[]) => {
    onFilled(takeImported(of.metadata, chosen), [...of.filled, ...chosen.map(({ field }) => field)]);
  };
  if (filling !== null) {
    return (
      <Differences
        filling={filling}
        onTake={(chosen) => {
          take(filling, chosen);
        }}
        onBack={() => {
          setFilling(null);
        }}
      />
    );
  }
  return (
    <EntryList
      bibliography={bibliography}
      onBack={onBack}
      onChoose={({ metadata }) => {
        const found = fillMetadata(present, metadata);
        if (found.differing.length === 0) take(found, []);
        else setFilling(found);
      }}
    />
  );
}
