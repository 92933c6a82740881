/**
 * Everything that can be done to the text of a note, as data: the menu bar, the palette, the toolbar, tooltips and keys
 * read this one list.
 */

export interface EditorKey {
  /** `KeyboardEvent.code`: the place on the keyboard, so that `Ctrl+Alt+1` works on every layout. */
  readonly code: string;
  /** What is printed on that key. */
  readonly cap: string;
  readonly alt?: true;
  readonly shift?: true;
}

export interface EditorAction {
  readonly name: string;
  readonly label: string;
  /** With Ctrl, or Command on a Mac. */
  readonly key: EditorKey;
  /** The menu that it stands in; `table` is for where the caret is in a table. */
  readonly menu: 'format' | 'insert' | 'table';
  /** Other words that find it after a slash in the text; without any it is not offered there. */
  readonly slash?: readonly string[];
}

const digit = (cap: string, more: { alt?: true; shift?: true }): EditorKey => ({
  code: `Digit${cap}`,
  cap,
  ...more,
});
const letter = (cap: string, more: { alt?: true; shift?: true } = {}): EditorKey => ({
  code: `Key${cap}`,
  cap,
  ...more,
});

export const editorActions = [
  {
    name: 'paragraph',
    label: 'Paragraph',
    key: digit('0', { alt: true }),
    menu: 'format',
    slash: ['text', 'plain'],
  },
  {
    name: 'heading-1',
    label: 'Heading 1',
    key: digit('1', { alt: true }),
    menu: 'format',
    slash: ['h1', 'title'],
  },
  {
    name: 'heading-2',
    label: 'Heading 2',
    key: digit('2', { alt: true }),
    menu: 'format',
    slash: ['h2', 'section'],
  },
  {
    name: 'heading-3',
    label: 'Heading 3',
    key: digit('3', { alt: true }),
    menu: 'format',
    slash: ['h3', 'subsection'],
  },
  { name: 'bold', label: 'Bold', key: letter('B'), menu: 'format' },
  { name: 'italic', label: 'Italic', key: letter('I'), menu: 'format' },
  { name: 'strikethrough', label: 'Strikethrough', key: letter('X', { shift: true }), menu: 'format' },
  {
    name: 'numbered-list',
    label: 'Numbered list',
    key: digit('7', { shift: true }),
    menu: 'format',
    slash: ['ordered', 'ol'],
  },
  {
    name: 'bullet-list',
    label: 'Bullet list',
    key: digit('8', { shift: true }),
    menu: 'format',
    slash: ['unordered', 'ul', 'points'],
  },
  {
    name: 'quotation',
    label: 'Quotation',
    key: digit('9', { shift: true }),
    menu: 'format',
    slash: ['quote', 'blockquote'],
  },
  {
    name: 'next-portion-mark',
    label: 'Next mark of the paragraph',
    key: letter('P', { alt: true }),
    menu: 'format',
  },
  {
    name: 'comment',
    label: 'Comment paragraph',
    key: letter('M', { alt: true }),
    menu: 'format',
    slash: ['view', 'remark', 'assessment'],
  },
  {
    name: 'rule',
    label: 'Insert a dividing line',
    key: { code: 'Minus', cap: '-', alt: true },
    menu: 'insert',
    slash: ['rule', 'hr', 'separator'],
  },
  {
    name: 'insert-table',
    label: 'Insert a table',
    key: letter('T', { alt: true, shift: true }),
    menu: 'insert',
    slash: ['grid'],
  },
  {
    name: 'footnote',
    label: 'Insert a footnote',
    key: letter('F', { alt: true }),
    menu: 'insert',
    slash: ['note', 'own', 'fn'],
  },
  {
    name: 'non-breaking-space',
    label: 'Insert a non-breaking space',
    key: { code: 'Space', cap: 'Space', shift: true },
    menu: 'insert',
    slash: ['nbsp', 'hard'],
  },
  {
    name: 'row-above',
    label: 'Insert a row above',
    key: letter('A', { alt: true, shift: true }),
    menu: 'table',
  },
  {
    name: 'row-below',
    label: 'Insert a row below',
    key: letter('B', { alt: true, shift: true }),
    menu: 'table',
  },
  {
    name: 'column-before',
    label: 'Insert a column before',
    key: letter('L', { alt: true, shift: true }),
    menu: 'table',
  },
  {
    name: 'column-after',
    label: 'Insert a column after',
    key: letter('R', { alt: true, shift: true }),
    menu: 'table',
  },
  {
    name: 'delete-row',
    label: 'Delete the row',
    key: letter('D', { alt: true, shift: true }),
    menu: 'table',
  },
  {
    name: 'delete-column',
    label: 'Delete the column',
    key: letter('C', { alt: true, shift: true }),
    menu: 'table',
  },
  {
    name: 'delete-table',
    label: 'Delete the table',
    key: letter('X', { alt: true, shift: true }),
    menu: 'table',
  },
] as const satisfies readonly EditorAction[];

export type EditorActionName = (typeof editorActions)[number]['name'];

export function isEditorAction(name: string): name is EditorActionName {
  return editorActions.some((action) => action.name === name);
}

export function editorAction(name: EditorActionName): EditorAction {
  const action = editorActions.find((each) => each.name === name);
  if (action === undefined) throw new Error(`no editor action is called ${name}`);
  return action;
}

/** `Ctrl+Shift+8`, or `⇧⌘8` on a Mac. */
export function keyText(key: EditorKey, mac: boolean): string {
  if (mac) return `${key.alt ? '⌥' : ''}${key.shift ? '⇧' : ''}⌘${key.cap}`;
  return ['Ctrl', ...(key.alt ? ['Alt'] : []), ...(key.shift ? ['Shift'] : []), key.cap].join('+');
}

/** As Electron writes accelerators. */
export function acceleratorOf({ cap, alt, shift }: EditorKey): string {
  return ['CmdOrCtrl', ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), cap].join('+');
}

/** As `aria-keyshortcuts` writes it. */
export function keyForAria(key: EditorKey, mac: boolean): string {
  return [
    mac ? 'Meta' : 'Control',
    ...(key.alt ? ['Alt'] : []),
    ...(key.shift ? ['Shift'] : []),
    key.cap,
  ].join('+');
}

export interface PressedKey {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(key: string): boolean;
}

/** Whether the event is the one modifier that stands for Ctrl on this platform, and no other. */
function hasMainModifier(event: PressedKey, mac: boolean): boolean {
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** The action that a key press asks for. */
export function actionForKey(event: PressedKey, mac: boolean): EditorActionName | null {
  // AltGr reports itself as Ctrl+Alt on Windows, and writes letters on many keyboards.
  if (!hasMainModifier(event, mac) || event.getModifierState('AltGraph')) return null;
  const found = editorActions.find(
    ({ key }: EditorAction) =>
      key.code === event.code &&
      (key.alt ?? false) === event.altKey &&
      (key.shift ?? false) === event.shiftKey,
  );
  return found?.name ?? null;
}

/** Undoing is the workspace's: it has one order over all panes. */
export function isHistoryKey(event: PressedKey, mac: boolean): boolean {
  if (!hasMainModifier(event, mac) || event.altKey) return false;
  return event.code === 'KeyZ' || (event.code === 'KeyY' && !mac && !event.shiftKey);
}
