import { categories, type Category } from '../../core/dossier/annotation.ts';
import { moveKeys, type MoveKey } from './board-selection.ts';

/** What a key means on a card. */
export type BoardKey =
  | { readonly do: 'move'; readonly key: MoveKey; readonly extend: boolean; readonly keep: boolean }
  | { readonly do: 'mark'; readonly category: Category }
  | {
      readonly do:
        'cite' | 'quote' | 'open' | 'comment' | 'tag' | 'delete' | 'toggle' | 'all' | 'none' | 'search';
    };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const plainKeys: Readonly<Record<string, BoardKey>> = {
  Enter: { do: 'cite' },
  ' ': { do: 'toggle' },
  q: { do: 'quote' },
  c: { do: 'comment' },
  t: { do: 'tag' },
  delete: { do: 'delete' },
  escape: { do: 'none' },
  '/': { do: 'search' },
};
const commandKeys: Readonly<Record<string, BoardKey>> = {
  Enter: { do: 'open' },
  a: { do: 'all' },
  ' ': { do: 'toggle' },
};

/** `null` for a key that is not the board's. */
export function boardKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): BoardKey | null {
  if (altKey) return null;
  const command = ctrlKey || metaKey;
  const moved = moveKeys.find((each) => each === key);
  if (moved !== undefined) return { do: 'move', key: moved, extend: shiftKey, keep: command };
  const name = key === 'Enter' ? key : key.toLowerCase();
  if (command) return shiftKey ? null : (commandKeys[name] ?? null);
  // On some keyboards the slash is reached with Shift.
  if (name === '/') return plainKeys[name] ?? null;
  if (shiftKey) return null;
  // Digits by their place as well: on a French keyboard the key says something else.
  const digit = /^[1-5]$/.exec(key)?.[0] ?? /^Digit([1-5])$/.exec(code)?.[1];
  const category = digit === undefined ? undefined : categories[Number(digit) - 1];
  return category === undefined ? (plainKeys[name] ?? null) : { do: 'mark', category };
}
