import { useState } from 'react';
import type { Workspace } from './workspace.ts';

interface MarkingQuestionProps {
  readonly workspace: Workspace;
  /** Nothing is left to ask: the export goes on. */
  readonly onAnswered: () => void;
}

/** What the markings of the note leave open, each with its remedy, and room for a reason to leave them as they are. */
export function MarkingQuestion({ workspace, onAnswered }: MarkingQuestionProps) {
  const [faults, setFaults] = useState(() => workspace.markings.faults());
  const [reason, setReason] = useState('');

  const goOn = () => {
    const left = workspace.markings.faults();
    setFaults(left);
    if (left.length === 0) onAnswered();
  };

  return (
    <section className="marking-question" aria-label="Markings to be decided">
      <p role="alert">Before the note leaves, look at its markings:</p>
      <ul>
        {faults.map((finding) => (
          <li key={finding.key}>
            {finding.message}{' '}
            {finding.remedy !== null && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  workspace.markings.remedy(finding);
                  goOn();
                }}
              >
                {finding.remedy.label}
              </button>
            )}
          </li>
        ))}
      </ul>
      <label className="field">
        Or say why they stay as they are; it is kept with the note and not printed
        <input
          value={reason}
          maxLength={500}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={reason.trim() === ''}
        onClick={() => {
          workspace.markings.override(reason.trim());
          goOn();
        }}
      >
        Leave the markings, and export
      </button>
    </section>
  );
}
