import { PreviewCard } from '@base-ui/react/preview-card';
import type { LexicalEditor } from 'lexical';
import { useEffect, useId, useRef, useState } from 'react';
import type { CitationChoice, CitationChoices } from './citation-choices.ts';
import { CitationChoiceList, idOfChoice } from './CitationChoiceList.tsx';
import { $citeAtCaret, citeTyped, clearQuery } from './cite-at-caret.ts';
import { mergeTargetLists } from './merge-target-lists.ts';
import type { CitationTargets } from './parse-citation-targets.ts';
import { placeOfTyped } from './place-of-typed.ts';
import { useChoiceKeys } from './use-choice-keys.ts';
import { useCitationChoices } from './use-citation-choices.ts';
import { type TypedAtCaret, useTypedAtCaret } from './use-typed-at-caret.ts';

export interface CitationFinder {
  readonly find: (query: string) => Promise<CitationChoices>;
  /** Resolves when the window knows what these point at. */
  readonly load: (targets: CitationTargets) => Promise<void>;
}

interface CiteMenuProps {
  readonly editor: LexicalEditor;
  readonly finder: CitationFinder;
}

/** What `[[` in the text offers to cite. The keyboard stays in the text; the choice is announced from there. */
export function CiteMenu({ editor, finder }: CiteMenuProps) {
  const { typed, dismiss } = useTypedAtCaret(editor, $citeAtCaret);
  return typed === null ? null : (
    <CiteChoices
      key={`${typed.node} ${String(typed.start)}`}
      editor={editor}
      finder={finder}
      typed={typed}
      dismiss={dismiss}
    />
  );
}

interface CiteChoicesProps extends CiteMenuProps {
  readonly typed: TypedAtCaret;
  readonly dismiss: () => void;
}

function CiteChoices({ editor, finder, typed, dismiss }: CiteChoicesProps) {
  const id = useId();
  const { query } = typed;
  const answer = useCitationChoices(finder.find, query);
  const groups = answer?.groups ?? [];
  const choices = groups.flatMap((group) => group.choices);
  const [together, setTogether] = useState<readonly CitationChoice[]>([]);
  // What was pointed at among other choices says nothing about these.
  const [pointed, setPointed] = useState({ query, at: 0 });
  const at = Math.min(pointed.query === query ? pointed.at : 0, Math.max(0, choices.length - 1));
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  });

  const cite = (chosen: readonly CitationChoice[]) => {
    const targets = mergeTargetLists(chosen.map((choice) => choice.targets));
    if (targets === null) return;
    dismiss();
    void finder.load(targets).then(() => {
      citeTyped(editor, latest.current, targets);
    });
  };
  const choose = (choice: CitationChoice | undefined, more: boolean) => {
    // With several chosen and nothing more looked for, they are what is wanted.
    if (!more && together.length > 0 && query.trim() === '') cite(together);
    else if (choice !== undefined && more) {
      if (!together.some(({ key }) => key === choice.key)) setTogether([...together, choice]);
      // After the update that the key is answered in, of which it would be a part.
      queueMicrotask(() => {
        clearQuery(editor, typed);
      });
    } else if (choice !== undefined) cite([...together, choice]);
  };

  useChoiceKeys(editor, {
    step: (by) => {
      if (choices.length > 0) setPointed({ query, at: (at + by + choices.length) % choices.length });
    },
    choose: (more) => {
      // An answer to something else is not what Enter means.
      if (answer?.query === query) choose(choices[at], more);
    },
    dismiss,
  });

  const current = choices.length === 0 ? null : idOfChoice(id, at);
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null || current === null) return;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', current);
    list.current?.querySelector(`[id="${current}"]`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, current, answer]);

  const count = choices.length;
  return (
    <PreviewCard.Root open>
      <PreviewCard.Portal>
        <PreviewCard.Positioner
          anchor={() => placeOfTyped(editor, typed)}
          side="bottom"
          align="start"
          sideOffset={6}
          className="slash-place"
        >
          <PreviewCard.Popup className="cite-menu">
            {together.length > 0 && (
              <p className="cite-together">Together: {together.map(({ name }) => name).join(', ')}</p>
            )}
            {count > 0 && (
              <CitationChoiceList
                id={id}
                list={list}
                groups={groups}
                at={at}
                onPoint={(index) => {
                  setPointed({ query, at: index });
                }}
                onChoose={choose}
              />
            )}
            {answer !== null && count === 0 && <p className="cite-none">{answer.none}</p>}
            <p className="cite-hint" aria-hidden="true">
              <kbd>↵</kbd> cites, <kbd>Shift ↵</kbd> adds and goes on, <kbd>Esc</kbd> leaves it as text.
              {query === '' && count > 0 ? ' Type words, or A12.' : ''}
            </p>
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
      <p className="visually-hidden" role="status">
        {answer === null
          ? ''
          : count === 0
            ? answer.none
            : `${String(count)} to choose from, with the arrow keys and Enter; Shift and Enter adds one and goes on`}
      </p>
    </PreviewCard.Root>
  );
}
