import { useEffect } from 'react';
import { type ActionName, windowActions } from '../../core/actions.ts';
import { panes } from './visible-panes.ts';
import type { Workspace } from './workspace.ts';

/** Keys without Ctrl or Shift belong to the source pane, which answers them itself where its passage is. */
const keyActions = windowActions.filter(
  (action) =>
    action.key !== undefined && (/^(?:CmdOrCtrl|Shift)\+/.test(action.key) || /^F\d+$/.test(action.key)),
);

/** Signs by their place: with Shift, or on another keyboard, the key says something else. */
const codes: Readonly<Record<string, string>> = { '=': 'Equal', '-': 'Minus', '\\': 'Backslash' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function matches(accelerator: string, pressed: Pressed): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const command = pressed.ctrlKey || pressed.metaKey;
  return (
    parts.includes('CmdOrCtrl') === command &&
    parts.includes('Shift') === pressed.shiftKey &&
    parts.includes('Alt') === pressed.altKey &&
    // Digits by their place: with Shift, or on a French keyboard, the key says something else.
    (pressed.key.toLowerCase() === key.toLowerCase() || pressed.code === (codes[key] ?? `Digit${key}`))
  );
}

/** The action that a key stands for anywhere in the window. */
export function actionOfKey(pressed: Pressed): ActionName | null {
  // Redo as Windows has it, beside the one of the menu.
  const isCtrlY =
    (pressed.ctrlKey || pressed.metaKey) && !pressed.shiftKey && pressed.key.toLowerCase() === 'y';
  if (isCtrlY) return 'redo';
  // As browsers have it, beside the keys of the menu.
  if (pressed.ctrlKey && pressed.key === 'Tab') return pressed.shiftKey ? 'previous-source' : 'next-source';
  return keyActions.find((action) => matches(action.key ?? '', pressed))?.name ?? null;
}

/** A form field undoes its own typing until it is left. */
function isFormField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  // Something was done to the text since anything was typed there.
  return !('windowUndo' in target.dataset);
}

export function useWorkspaceKeys(workspace: Workspace): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOfKey(event);
      if (action === null) return;
      if ((action === 'undo' || action === 'redo') && isFormField(event.target)) return;
      // A dialog keeps the keyboard.
      if (workspace.store.get().dialog !== null) return;
      event.preventDefault();
      workspace.run(action);
    };
    // The pane that the keyboard is in is the one used last.
    const onFocusIn = (event: FocusEvent) => {
      const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null;
      const name = panes.find((each) => each === pane?.dataset['pane']);
      if (name !== undefined) workspace.enterPane(name);
    };
    window.addEventListener('keydown', onKeyDown);
    document.addEventListener('focusin', onFocusIn);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [workspace]);
}
