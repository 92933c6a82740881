import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { CitationChoice } from './citation-choices.ts';
import { CitationChoiceList, idOfChoice } from './CitationChoiceList.tsx';
import type { CitationFinder } from './CiteMenu.tsx';
import type { CitationTargets } from './parse-citation-targets.ts';
import { useCitationChoices } from './use-citation-choices.ts';

interface CitationTargetFieldProps {
  readonly finder: CitationFinder;
  readonly onAdd: (targets: CitationTargets) => Promise<void>;
}

/** A field in which one looks for what to add to a citation: `A12`, or words. */
export function CitationTargetField({ finder, onAdd }: CitationTargetFieldProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const query = text.trim() === '' ? null : text;
  const answer = useCitationChoices(finder.find, query);
  const groups = answer?.query === query ? answer.groups : [];
  const choices = groups.flatMap((group) => group.choices);
  const current = choices.length === 0 ? undefined : idOfChoice(id, at);

  const add = (choice: CitationChoice | undefined) => {
    if (choice === undefined) return;
    setText('');
    setAt(0);
    void onAdd(choice.targets);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || query === null || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && choices.length > 0) setAt((at + by + choices.length) % choices.length);
    else if (event.key === 'Enter') add(choices[at]);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="citation-target-field">
      <label>
        Add
        <input
          name="add"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={id}
          aria-activedescendant={current}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="A12, or words of a paragraph"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {choices.length > 0 && (
        <CitationChoiceList id={id} list={list} groups={groups} at={at} onPoint={setAt} onChoose={add} />
      )}
      {answer !== null && answer.query === query && choices.length === 0 && (
        <p className="cite-none" role="status">
          {answer.none}
        </p>
      )}
    </div>
  );
}
