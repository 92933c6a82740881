import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import type { ExportFormat } from '../../core/host-contract.ts';
import type { MarkdownFlavour } from './export-commands.ts';
import { citationTroubles } from './citation-troubles.ts';
import { MarkingQuestion } from './MarkingQuestion.tsx';
import { useStore } from './store.ts';
import type { ExportProgress } from './workspace-state.ts';
import type { Workspace } from './workspace.ts';

interface Choice {
  readonly key: string;
  readonly format: ExportFormat;
  readonly markdown: MarkdownFlavour;
  readonly name: string;
  readonly what: string;
}

const choices: readonly Choice[] = [
  {
    key: 'pdf',
    format: 'pdf',
    markdown: 'chancery',
    name: 'PDF',
    what: 'For circulation: footnotes at the foot of the page, marking on every page, tagged for screen readers.',
  },
  {
    key: 'md',
    format: 'md',
    markdown: 'chancery',
    name: 'Markdown',
    what: 'Complete, and comes back in without loss. Citations are footnotes such as [^A12].',
  },
  {
    key: 'pandoc',
    format: 'md',
    markdown: 'pandoc',
    name: 'Markdown for pandoc',
    what: 'Citations as [@A, ¶ 12], with a CSL-JSON file of the sources beside it.',
  },
];

const stageWords = {
  asking: 'Waiting for you to say where…',
  resolving: 'Looking up every citation…',
  typesetting: 'Setting the pages…',
  writing: 'Writing the file…',
} as const;

function bytes(count: number): string {
  return count < 10_000 ? `${String(count)} bytes` : `${String(Math.round(count / 1024))} KB`;
}

function Written({
  workspace,
  progress,
}: {
  readonly workspace: Workspace;
  readonly progress: ExportProgress;
}) {
  if (progress.stage !== 'written') return null;
  return (
    <>
      <p role="status">
        Written: <strong>{progress.file.fileName}</strong> ({bytes(progress.file.byteLength)})
      </p>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Close</Dialog.Close>
        <button type="button" className="button" onClick={() => void workspace.exports.showInFolder()}>
          Show in folder
        </button>
        <button type="button" className="button primary" onClick={() => void workspace.exports.open()}>
          Open
        </button>
      </div>
    </>
  );
}

/** What is not in order with the citations of the note, before it is written. */
function Troubles({ workspace }: { readonly workspace: Workspace }) {
  const note = useStore(workspace.store, (state) => state.note);
  const sources = useStore(workspace.store, (state) => state.sources);
  const editions = useStore(workspace.store, (state) => state.editions);
  const troubles = note === null ? [] : citationTroubles(note.tree, sources, editions);
  return troubles.map((trouble) => (
    <p key={trouble} className="citation-trouble">
      {trouble}
    </p>
  ));
}

/** Which form, then where (the system asks), then how it went. */
export function ExportDialog({ workspace }: { readonly workspace: Workspace }) {
  const progress = useStore(workspace.store, (state) => state.exporting);
  const [chosen, setChosen] = useState<Choice>(choices[0] as Choice);
  if (progress.stage === 'written') return <Written workspace={workspace} progress={progress} />;
  const running = progress.stage !== 'idle' && progress.stage !== 'refused' && progress.stage !== 'marking';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void workspace.exports.run(chosen.format, chosen.markdown);
      }}
    >
      <fieldset className="choices" disabled={running}>
        <legend>As</legend>
        {choices.map((choice) => (
          <label key={choice.key}>
            <input
              type="radio"
              name="format"
              value={choice.key}
              checked={choice.key === chosen.key}
              onChange={() => {
                setChosen(choice);
              }}
            />
            {choice.name}
            <small>{choice.what}</small>
          </label>
        ))}
      </fieldset>
      <Troubles workspace={workspace} />
      {progress.stage === 'refused' && (
        <p className="refusal" role="alert">
          {progress.text}
        </p>
      )}
      {progress.stage === 'marking' && (
        <MarkingQuestion
          workspace={workspace}
          onAnswered={() => void workspace.exports.run(chosen.format, chosen.markdown)}
        />
      )}
      {running && (
        <p role="status" className="export-progress">
          <progress aria-label="Export" /> {stageWords[progress.stage]}
        </p>
      )}
      <div className="dialog-buttons">
        {running ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              workspace.exports.cancel();
            }}
          >
            Cancel
          </button>
        ) : (
          <Dialog.Close className="button">Close</Dialog.Close>
        )}
        <button type="submit" className="button primary" disabled={running}>
          Choose where…
        </button>
      </div>
    </form>
  );
}
