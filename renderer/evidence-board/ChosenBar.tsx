import type { ReactNode } from 'react';
import { categories, categoryWords } from '../../core/dossier/annotation.ts';
import type { BoardCommands } from './board-commands.ts';
import type { BoardKey } from './board-keys.ts';

interface ActionProps {
  readonly commands: BoardCommands;
  readonly does: Exclude<BoardKey['do'], 'move' | 'mark'>;
  readonly title: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

function Action({ commands, does, title, disabled, className = 'button', children }: ActionProps) {
  return (
    <button
      type="button"
      className={className}
      disabled={disabled}
      title={title}
      onClick={() => {
        commands.do({ do: does });
      }}
    >
      {children}
    </button>
  );
}

function Marks({ commands, disabled }: Pick<ActionProps, 'commands' | 'disabled'>) {
  return (
    <span className="chosen-marks" role="group" aria-label="Mark as">
      {categories.map((category, index) => (
        <button
          key={category}
          type="button"
          className="icon-button"
          disabled={disabled}
          aria-label={`Mark as ${categoryWords[category].name.toLowerCase()}`}
          title={`${categoryWords[category].name} (${String(index + 1)})`}
          onClick={() => {
            commands.do({ do: 'mark', category });
          }}
        >
          <span className="category-dot" data-category={category}>
            {categoryWords[category].letter}
          </span>
        </button>
      ))}
    </span>
  );
}

interface ChosenBarProps {
  /** What the actions are about: `A ¶12`, `3 cards`. */
  readonly name: string;
  readonly count: number;
  readonly readOnly: boolean;
  /** Cards were chosen on purpose. */
  readonly isChosen: boolean;
  readonly commands: BoardCommands;
  /** The tags of all chosen cards, while they are changed. */
  readonly tagField: ReactNode;
}

/** What can be done with the chosen cards, for the mouse and to learn the keys by. */
export function ChosenBar({ name, count, readOnly, isChosen, commands, tagField }: ChosenBarProps) {
  return (
    <div className="chosen-bar" role="group" aria-label="Chosen cards">
      <strong>{name}</strong>
      <Action commands={commands} does="cite" title="Cite in the note (Enter)" className="button primary">
        {count > 1 ? 'Cite all' : 'Cite'} <kbd>↵</kbd>
      </Action>
      <Action commands={commands} does="quote" title="Quote word for word in the note, with the citation (Q)">
        {count > 1 ? 'Quote all' : 'Quote'}
      </Action>
      {count === 1 && (
        <Action commands={commands} does="open" title="Open the passage (Ctrl+Enter)">
          Open
        </Action>
      )}
      <Marks commands={commands} disabled={readOnly} />
      {count === 1 && (
        <Action commands={commands} does="comment" title="Comment (C)" disabled={readOnly}>
          Comment
        </Action>
      )}
      <Action commands={commands} does="tag" title="Tag (T)" disabled={readOnly}>
        Tag
      </Action>
      <Action
        commands={commands}
        does="delete"
        title="Delete (Del); Ctrl+Z brings it back"
        disabled={readOnly}
      >
        Delete
      </Action>
      {isChosen && (
        <Action commands={commands} does="none" title="Choose none (Escape)" className="link-button">
          Choose none
        </Action>
      )}
      {tagField}
    </div>
  );
}
