/** Everything that keys, menus and the clipboard do to the text of a note. */
import { $getClipboardDataFromSelection } from '@lexical/clipboard';
import {
  $getSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { editorActions } from '../../../../core/editor-actions.ts';
import type { WorkspaceHistory } from '../../../../renderer/workspace/workspace-history.ts';
import { createNoteFinder } from '../../../../renderer/note-editor/note-finder.ts';
import { createNoteHandle } from '../../../../renderer/note-editor/note-handle.ts';
import { runEditorAction } from '../../../../renderer/note-editor/run-editor-action.ts';
import type { SeededRandom } from '../../../contract/seeded-random.ts';
import { target } from '../tree-samples.ts';
import { $placeCaret, $selectSomething } from './random-places.ts';
import { pick } from './random-note.ts';

export interface Hand {
  readonly editor: LexicalEditor;
  readonly random: SeededRandom;
  readonly history: WorkspaceHistory;
  /** What was copied last, by media type. */
  clipboard: Record<string, string>;
}

export interface RandomStep {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /**
   * What it may take away: nothing; what is selected; what is selected or else one thing beside the caret; a stretch
   * beside the caret; anything.
   */
  readonly takes: 'nothing' | 'selected' | 'one' | 'stretch' | 'anything';
  /** Marks of Markdown that are typed may become what they mean. */
  readonly typing?: true;
  /** Returns what exactly was done, for a message. */
  run(hand: Hand): string | void;
}

/** Lets everything that was asked for happen, also what follows from it. */
export function settle(editor: LexicalEditor): void {
  for (let round = 0; round < 2; round += 1) editor.update(() => undefined, { discrete: true });
}

function press(editor: LexicalEditor, key: string, held: { shift?: boolean; ctrl?: boolean } = {}): void {
  const event = new KeyboardEvent('keydown', {
    key,
    code: key,
    shiftKey: held.shift ?? false,
    ctrlKey: held.ctrl ?? false,
    bubbles: true,
    cancelable: true,
  });
  editor.getRootElement()?.dispatchEvent(event);
  settle(editor);
}

function write(editor: LexicalEditor, text: string): void {
  for (const letter of text) {
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, letter);
    settle(editor);
  }
}

const dataTransfer = (data: Record<string, string>) => ({
  types: Object.keys(data),
  files: [],
  items: [],
  getData: (type: string) => data[type] ?? '',
  setData: (type: string, value: string) => {
    data[type] = value;
  },
});

function clipboardEvent(type: 'cut' | 'paste', data: Record<string, string>): ClipboardEvent {
  const event = new ClipboardEvent(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: dataTransfer(data) });
  return event;
}

function paste(editor: LexicalEditor, data: Record<string, string>): void {
  editor.dispatchCommand(PASTE_COMMAND, clipboardEvent('paste', { ...data }));
  settle(editor);
}

const pastedTexts = ['pasted', 'two\nlines', 'three\n\nparts\n', '- a\n- b'];
const pastedHtml = [
  '<p>one</p><p>two</p>',
  '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>',
  '<ol><li>x</li></ol>',
  '<table><tr><td>r</td><td>s</td></tr></table>',
  '<blockquote><p>q</p></blockquote>',
  '<pre>code\nhere</pre>',
  '<h2>head</h2>',
  'bare <b>bold</b> words',
  `<p>with <span data-chancery-citation='${JSON.stringify([target('P', 1)])}'>P 1</span></p>`,
  '<div>a<hr>b</div>',
];
const typed = [
  'word',
  'a b',
  '- ',
  '1. ',
  '# ',
  '## ',
  '> ',
  '``` ',
  '**bo**',
  '*it*',
  '`co`',
  '~~st~~',
  '---',
  '[t](https://y.test)',
];
const formats = ['bold', 'italic', 'strikethrough', 'code', 'underline'] as const;
const takesMore = ['delete-row', 'delete-column', 'delete-table'];

const actions = editorActions.map(({ name }): RandomStep => ({
  name: `action ${name}`,
  weight: 2,
  // A space is typed in the place of what is selected.
  takes: takesMore.includes(name) ? 'anything' : name === 'non-breaking-space' ? 'selected' : 'nothing',
  run: ({ editor }) => {
    runEditorAction(editor, name);
    settle(editor);
  },
}));

const deleting = (name: string, takes: 'one' | 'stretch', run: (hand: Hand) => void): RandomStep => ({
  name,
  weight: takes === 'one' ? 10 : 3,
  takes,
  run,
});

