import { useEffect, useState } from 'react';
import type { CitationChoices } from './citation-choices.ts';

const typingPause = 60; // milliseconds: shorter than what is felt, longer than between two keys of a word

/** What is offered for a query, as soon as it is there; until then what was offered before. `null`: nothing is asked. */
export function useCitationChoices(
  find: (query: string) => Promise<CitationChoices>,
  query: string | null,
): CitationChoices | null {
  const [answer, setAnswer] = useState<CitationChoices | null>(null);
  useEffect(() => {
    if (query === null) return;
    let isWanted = true;
    const timer = setTimeout(
      () => {
        void find(query).then((choices) => {
          if (isWanted) setAnswer(choices);
        });
      },
      query === '' ? 0 : typingPause,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [find, query]);
  return query === null ? null : answer;
}
