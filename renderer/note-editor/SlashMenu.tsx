import { PreviewCard } from '@base-ui/react/preview-card';
import { IS_APPLE, type LexicalEditor } from 'lexical';
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { keyText } from '../../core/editor-actions.ts';
import { placeOfTyped } from './place-of-typed.ts';
import { $slashAtCaret, runSlashAction, type SlashAtCaret } from './slash-at-caret.ts';
import { useChoiceKeys } from './use-choice-keys.ts';
import { useTypedAtCaret } from './use-typed-at-caret.ts';
import './slash-menu.css';

const keepFocus = (event: MouseEvent) => {
  event.preventDefault();
};

interface SlashMenuProps {
  readonly editor: LexicalEditor;
}

/** What a slash in the text offers. The keyboard stays in the text; the choice is announced from there. */
export function SlashMenu({ editor }: SlashMenuProps) {
  const { typed: slash, dismiss } = useTypedAtCaret(editor, $slashAtCaret);
  return (
    <>
      {slash === null ? null : <SlashChoices editor={editor} slash={slash} dismiss={dismiss} />}
      <p className="visually-hidden" role="status">
        {slash === null
          ? ''
          : `${String(slash.actions.length)} to choose from, with the arrow keys and Enter`}
      </p>
    </>
  );
}

interface SlashChoicesProps extends SlashMenuProps {
  readonly slash: SlashAtCaret;
  readonly dismiss: () => void;
}

function SlashChoices({ editor, slash, dismiss }: SlashChoicesProps) {
  const id = useId();
  const { actions, query } = slash;
  // What was chosen among other choices says nothing about these.
  const [chosen, setChosen] = useState({ query, at: 0 });
  const at = chosen.query === query ? chosen.at : 0;
  const setAt = (index: number) => {
    setChosen({ query, at: index });
  };
  const list = useRef<HTMLDivElement>(null);
  const choose = (index: number) => {
    const action = actions[index];
    if (action === undefined) return;
    dismiss();
    // After the update that the key is answered in, of which it would be a part.
    queueMicrotask(() => {
      runSlashAction(editor, slash, action.name);
    });
  };

  useChoiceKeys(editor, {
    step: (by) => {
      setAt((at + by + actions.length) % actions.length);
    },
    choose: () => {
      choose(at);
    },
    dismiss,
  });

  useEffect(() => {
    const root = editor.getRootElement();
    root?.setAttribute('aria-controls', id);
    root?.setAttribute('aria-activedescendant', `${id}-${String(at)}`);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
    return () => {
      root?.removeAttribute('aria-controls');
      root?.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, at]);

  return (
    <PreviewCard.Root open>
      <PreviewCard.Portal>
        <PreviewCard.Positioner
          anchor={() => placeOfTyped(editor, slash)}
          side="bottom"
          align="start"
          sideOffset={6}
          className="slash-place"
        >
          <PreviewCard.Popup className="slash-menu">
            {/* The text keeps the keyboard, and points here with aria-activedescendant; what scrolls can be focused. */}
            <div
              ref={list}
              id={id}
              className="slash-list"
              role="listbox"
              aria-label="Insert"
              tabIndex={0}
              onMouseDown={keepFocus}
            >
              {actions.map(({ name, label, key }, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- its keys are answered in the text
                <div
                  key={name}
                  id={`${id}-${String(index)}`}
                  className="slash-choice"
                  role="option"
                  aria-selected={index === at}
                  onPointerMove={() => {
                    setAt(index);
                  }}
                  onClick={() => {
                    choose(index);
                  }}
                >
                  <span>{label}</span>
                  <kbd>{keyText(key, IS_APPLE)}</kbd>
                </div>
              ))}
            </div>
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
}