const randomSteps: readonly RandomStep[] = [
  ...actions,
  {
    name: 'caret',
    weight: 50,
    takes: 'nothing',
    run: ({ editor, random }) => {
      editor.update(
        () => {
          $placeCaret(random);
        },
        { discrete: true },
      );
    },
  },
  {
    name: 'select',
    weight: 25,
    takes: 'nothing',
    run: ({ editor, random }) => {
      editor.update(
        () => {
          $selectSomething(random);
        },
        { discrete: true },
      );
    },
  },
  {
    name: 'type',
    weight: 20,
    takes: 'selected',
    typing: true,
    run: ({ editor, random }) => {
      const text = pick(random, typed);
      write(editor, text);
      return text;
    },
  },
  {
    name: 'Enter',
    weight: 12,
    takes: 'selected',
    typing: true,
    run: ({ editor }) => {
      press(editor, 'Enter');
    },
  },
  {
    name: 'Shift+Enter',
    weight: 4,
    takes: 'selected',
    run: ({ editor }) => {
      press(editor, 'Enter', { shift: true });
    },
  },
  {
    name: 'Tab',
    weight: 6,
    takes: 'nothing',
    run: ({ editor }) => {
      press(editor, 'Tab');
    },
  },
  {
    name: 'Shift+Tab',
    weight: 6,
    takes: 'nothing',
    run: ({ editor }) => {
      press(editor, 'Tab', { shift: true });
    },
  },
  deleting('Backspace', 'one', ({ editor }) => {
    press(editor, 'Backspace');
  }),
  deleting('Delete', 'one', ({ editor }) => {
    press(editor, 'Delete');
  }),
  deleting('word', 'stretch', ({ editor, random }) => {
    editor.dispatchCommand(DELETE_WORD_COMMAND, random.below(2) === 0);
    settle(editor);
  }),
  deleting('line', 'stretch', ({ editor, random }) => {
    editor.dispatchCommand(DELETE_LINE_COMMAND, random.below(2) === 0);
    settle(editor);
  }),
  {
    name: 'format',
    weight: 6,
    takes: 'nothing',
    run: ({ editor, random }) => {
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, pick(random, formats));
      settle(editor);
    },
  },
  {
    name: 'cite',
    weight: 8,
    takes: 'nothing',
    run: ({ editor, random }) => {
      const { insertCitation } = createNoteHandle(editor, {
        flush: () => {
          throw new Error('not asked for');
        },
        become: () => undefined,
        finder: createNoteFinder(editor),
        changeCitation: () => undefined,
        changeLanguage: () => undefined,
      });
      insertCitation([target('C', random.below(1000))]);
      settle(editor);
    },
  },
  {
    name: 'copy',
    weight: 8,
    takes: 'nothing',
    run: (hand) => {
      hand.editor.update(
        () => {
          const data = $getSelection() === null ? {} : $getClipboardDataFromSelection();
          hand.clipboard = data as Record<string, string>;
        },
        { discrete: true },
      );
    },
  },
  {
    name: 'cut',
    weight: 5,
    takes: 'selected',
    run: (hand) => {
      const data: Record<string, string> = {};
      hand.editor.dispatchCommand(CUT_COMMAND, clipboardEvent('cut', data));
      settle(hand.editor);
      hand.clipboard = data;
    },
  },
  {
    name: 'paste',
    weight: 10,
    takes: 'selected',
    run: ({ editor, clipboard }) => {
      paste(editor, clipboard);
    },
  },
  {
    name: 'paste HTML of a note',
    weight: 4,
    takes: 'selected',
    run: ({ editor, clipboard }) => {
      paste(editor, { 'text/html': clipboard['text/html'] ?? '' });
    },
  },
  {
    name: 'paste text',
    weight: 4,
    takes: 'selected',
    run: ({ editor, random }) => {
      const text = pick(random, pastedTexts);
      paste(editor, { 'text/plain': text });
      return text;
    },
  },
  {
    name: 'paste HTML',
    weight: 6,
    takes: 'selected',
    run: ({ editor, random }) => {
      const html = pick(random, pastedHtml);
      paste(editor, { 'text/html': html });
      return html;
    },
  },
  {
    name: 'undo',
    weight: 6,
    takes: 'anything',
    run: ({ history }) => {
      history.undo();
    },
  },
  {
    name: 'redo',
    weight: 4,
    takes: 'anything',
    run: ({ history }) => {
      history.redo();
    },
  },
];

const total = randomSteps.reduce((sum, { weight }) => sum + weight, 0);

export function randomStep(random: SeededRandom): RandomStep {
  let left = random.below(total);
  for (const step of randomSteps) {
    left -= step.weight;
    if (left < 0) return step;
  }
  throw new Error('the weights do not add up');
}
