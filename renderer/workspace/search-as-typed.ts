import type { Reply } from '../../core/host-contract.ts';
import type { SearchHit } from '../../core/search/search-hit.ts';

export interface SearchAnswer {
  /** What was asked. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** Why there is no answer; a sentence. */
  readonly refusal: string | null;
}

interface SearchAsTypedOptions {
  readonly search: (query: string) => Promise<Reply<readonly SearchHit[]>>;
  /** Called only for the query that was typed last. */
  readonly onAnswer: (answer: SearchAnswer) => void;
  /** Milliseconds without another key before it is asked. */
  readonly delay: number;
}

export interface SearchAsTyped {
  typed(query: string): void;
  /** Nothing is answered after this. */
  stop(): void;
}

/** Asks for what is typed, not for every letter of it, and drops answers to what is no longer asked. */
export function createSearchAsTyped({ search, onAnswer, delay }: SearchAsTypedOptions): SearchAsTyped {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  async function ask(query: string, turn: number): Promise<void> {
    const reply = await search(query);
    if (turn !== latest) return;
    if (reply.ok) onAnswer({ query, hits: reply.value, refusal: null });
    else onAnswer({ query, hits: [], refusal: reply.error.message });
  }

  return {
    typed(query) {
      clearTimeout(timer);
      const turn = (latest += 1);
      timer = setTimeout(() => void ask(query, turn), delay);
    },
    stop() {
      clearTimeout(timer);
      latest += 1;
    },
  };
}
