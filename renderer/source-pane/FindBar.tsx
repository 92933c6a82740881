import { useEffect, useRef } from 'react';
import { FindSteps } from '../FindSteps.tsx';
import type { Edition } from '../../core/dossier/source.ts';
import { describeFound } from './find-words.ts';
import type { FindInSource } from './use-find-in-source.ts';

interface FindBarProps {
  readonly find: FindInSource;
  readonly edition: Edition;
  /** Of the source. */
  readonly label: string;
}

/** The field to find a phrase in the text below it. */
export function FindBar({ find, edition, label }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [find.asked]);
  const found = describeFound(find.phrase, find.places, find.at, edition.paragraphs);
  const none = find.places.length === 0;
  return (
    <div className="find-bar" role="search" aria-label={`Source ${label}`}>
      <input
        ref={field}
        className="find-field"
        aria-label={`Find in source ${label}`}
        placeholder="Find in this source"
        maxLength={500}
        spellCheck={false}
        value={find.phrase}
        data-none={find.phrase.trim() !== '' && none ? '' : undefined}
        onChange={(event) => {
          find.look(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') find.close();
          else return;
          event.preventDefault();
        }}
      />
      <span className="find-count" role="status">
        {found}
      </span>
      <FindSteps none={none} onStep={find.step} onClose={find.close} />
    </div>
  );
}
