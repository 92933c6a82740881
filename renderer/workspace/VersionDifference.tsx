import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { describeDifference, isSame } from '../../core/note-tree/diff/describe-difference.ts';
import type { HeaderChange } from '../../core/note-tree/diff/diff-header.ts';
import type { Change, TextRun } from '../../core/note-tree/diff/diff-line.ts';
import { diffNotes, type LineDifference } from '../../core/note-tree/diff/diff-notes.ts';
import type { Note } from '../../core/note-tree/note-tree.ts';
import { describeTargets } from './describe-targets.ts';
import { foldKept, type DifferencePart } from './fold-kept.ts';
import { useForms } from '../forms-context.ts';
import { useStore } from './store.ts';
import type { ShownVersion } from './shown-version.ts';
import { versionTime, versionTitle } from './version-words.ts';
import type { Workspace } from './workspace.ts';
import './history.css';

/** Text and not decoration: seen without colours, read aloud, and copied with the words. */
function Changed({ change, children }: { readonly change: Change; readonly children: ReactNode }) {
  const inserted = change === 'inserted';
  const Element = inserted ? 'ins' : 'del';
  return (
    <Element>
      {inserted ? '[+' : '[−'}
      <span className="difference-words">{children}</span>]
    </Element>
  );
}

/** Cells of a table are parted by a tab. */
const shownText = (text: string) => (text === '\t' ? ' │ ' : text);

function Run({ change, tokens }: TextRun) {
  const content = tokens.map((token, index) =>
    token.citation === null ? (
      shownText(token.text)
    ) : (
      // A line never changes; its place names the token.
      <span key={index} className="difference-citation">
        {token.text}
      </span>
    ),
  );
  return change === 'kept' ? <>{content}</> : <Changed change={change}>{content}</Changed>;
}

const lineNotes: Readonly<Record<LineDifference['change'], string | null>> = {
  kept: null,
  changed: 'Changed',
  inserted: '+ Added',
  deleted: '− Deleted',
};

function Line({ line }: { readonly line: LineDifference }) {
  const { change, kind, runs, setAnew } = line;
  const note = setAnew ? 'Formatting changed' : lineNotes[change];
  return (
    <div className="difference-line" data-change={setAnew ? 'changed' : change}>
      {note !== null && <span className="difference-note">{note}</span>}
      <p data-kind={kind}>
        {kind === 'rule' && <hr />}
        {runs.map((run, index) => (
          <Run key={index} {...run} />
        ))}
      </p>
    </div>
  );
}

function Part({ part: { folded, start, lines } }: { readonly part: DifferencePart }) {
  const [isOpen, setOpen] = useState(!folded);
  if (isOpen) return lines.map((line, index) => <Line key={start + index} line={line} />);
  return (
    <button
      type="button"
      className="link-button difference-fold"
      onClick={() => {
        setOpen(true);
      }}
    >
      Show {lines.length} unchanged lines
    </button>
  );
}

function HeaderChanges({ changes }: { readonly changes: readonly HeaderChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="difference-header" aria-label="Changes in the header">
      {changes.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {before !== '' && <Changed change="deleted">{before}</Changed>}{' '}
            {after !== '' && <Changed change="inserted">{after}</Changed>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Comparison {
  readonly workspace: Workspace;
  readonly shown: ShownVersion;
  readonly note: Note;
}

/** The version against the present note, or what it changed itself. */
function useDifference({ workspace, shown, note }: Comparison) {
  const forms = useForms();
  const sources = useStore(workspace.store, (state) => state.sources);
  const editions = useStore(workspace.store, (state) => state.editions);
  const wanted = useStore(workspace.store, (state) => state.comparedWith);
  const comparedWith = shown.before === null ? 'present' : wanted;
  const [older, newer] =
    comparedWith === 'before' && shown.before !== null
      ? [shown.before.tree, shown.tree]
      : [shown.tree, note.tree];
  const difference = useMemo(
    () =>
      diffNotes(older, newer, ({ targets }) => describeTargets(targets, sources, editions).display, forms),
    [older, newer, sources, editions, forms],
  );
  return { difference, comparedWith };
}

function Choice({ workspace, shown, comparedWith }: Omit<Comparison, 'note'> & { comparedWith: string }) {
  const choose = (value: 'present' | 'before') => () => {
    workspace.store.set({ comparedWith: value });
  };
  return (
    <fieldset className="difference-choice">
      <legend>What is different</legend>
      <label>
        <input
          type="radio"
          name="compared-with"
          checked={comparedWith === 'present'}
          onChange={choose('present')}
        />
        From this version to the present note
      </label>
      <label>
        <input
          type="radio"
          name="compared-with"
          checked={comparedWith === 'before'}
          disabled={shown.before === null}
          onChange={choose('before')}
        />
        From the version before to this one
      </label>
    </fieldset>
  );
}

/** What is different in a version, in the place of the note. */
export function VersionDifference(props: Comparison) {
  const { workspace, shown } = props;
  const { difference, comparedWith } = useDifference(props);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroll.current
      ?.querySelector('[data-change]:not([data-change="kept"])')
      ?.scrollIntoView({ block: 'center' });
  }, [difference]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    workspace.versions.hide();
    workspace.focusPane('review');
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears only the keys that nothing inside has answered
    <section className="version-difference" aria-label="What is different" onKeyDown={onKeyDown}>
      <header>
        <h2>
          Version {shown.summary.number}: {versionTitle(shown.summary)}
        </h2>
        <p>{versionTime(shown.summary)}</p>
        <Choice workspace={workspace} shown={shown} comparedWith={comparedWith} />
        <p className="difference-summary" role="status">
          {isSame(difference) ? 'Nothing is different.' : describeDifference(difference)}
        </p>
        <div className="difference-buttons">
          <button
            type="button"
            className="button"
            onClick={() => {
              workspace.openDialog('restore-version');
            }}
          >
            Restore this version…
          </button>
          <button
            type="button"
            className="button"
            title="Back to the note (Escape)"
            onClick={() => {
              workspace.versions.hide();
              workspace.focusPane('review');
            }}
          >
            Close
          </button>
        </div>
      </header>
      <div
        ref={scroll}
        className="difference-scroll"
        tabIndex={0}
        role="region"
        aria-label="Text, with its changes"
      >
        <HeaderChanges changes={difference.header} />
        {foldKept(difference.lines).map((part) => (
          <Part key={`${String(part.start)} ${String(part.folded)}`} part={part} />
        ))}
      </div>
    </section>
  );
}
