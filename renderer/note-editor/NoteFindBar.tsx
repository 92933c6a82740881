import { type KeyboardEvent, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { FindSteps } from '../FindSteps.tsx';
import { FindOption } from './FindOption.tsx';
import type { FinderState, NoteFinder } from './note-finder.ts';
import './note-find-bar.css';

const counted = new Intl.NumberFormat('en');

/** `3 of 12`, or what stands in the way of it: read out after each step. */
function describe({ pattern, places, at, fault, replaced }: FinderState): string {
  if (fault !== null) return fault;
  if (pattern.phrase === '') return '';
  const there =
    places.length === 0 ? 'Not found' : `${counted.format(at + 1)} of ${counted.format(places.length)}`;
  if (replaced === null) return there;
  const done = `${counted.format(replaced)} replaced`;
  return places.length === 0 ? done : `${done} · ${there}`;
}

interface NoteFindBarProps {
  readonly finder: NoteFinder;
  readonly readOnly: boolean;
}

/** The fields to find something in the note below them, and to put something else in its place. */
export function NoteFindBar({ finder, readOnly }: NoteFindBarProps) {
  const state = useSyncExternalStore(finder.subscribe, finder.read);
  const field = useRef<HTMLInputElement>(null);
  const countId = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [state.asked]);
  if (!state.isOpen) return null;
  const { pattern, places } = state;
  const none = places.length === 0;
  const replaces = state.withReplace && !readOnly;

  const onKey = (enter: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') enter(event);
    else return;
    event.preventDefault();
  };
  // Taking back what was replaced is the window's; what was typed in a field is the field's own.
  const undoOf = state.replaced === null ? {} : { 'data-window-undo': '' };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the bar from any of its fields and buttons
    <div
      className="note-find-bar"
      role="search"
      aria-label="Note"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        finder.close();
      }}
    >
      <div className="note-find-row">
        <input
          ref={field}
          {...undoOf}
          className="note-find-field"
          aria-label="Find in the note"
          aria-describedby={countId}
          aria-invalid={state.fault !== null}
          placeholder="Find in this note"
          maxLength={500}
          spellCheck={false}
          value={pattern.phrase}
          data-none={pattern.phrase !== '' && none ? '' : undefined}
          onChange={(event) => {
            finder.look({ phrase: event.target.value });
          }}
          onKeyDown={onKey((event) => {
            finder.step(event.shiftKey ? -1 : 1);
          })}
        />
        <FindOption
          isOn={pattern.matchCase}
          name="Match case and accents"
          sign="Aa"
          onToggle={(matchCase) => {
            finder.look({ matchCase });
          }}
        />
        <FindOption
          isOn={pattern.wholeWords}
          name="Whole words"
          sign="“ab”"
          onToggle={(wholeWords) => {
            finder.look({ wholeWords });
          }}
        />
        <FindOption
          isOn={pattern.isExpression}
          name="Regular expression"
          sign=".*"
          onToggle={(isExpression) => {
            finder.look({ isExpression });
          }}
        />
        <FindSteps none={none} onStep={finder.step} onClose={finder.close} />
      </div>
      {replaces && (
        <div className="note-find-row">
          <input
            {...undoOf}
            className="note-find-field"
            aria-label="Replace by"
            placeholder="Replace by"
            title={pattern.isExpression ? '$1 and $<name> are groups of the expression' : undefined}
            maxLength={2_000}
            spellCheck={false}
            value={state.replacement}
            onChange={(event) => {
              finder.setReplacement(event.target.value);
            }}
            onKeyDown={onKey(finder.replaceOne)}
          />
          <button
            type="button"
            className="button"
            disabled={none}
            title="Replace this place, and go to the next one (Enter in the field)"
            onClick={finder.replaceOne}
          >
            Replace
          </button>
          <button
            type="button"
            className="button"
            disabled={none}
            title="Replace every place in the note, in one step"
            onClick={finder.replaceAll}
          >
            Replace all
          </button>
        </div>
      )}
      <span
        id={countId}
        className="note-find-count"
        role="status"
        data-fault={state.fault === null ? undefined : ''}
      >
        {describe(state)}
      </span>
    </div>
  );
}
