import { type RefObject } from 'react';
import { categoryWords } from '../../core/dossier/annotation.ts';
import type { CitationChoice, CitationChoices } from './citation-choices.ts';
import './citation-choices.css';

interface CitationChoiceListProps {
  readonly id: string;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly groups: CitationChoices['groups'];
  /** Which of all choices is the current one. */
  readonly at: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (choice: CitationChoice, more: boolean) => void;
}

export const idOfChoice = (id: string, index: number) => `${id}-${String(index)}`;

/** What can be cited, grouped. The keyboard stays where the query is typed, and is answered there. */
export function CitationChoiceList({ id, list, groups, at, onPoint, onChoose }: CitationChoiceListProps) {
  let index = -1;
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the keyboard stays where one types, which points here with aria-activedescendant
    <div
      ref={list}
      id={id}
      className="cite-choices"
      role="listbox"
      aria-label="To cite"
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {groups.map(({ label, choices }) => (
        <div key={label} role="group" aria-label={label}>
          <div className="cite-group" aria-hidden="true">
            {label}
          </div>
          {choices.map((choice) => {
            index += 1;
            const own = index;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- its keys are answered where one types
              <div
                key={choice.key}
                id={idOfChoice(id, own)}
                className="cite-choice"
                role="option"
                aria-selected={own === at}
                onPointerMove={() => {
                  onPoint(own);
                }}
                onClick={(event) => {
                  onChoose(choice, event.shiftKey);
                }}
              >
                <span className="cite-choice-name">
                  {choice.category !== undefined && (
                    <span
                      className="category-dot"
                      data-category={choice.category}
                      title={categoryWords[choice.category].name}
                    >
                      {categoryWords[choice.category].letter}
                    </span>
                  )}
                  {choice.name}
                </span>
                <span className="cite-choice-words" dir="auto">
                  {choice.snippet.map((part, place) =>
                    part.hit ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>,
                  )}
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
