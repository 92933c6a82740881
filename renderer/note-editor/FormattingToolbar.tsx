import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import { Tooltip } from '@base-ui/react/tooltip';
import { IS_APPLE, type LexicalEditor } from 'lexical';
import type { MouseEvent, ReactNode } from 'react';
import {
  type EditorAction,
  editorAction,
  type EditorActionName,
  editorActions,
  keyForAria,
  keyText,
} from '../../core/editor-actions.ts';
import { levelOf, type MarkingScheme } from '../../core/dossier/marking.ts';
import { setPortionMark } from './portion-mark.ts';
import { runEditorAction } from './run-editor-action.ts';
import { toolbarIcons } from './toolbar-icons.tsx';
import { useEditorStatus } from './use-editor-status.ts';
import './formatting-toolbar.css';

const blockTypes = ['paragraph', 'heading-1', 'heading-2', 'heading-3'] as const satisfies EditorActionName[];
const toggles = [
  ['bold', 'italic', 'strikethrough'],
  ['bullet-list', 'numbered-list', 'quotation'],
  ['comment'],
] as const satisfies EditorActionName[][];
const tableActions: readonly (EditorAction & { name: EditorActionName })[] = editorActions.filter(
  ({ menu }) => menu === 'table',
);

interface FormattingToolbarProps {
  readonly editor: LexicalEditor;
  readonly disabled: boolean;
  readonly scheme: MarkingScheme;
}

/** Keeps the selection of the text when a button is pressed with the mouse. */
const keepFocus = (event: MouseEvent) => {
  event.preventDefault();
};

/** What can be done to the text, above it. */
export function FormattingToolbar({ editor, disabled, scheme }: FormattingToolbarProps) {
  const status = useEditorStatus(editor);
  return (
    <Tooltip.Provider delay={500}>
      <Toolbar.Root className="formatting-toolbar" aria-label="Formatting" disabled={disabled}>
        <BlockMenu editor={editor} current={status.block} />
        {toggles.map((group) => (
          <Toolbar.Group className="toolbar-group" key={group[0]}>
            {group.map((name) => (
              <ActionButton key={name} editor={editor} name={name} pressed={status.on.includes(name)} />
            ))}
          </Toolbar.Group>
        ))}
        <Toolbar.Group className="toolbar-group">
          {scheme.levels.length > 0 && (
            <PortionMenu editor={editor} scheme={scheme} current={status.marking} />
          )}
          {status.inTable ? (
            <TableMenu editor={editor} />
          ) : (
            <ActionButton editor={editor} name="insert-table" />
          )}
        </Toolbar.Group>
      </Toolbar.Root>
    </Tooltip.Provider>
  );
}

interface ActionButtonProps {
  readonly editor: LexicalEditor;
  readonly name: EditorActionName;
  readonly pressed?: boolean;
}

function ActionButton({ editor, name, pressed }: ActionButtonProps) {
  const { label, key } = editorAction(name);
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={
          <Toolbar.Button
            className="toolbar-button"
            aria-label={label}
            aria-pressed={pressed}
            aria-keyshortcuts={keyForAria(key, IS_APPLE)}
            onMouseDown={keepFocus}
            onClick={() => {
              runEditorAction(editor, name);
            }}
          />
        }
      >
        {toolbarIcons[name]}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6}>
          <Tooltip.Popup className="toolbar-tip">
            {label} <kbd>{keyText(key, IS_APPLE)}</kbd>
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

function BlockMenu({ editor, current }: { readonly editor: LexicalEditor; readonly current: string }) {
  const shown = blockTypes.find((name) => name === current);
  return (
    <ToolbarMenu
      label="Kind of block"
      className="toolbar-button toolbar-block"
      trigger={shown === undefined ? 'Heading' : editorAction(shown).label}
    >
      <Menu.RadioGroup
        value={current}
        onValueChange={(name: EditorActionName) => {
          runEditorAction(editor, name);
        }}
      >
        {blockTypes.map((name) => (
          <Menu.RadioItem className="toolbar-menu-item" key={name} value={name} closeOnClick>
            <Menu.RadioItemIndicator className="toolbar-menu-sign">✓</Menu.RadioItemIndicator>
            <span className="toolbar-menu-label" data-block={name}>
              {editorAction(name).label}
            </span>
            <kbd>{keyText(editorAction(name).key, IS_APPLE)}</kbd>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </ToolbarMenu>
  );
}

/** What the paragraph bears beside the note's own marking. */
function PortionMenu({
  editor,
  scheme,
  current,
}: {
  readonly editor: LexicalEditor;
  readonly scheme: MarkingScheme;
  readonly current: string | null;
}) {
  const shown = current === null ? 'Mark' : `(${levelOf(scheme, current)?.portion ?? current})`;
  const { key } = editorAction('next-portion-mark');
  return (
    <ToolbarMenu label="Mark of the paragraph" className="toolbar-button toolbar-portion" trigger={shown}>
      <Menu.RadioGroup
        value={current ?? ''}
        onValueChange={(level: string) => {
          setPortionMark(editor, level === '' ? null : level);
        }}
      >
        {[{ key: '', words: 'No mark of its own' }, ...scheme.levels].map((level) => (
          <Menu.RadioItem className="toolbar-menu-item" key={level.key} value={level.key} closeOnClick>
            <Menu.RadioItemIndicator className="toolbar-menu-sign">✓</Menu.RadioItemIndicator>
            <span className="toolbar-menu-label">{level.words}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <p className="toolbar-menu-note">
        <kbd>{keyText(key, IS_APPLE)}</kbd> goes through them.
      </p>
    </ToolbarMenu>
  );
}

function TableMenu({ editor }: { readonly editor: LexicalEditor }) {
  return (
    <ToolbarMenu label="Table" className="toolbar-button" trigger={toolbarIcons['insert-table']}>
      {tableActions.map(({ name, label }) => (
        <Menu.Item
          className="toolbar-menu-item"
          key={name}
          onClick={() => {
            runEditorAction(editor, name);
          }}
        >
          <span className="toolbar-menu-label">{label}</span>
        </Menu.Item>
      ))}
    </ToolbarMenu>
  );
}

interface ToolbarMenuProps {
  readonly label: string;
  readonly className: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

function ToolbarMenu({ label, className, trigger, children }: ToolbarMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <Toolbar.Button
            className={className}
            aria-label={typeof trigger === 'string' ? `${label}: ${trigger}` : label}
          />
        }
      >
        {trigger}
        <span className="toolbar-caret" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className="toolbar-menu-place">
          <Menu.Popup className="toolbar-menu">{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
