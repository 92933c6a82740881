/** What can be done to a section in the outline, with its key. */

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export interface OutlineMove {
  readonly label: string;
  readonly keys: string;
  readonly sign: string;
  /** What is said when it is done. */
  readonly done: string;
  readonly kind: 'move' | 'shift';
  readonly step: -1 | 1;
  isKey(event: Pressed): boolean;
}

const isMove = (key: string) => (event: Pressed) =>
  event.key === key && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
const isTab = (shift: boolean) => (event: Pressed) =>
  event.key === 'Tab' && event.shiftKey === shift && !event.altKey && !event.ctrlKey && !event.metaKey;

export const outlineMoves: readonly OutlineMove[] = [
  {
    label: 'Move the section up',
    keys: 'Alt+Shift+↑',
    sign: '↑',
    done: 'moved up',
    kind: 'move',
    step: -1,
    isKey: isMove('ArrowUp'),
  },
  {
    label: 'Move the section down',
    keys: 'Alt+Shift+↓',
    sign: '↓',
    done: 'moved down',
    kind: 'move',
    step: 1,
    isKey: isMove('ArrowDown'),
  },
  {
    label: 'Raise the heading by a level',
    keys: 'Shift+Tab',
    sign: '←',
    done: 'one level higher',
    kind: 'shift',
    step: -1,
    isKey: isTab(true),
  },
  {
    label: 'Lower the heading by a level',
    keys: 'Tab',
    sign: '→',
    done: 'one level lower',
    kind: 'shift',
    step: 1,
    isKey: isTab(false),
  },
];
