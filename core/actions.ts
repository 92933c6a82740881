import { acceleratorOf, type EditorAction, type EditorActionName, editorActions } from './editor-actions.ts';

/**
 * Every action of the window that has a name: the menu bar and the keys are both made from this one list,
 * so that no action has a key which the menu does not show.
 */
export interface Action {
  readonly name: string;
  readonly label: string;
  /** As Electron writes accelerators; `CmdOrCtrl` is ⌘ on macOS. */
  readonly key?: string;
}

/** A role is an action that the platform itself knows how to do. */
export type MenuEntry =
  | Action
  | {
      readonly role:
        | 'cut'
        | 'copy'
        | 'paste'
        | 'pasteAndMatchStyle'
        | 'selectAll'
        | 'quit'
        | 'zoomIn'
        | 'zoomOut'
        | 'resetZoom'
        | 'togglefullscreen'
        | 'minimize';
      /** Instead of the one that the platform gives it. */
      readonly key?: string;
    }
  | 'separator';

export interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

const windowMenus = [
  {
    label: '&File',
    entries: [
      { name: 'new-dossier', label: 'New dossier…', key: 'CmdOrCtrl+Shift+N' },
      { name: 'open-dossier', label: 'Open dossier…', key: 'CmdOrCtrl+O' },
      { name: 'show-start', label: 'Recent dossiers', key: 'CmdOrCtrl+Shift+O' },
      'separator',
      { name: 'save-copy', label: 'Save a copy as…', key: 'CmdOrCtrl+Shift+S' },
      { name: 'duplicate-dossier', label: 'Duplicate…' },
      { name: 'show-backups', label: 'Backups…', key: 'CmdOrCtrl+Shift+B' },
      { name: 'compact-dossier', label: 'Make the file smaller' },
      'separator',
      { name: 'set-passphrase', label: 'Passphrase…', key: 'CmdOrCtrl+Shift+P' },
      { name: 'lock-dossier', label: 'Lock now', key: 'CmdOrCtrl+Shift+L' },
      'separator',
      { name: 'add-source', label: 'Add sources…', key: 'CmdOrCtrl+Shift+A' },
      { name: 'paste-source', label: 'Paste as a source…', key: 'CmdOrCtrl+Alt+V' },
      { name: 'replace-source', label: 'Replace this source by a newer text…', key: 'CmdOrCtrl+Alt+R' },
      { name: 'export-annotations', label: 'Export annotations…' },
      { name: 'import-annotations', label: 'Import annotations…' },
      { name: 'new-note', label: 'New note…', key: 'CmdOrCtrl+N' },
      { name: 'change-template', label: 'Template of the note…', key: 'CmdOrCtrl+Shift+T' },
      { name: 'note-language', label: 'Language of the note…', key: 'CmdOrCtrl+Alt+L' },
      { name: 'delete-note', label: 'Delete this note' },
      { name: 'name-version', label: 'Name this version…', key: 'CmdOrCtrl+Shift+M' },
      'separator',
      { name: 'export-note', label: 'Export note…', key: 'CmdOrCtrl+E' },
      'separator',
      { name: 'settings', label: 'Settings…', key: 'CmdOrCtrl+,' },
      'separator',
      { role: 'quit' },
    ],
  },
  {
    label: '&Edit',
    entries: [
      { name: 'undo', label: 'Undo', key: 'CmdOrCtrl+Z' },
      { name: 'redo', label: 'Redo', key: 'CmdOrCtrl+Shift+Z' },
      'separator',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
      'separator',
      { name: 'move-block-up', label: 'Move the block of the note up', key: 'Alt+Shift+Up' },
      { name: 'move-block-down', label: 'Move the block of the note down', key: 'Alt+Shift+Down' },
      'separator',
      { name: 'search', label: 'Find in the dossier…', key: 'CmdOrCtrl+K' },
      { name: 'find', label: 'Find in this text…', key: 'CmdOrCtrl+F' },
      { name: 'replace', label: 'Replace in the note…', key: 'CmdOrCtrl+H' },
      { name: 'find-next', label: 'Find the next place', key: 'F3' },
      { name: 'find-previous', label: 'Find the place before', key: 'Shift+F3' },
    ],
  },
  {
    label: '&Passage',
    entries: [
      { name: 'mark-fact', label: 'Mark as key fact', key: '1' },
      { name: 'mark-position', label: 'Mark as position taken', key: '2' },
      { name: 'mark-ask', label: 'Mark as ask or commitment', key: '3' },
      { name: 'mark-differs', label: 'Mark as differing between accounts', key: '4' },
      { name: 'mark-question', label: 'Mark as to be checked', key: '5' },
      { name: 'comment-passage', label: 'Comment', key: 'C' },
      { name: 'tag-passage', label: 'Tag', key: 'T' },
      { name: 'cite-passage', label: 'Cite in the note', key: 'Enter' },
      { name: 'quote-passage', label: 'Quote word for word in the note', key: 'Q' },
      { name: 'change-citation', label: 'Change the citation…', key: 'F2' },
      { name: 'cited-in', label: 'Where this paragraph is cited…', key: 'CmdOrCtrl+Alt+K' },
      { name: 'use-selection', label: 'Use this selection for the annotation', key: 'R' },
      'separator',
      { name: 'open-passage', label: 'Open the passage of the card' },
      { name: 'delete-annotations', label: 'Delete the chosen annotations', key: 'Delete' },
      'separator',
      { name: 'paragraph-menu', label: 'Annotations of this paragraph…', key: 'Alt+Down' },
      { name: 'copy-paragraph-link', label: 'Copy link to this paragraph', key: 'CmdOrCtrl+Shift+C' },
    ],
  },
  {
    label: '&Source',
    entries: [
      { name: 'source-details', label: 'Source details…', key: 'CmdOrCtrl+Shift+D' },
      'separator',
      { name: 'correct-paragraph', label: 'Correct this paragraph…', key: 'Shift+F10' },
      { name: 'join-paragraph', label: 'Join with the next paragraph', key: 'CmdOrCtrl+J' },
      { name: 'split-paragraph', label: 'Split the paragraph here', key: 'CmdOrCtrl+Shift+J' },
      'separator',
      { name: 'make-text', label: 'Make the paragraph text' },
      { name: 'make-heading', label: 'Make the paragraph a heading' },
      { name: 'make-item', label: 'Make the paragraph an item of a list' },
      { name: 'make-quote', label: 'Make the paragraph a quotation' },
      'separator',
      { name: 'set-aside', label: 'Set the paragraph aside as a leftover' },
      { name: 'number-again', label: 'Number the paragraph again' },
    ],
  },
  {
    label: '&View',
    entries: [
      { name: 'toggle-sources', label: 'Show or hide the dossier', key: 'CmdOrCtrl+1' },
      { name: 'toggle-source-pane', label: 'Show or hide the source', key: 'CmdOrCtrl+2' },
      { name: 'toggle-note-pane', label: 'Show or hide the note', key: 'CmdOrCtrl+3' },
      { name: 'toggle-review-pane', label: 'Show or hide the review', key: 'CmdOrCtrl+4' },
      { name: 'toggle-board', label: 'Evidence board', key: 'CmdOrCtrl+Shift+E' },
      { name: 'note-outline', label: 'Outline of the note', key: 'CmdOrCtrl+Alt+O' },
      { name: 'show-history', label: 'History of the note', key: 'CmdOrCtrl+Shift+H' },
      // Where Word has it.
      { name: 'note-length', label: 'Length of the note…', key: 'CmdOrCtrl+Shift+G' },
      { name: 'focus-mode', label: 'Only the note, or everything', key: 'F9' },
      { name: 'next-pane', label: 'Go to the next pane', key: 'F6' },
      { name: 'previous-pane', label: 'Go to the previous pane', key: 'Shift+F6' },
      'separator',
      { name: 'next-source', label: 'Next open source', key: 'CmdOrCtrl+PageDown' },
      { name: 'previous-source', label: 'Open source before', key: 'CmdOrCtrl+PageUp' },
      { name: 'close-source', label: 'Close this source', key: 'CmdOrCtrl+W' },
      { name: 'open-beside', label: 'Two sources side by side, or one', key: 'CmdOrCtrl+\\' },
      { name: 'source-outline', label: 'Outline of the source…', key: 'CmdOrCtrl+Shift+U' },
      { name: 'larger-source-text', label: 'Larger text in sources', key: 'CmdOrCtrl+Shift+=' },
      { name: 'smaller-source-text', label: 'Smaller text in sources', key: 'CmdOrCtrl+Shift+-' },
      'separator',
      { name: 'theme-system', label: 'Colours of the system' },
      { name: 'theme-light', label: 'Light' },
      { name: 'theme-dark', label: 'Dark' },
      'separator',
      // The platform's own key for it is the one of larger text in sources.
      { role: 'zoomIn', key: 'CmdOrCtrl+=' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      { role: 'togglefullscreen' },
    ],
  },
  {
    label: '&Help',
    entries: [
      { name: 'open-sample', label: 'Open the sample dossier' },
      { name: 'show-keys', label: 'Keys', key: 'F1' },
      { name: 'about', label: 'About Chancery' },
    ],
  },
] as const satisfies readonly Menu[];

type Entries = (typeof windowMenus)[number]['entries'][number];
export type WindowActionName = Extract<Entries, { readonly name: string }>['name'];
export type ActionName = WindowActionName | EditorActionName;

/** A menu of what can be done to the text of a note. */
function editorMenu(label: string, menu: EditorAction['menu']): Menu {
  const entries = editorActions
    .filter((action) => action.menu === menu)
    .map(({ name, label: entry, key }): Action => ({
      name,
      label: entry,
      key: acceleratorOf(key),
    }));
  return { label, entries };
}

const [fileMenu, editMenu, ...otherMenus] = windowMenus;

export const menus: readonly Menu[] = [
  fileMenu,
  editMenu,
  editorMenu('&Insert', 'insert'),
  editorMenu('F&ormat', 'format'),
  editorMenu('&Table', 'table'),
  ...otherMenus,
];

const actionsIn = (list: readonly Menu[]) =>
  list.flatMap((menu) =>
    menu.entries.filter((entry): entry is Action => typeof entry === 'object' && 'name' in entry),
  );

export const actions = actionsIn(menus) as readonly (Action & { readonly name: ActionName })[];

/** Without what is done to the text of a note, whose keys the editor answers itself. */
export const windowActions = actionsIn(windowMenus) as readonly (Action & {
  readonly name: WindowActionName;
})[];

export function isActionName(name: string): name is ActionName {
  return actions.some((action) => action.name === name);
}
