import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { categoryWords } from '../../core/dossier/annotation.ts';
import type { SearchHit } from '../../core/search/search-hit.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';
import {
  groupActions,
  groupHits,
  readPaletteText,
  type PaletteEntry,
  type PaletteGroup,
} from './palette-entries.ts';
import { describeAnswer } from './palette-words.ts';
import { createSearchAsTyped, type SearchAnswer } from './search-as-typed.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './search-palette.css';

const typingPause = 60; // milliseconds: shorter than what is felt, longer than between two keys of a word

const nothingAsked: SearchAnswer = { query: '', hits: [], refusal: null };

function Snippet({ parts }: { readonly parts: readonly SnippetPart[] }) {
  // An element of its own, so that the direction is that of the words and not of the place beside them.
  return (
    <span className="palette-snippet" dir="auto">
      {parts.map((part, index) =>
        part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
      )}
    </span>
  );
}

const paragraphName = (number: number | null) => (number === null ? 'not numbered' : `¶${String(number)}`);

function Hit({ hit }: { readonly hit: SearchHit }) {
  if (hit.kind === 'note') {
    return (
      <>
        <span className="palette-place">{hit.title === '' ? 'Untitled note' : hit.title}</span>
        <Snippet parts={hit.snippet} />
      </>
    );
  }
  return (
    <>
      <span className="palette-place">
        {hit.kind === 'annotation' && (
          <span
            className="category-dot"
            data-category={hit.category}
            title={categoryWords[hit.category].name}
          >
            {categoryWords[hit.category].letter}
          </span>
        )}
        <span className="source-label">{hit.label}</span> {paragraphName(hit.number)}
      </span>
      <Snippet parts={hit.snippet} />
    </>
  );
}

function Entry({ entry, onChoose }: { readonly entry: PaletteEntry; readonly onChoose: () => void }) {
  return (
    <Autocomplete.Item className="palette-item" data-kind={entry.kind} value={entry} onClick={onChoose}>
      {entry.kind === 'hit' ? (
        <Hit hit={entry.hit} />
      ) : (
        <>
          <span>{entry.label}</span>
          {entry.keys !== null && <kbd>{entry.keys}</kbd>}
        </>
      )}
    </Autocomplete.Item>
  );
}

/** What is typed, and the answer to it as soon as there is one. */
function useAnswers(workspace: Workspace, query: string | null): SearchAnswer {
  const [answer, setAnswer] = useState(nothingAsked);
  const asking = useMemo(
    () => createSearchAsTyped({ search: workspace.search.find, onAnswer: setAnswer, delay: typingPause }),
    [workspace],
  );
  useEffect(() => {
    if (query !== null) asking.typed(query);
    return asking.stop;
  }, [asking, query]);
  return answer;
}

interface ChoosingOptions {
  readonly workspace: Workspace;
  readonly groups: readonly PaletteGroup[];
  readonly isAnswered: boolean;
}

/** Opens what is chosen; Enter before the answer is there opens the first of it when it comes. */
function useChoosing({ workspace, groups, isAnswered }: ChoosingOptions) {
  // Going into the palette's field takes the selection from the source; the actions on it come back to it.
  const [selection] = useState(() => workspace.store.get().selection);
  const [cameFrom] = useState(() => document.activeElement);
  const returnsFocus = useRef(true);
  const wantsFirst = useRef(false);

  const choose = (entry: PaletteEntry) => {
    returnsFocus.current = entry.kind === 'action';
    workspace.openDialog(null);
    if (entry.kind === 'hit') {
      void workspace.search.open(entry.hit);
      return;
    }
    // The keyboard goes back to where it was first: an action may want to take it elsewhere.
    requestAnimationFrame(() => {
      if (selection !== null) workspace.store.set({ selection });
      workspace.run(entry.action);
    });
  };
  useEffect(() => {
    if (!isAnswered || !wantsFirst.current) return;
    wantsFirst.current = false;
    const first = groups[0]?.items[0];
    if (first !== undefined) choose(first);
  });
  return {
    choose,
    finalFocus: () => returnsFocus.current && (cameFrom instanceof HTMLElement ? cameFrom : true),
    /** Returns whether the key was kept for the answer. */
    keepEnter(event: KeyboardEvent): boolean {
      wantsFirst.current = event.key === 'Enter' && !event.nativeEvent.isComposing && !isAnswered;
      return wantsFirst.current;
    },
  };
}

/** Finds a passage, an annotation, a note, or behind a `>` an action, and goes there; for hands on the keyboard. */
export function SearchPalette({ workspace }: { readonly workspace: Workspace }) {
  const isMac = useStore(workspace.store, (state) => state.session?.application.platform === 'darwin');
  const [text, setText] = useState('');
  const request = readPaletteText(text);
  const query = request.ask === 'dossier' && request.query.trim() !== '' ? request.query : null;
  const answer = useAnswers(workspace, query);
  const isAnswered = query === null || answer.query === query;
  const words = request.ask === 'actions' ? request.words : null;
  const shown = query === null ? nothingAsked : answer;
  const groups = useMemo(
    () => (words === null ? groupHits(shown.hits) : groupActions(words, isMac ? '⌘' : 'Ctrl')),
    [words, shown, isMac],
  );
  const { choose, finalFocus, keepEnter } = useChoosing({ workspace, groups, isAnswered });

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) workspace.openDialog(null);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="palette" aria-label="Find in the dossier" finalFocus={finalFocus}>
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            value={text}
            onValueChange={(value, { reason }) => {
              if (reason !== 'item-press') setText(value);
            }}
            itemToStringValue={(entry: PaletteEntry) => entry.key}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- what quick hands type behind Ctrl+K would go to the pane underneath, as the dialog takes the keyboard only later
              autoFocus
              className="palette-input"
              aria-label="Search sources, annotations and notes"
              placeholder="Search sources, annotations and notes"
              maxLength={500}
              spellCheck={false}
              onKeyDown={(event) => {
                if (keepEnter(event)) event.preventBaseUIHandler();
              }}
            />
            <Autocomplete.Status className="palette-status">
              {describeAnswer({ request, isAnswered, answer: shown, groups })}
            </Autocomplete.Status>
            <Autocomplete.List className="palette-list">
              {(group: PaletteGroup) => (
                <Autocomplete.Group key={group.label} items={group.items} className="palette-group">
                  <Autocomplete.GroupLabel className="palette-group-label">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(entry: PaletteEntry) => (
                      <Entry
                        key={entry.key}
                        entry={entry}
                        onChoose={() => {
                          choose(entry);
                        }}
                      />
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <div className="palette-keys" aria-hidden="true">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> choose
            </span>
            <span>
              <kbd>Enter</kbd> open
            </span>
            <span>
              <kbd>&gt;</kbd> actions
            </span>
            <span>
              <kbd>Esc</kbd> close
            </span>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
