import { Autocomplete } from '@base-ui/react/autocomplete';
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { cleanTag, longestTag, spelledAsKnown, suggestTags } from '../../core/dossier/tags.ts';
import './tag-field.css';

/** Tags as they stand on a card. */
export function TagList({ tags }: { readonly tags: readonly string[] }) {
  return tags.map((tag) => (
    <span key={tag} className="tag" dir="auto">
      {tag}
    </span>
  ));
}

interface TagFieldProps {
  /** What the tags are of: the field's name. */
  readonly label: string;
  readonly tags: readonly string[];
  /** All tags of the dossier, the ones to suggest first. */
  readonly known: readonly string[];
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
  /** The keyboard is to go back to what the tags are of, or has gone elsewhere by itself. */
  readonly onDone: (leftBy: 'key' | 'elsewhere') => void;
}

/** A field that adds tags one by one, with those in use suggested; each can be taken away. */
export function TagField({ label, tags, known, onAdd, onRemove, onDone }: TagFieldProps) {
  const [text, setText] = useState('');
  const highlighted = useRef<string | undefined>(undefined);

  const add = (typed: string) => {
    const tag = cleanTag(typed);
    setText('');
    if (tag !== '') onAdd(spelledAsKnown(tag, known));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The pane's keys are letters here; those of the window stay what they are.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      setText('');
      onDone('key');
    } else if (event.key === ',' || (event.key === 'Enter' && highlighted.current === undefined)) {
      if (text.trim() !== '') add(text);
      else if (event.key === 'Enter') onDone('key');
    } else if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1);
      if (last !== undefined) onRemove(last);
    } else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    const { relatedTarget, currentTarget } = event;
    if (relatedTarget instanceof Element && currentTarget.contains(relatedTarget)) return;
    add(text);
    onDone('elsewhere');
  };

  return (
    <div className="tag-field" onBlur={onBlur}>
      {tags.map((tag) => (
        <span key={tag} className="tag" dir="auto">
          {tag}
          <button
            type="button"
            className="tag-remove"
            aria-label={`Take away the tag ${tag}`}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              event.currentTarget.closest('.tag-field')?.querySelector('input')?.focus();
              onRemove(tag);
            }}
          >
            ×
          </button>
        </span>
      ))}
      <Autocomplete.Root
        items={suggestTags(text, known, tags)}
        filter={null}
        value={text}
        openOnInputClick
        onValueChange={(value, { reason }) => {
          if (reason === 'item-press') add(value);
          else setText(value);
        }}
        onItemHighlighted={(tag) => {
          highlighted.current = tag;
        }}
      >
        <Autocomplete.Input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field is there because its key was pressed
          autoFocus
          className="tag-input"
          aria-label={label}
          title="Enter or a comma adds it, Backspace takes the last one away, Escape goes back"
          placeholder="Add a tag…"
          maxLength={longestTag}
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner className="tag-positioner" sideOffset={4} align="start">
            <Autocomplete.Popup className="tag-popup">
              <Autocomplete.List>
                {(tag: string) => (
                  <Autocomplete.Item key={tag} value={tag} className="tag-suggestion" dir="auto">
                    {tag}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </div>
  );
}
