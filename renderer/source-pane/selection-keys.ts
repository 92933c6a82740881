import type { Category } from '../../core/dossier/annotation.ts';
import { categories } from '../../core/dossier/annotation.ts';

/** What a key does in a source. Lines and words are as the page shows them. */
export type SourceKey =
  | { readonly do: 'paragraph'; readonly step: 1 | -1 | 'first' | 'last' }
  | { readonly do: 'word'; readonly direction: 'forward' | 'backward' }
  | {
      readonly do: 'extend';
      readonly direction: 'forward' | 'backward';
      readonly by: 'character' | 'word' | 'line' | 'sentence' | 'paragraphboundary';
    }
  | {
      readonly do:
        'select-paragraph' | 'clear' | 'comment' | 'tag' | 'cite' | 'quote' | 'use-selection' | 'menu';
    }
  | { readonly do: 'mark'; readonly category: Category };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

function extendBy({ key, altKey }: Pressed): SourceKey | null {
  switch (key) {
    case 'ArrowRight':
      return { do: 'extend', direction: 'forward', by: altKey ? 'character' : 'word' };
    case 'ArrowLeft':
      return { do: 'extend', direction: 'backward', by: altKey ? 'character' : 'word' };
    case 'ArrowDown':
      return { do: 'extend', direction: 'forward', by: 'line' };
    case 'ArrowUp':
      return { do: 'extend', direction: 'backward', by: 'line' };
    case 'End':
      return { do: 'extend', direction: 'forward', by: 'paragraphboundary' };
    case 'Home':
      return { do: 'extend', direction: 'backward', by: 'paragraphboundary' };
    default:
      return null;
  }
}

const plainKeys: Readonly<Record<string, SourceKey>> = {
  ArrowDown: { do: 'paragraph', step: 1 },
  ArrowUp: { do: 'paragraph', step: -1 },
  Home: { do: 'paragraph', step: 'first' },
  End: { do: 'paragraph', step: 'last' },
  ArrowRight: { do: 'word', direction: 'forward' },
  ArrowLeft: { do: 'word', direction: 'backward' },
  Escape: { do: 'clear' },
  Enter: { do: 'cite' },
  q: { do: 'quote' },
  Q: { do: 'quote' },
  c: { do: 'comment' },
  C: { do: 'comment' },
  r: { do: 'use-selection' },
  R: { do: 'use-selection' },
  t: { do: 'tag' },
  T: { do: 'tag' },
};

/** `null` for a key that a source leaves alone. */
export function sourceKey(pressed: Pressed): SourceKey | null {
  const command = pressed.ctrlKey || pressed.metaKey;
  if (command) {
    return pressed.key.toLowerCase() === 'a' && !pressed.altKey ? { do: 'select-paragraph' } : null;
  }
  if (pressed.shiftKey) {
    const extension = extendBy(pressed);
    if (extension !== null) return extension;
  }
  if (pressed.altKey) return pressed.key === 'ArrowDown' ? { do: 'menu' } : null;
  const category = /^[1-5]$/.test(pressed.key) ? categories[Number(pressed.key) - 1] : undefined;
  if (category !== undefined) return { do: 'mark', category };
  return plainKeys[pressed.key] ?? null;
}
