import { Popover } from '@base-ui/react/popover';
import { countCharacters } from '../../core/note-tree/character-count.ts';
import { readingMinutes } from '../../core/note-tree/reading-time.ts';
import { wordsOfText } from '../../core/note-tree/word-count.ts';
import { isOver, lengthInWords } from './shown-length.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './length-button.css';

interface Figures {
  readonly words: number;
  readonly all: number;
  readonly withoutSpaces: number;
}

function minutesInWords(minutes: number): string {
  if (minutes === 0) return '—';
  return minutes < 1 ? 'under a minute' : `${String(Math.round(minutes))} min`;
}

function figuresInWords({ words, all, withoutSpaces }: Figures, language: string): readonly string[] {
  return [String(words), String(all), String(withoutSpaces), minutesInWords(readingMinutes(words, language))];
}

function FigureTable({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const words = useStore(store, (state) => state.noteWords);
  const characters = useStore(store, (state) => state.noteCharacters);
  const selected = useStore(store, (state) => state.selectedText);
  const language = useStore(store, (state) => state.note?.tree.children[0].language ?? 'en');
  const whole = figuresInWords({ words, ...characters }, language);
  const part =
    selected === null
      ? null
      : figuresInWords({ words: wordsOfText(selected), ...countCharacters(selected) }, language);
  const names = ['Words', 'Characters', 'Characters without spaces', 'Reading time'];
  return (
    <table className="length-table">
      <thead>
        <tr>
          <th scope="col">Count</th>
          <th scope="col">Note</th>
          {part !== null && <th scope="col">Selection</th>}
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{whole[index]}</td>
            {part !== null && <td>{part[index]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How long the open note is, in the status bar; pressed, all that can be counted of it. */
export function LengthButton({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const shown = useStore(store, (state) => state.lengthShown);
  const length = useStore(store, (state) => state.length);
  const words = useStore(store, (state) => state.noteWords);
  const over = length.length !== null && isOver(length.length);
  const why = length.refusal ?? 'Pages as the PDF will have them';
  return (
    <Popover.Root
      open={shown}
      onOpenChange={(open) => {
        if (open) workspace.length.show();
        else workspace.length.hide();
      }}
    >
      <Popover.Trigger
        className="length-button"
        data-over={over ? '' : undefined}
        title={`${why}. Length of the note… (Ctrl+Shift+G)`}
      >
        {lengthInWords(length)} · {words === 1 ? '1 word' : `${String(words)} words`}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="length-place">
          <Popover.Popup className="length-popup">
            <Popover.Title className="length-title">{lengthInWords(length)}</Popover.Title>
            {length.refusal !== null && (
              <Popover.Description className="length-note">{length.refusal}</Popover.Description>
            )}
            <FigureTable workspace={workspace} />
            <p className="length-note">Citations, footnote marks and the header are not counted as words.</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
