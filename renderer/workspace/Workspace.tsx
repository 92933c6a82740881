import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import { isActionName } from '../../core/actions.ts';
import { standardForms } from '../../core/dossier/forms.ts';
import { FormsContext } from '../forms-context.ts';
import type { Host } from '../host-client.ts';
import { CitedInMenu } from './CitedInMenu.tsx';
import { CorrectionMenu } from './CorrectionMenu.tsx';
import { DossierPane } from './DossierPane.tsx';
import { DropFiles } from './DropFiles.tsx';
import { EvidenceBoardOfWorkspace } from './EvidenceBoardOfWorkspace.tsx';
import { FocusLine } from './FocusLine.tsx';
import { Dialogs } from './Dialogs.tsx';
import { NotePaneOfWorkspace } from './NotePaneOfWorkspace.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { lockWhenIdle } from './lock-when-idle.ts';
import { gridColumns, layoutLimits, moveEdge, readLayout } from './pane-layout.ts';
import { ReviewTabs } from './ReviewTabs.tsx';
import { saveWhenLeft } from './save-when-left.ts';
import { SourcePaneOfWorkspace } from './SourcePaneOfWorkspace.tsx';
import { Splitter } from './Splitter.tsx';
import { StartScreen } from './StartScreen.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useStore } from './store.ts';
import { TopBar } from './TopBar.tsx';
import { useWorkspaceKeys } from './use-workspace-keys.ts';
import { panes, visiblePanes, type Pane } from './visible-panes.ts';
import type { Workspace } from './workspace.ts';

interface WorkspaceViewProps {
  readonly workspace: Workspace;
  readonly host: Host;
  readonly onBug: (error: Error) => void;
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const update = () => {
      setWidth(window.innerWidth);
    };
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('resize', update);
    };
  }, []);
  return width;
}

const paneNames: Readonly<Record<Pane, string>> = {
  dossier: 'Dossier',
  source: 'Source',
  board: 'Evidence board',
  note: 'Note',
  review: 'Review',
};

interface PanesProps {
  readonly workspace: Workspace;
  readonly shown: readonly Pane[];
  readonly hidden: boolean;
  readonly onBug: (error: Error) => void;
}

function Panes({ workspace, shown, hidden, onBug }: PanesProps) {
  const kept = useStore(workspace.store, (state) => state.preferences.layout);
  const layout = useMemo(() => readLayout(kept), [kept]);
  const grid = useRef<HTMLElement>(null);
  // Moves come quicker than renders; each builds on the one before.
  const moving = useRef(layout);
  useEffect(() => {
    moving.current = layout;
  }, [layout]);

  const move = (left: Pane, right: Pane) => (by: number) => {
    const width = grid.current?.clientWidth ?? window.innerWidth;
    const sides =
      (shown.includes('dossier') ? moving.current.dossier : 0) +
      (shown.includes('review') ? moving.current.review : 0);
    moving.current = moveEdge(moving.current, left, right, by, width - sides);
    if (grid.current !== null) grid.current.style.gridTemplateColumns = gridColumns(shown, moving.current);
  };
  const keep = () => {
    workspace.dossier.setPreferences({ layout: { ...moving.current } });
  };

  const content: Readonly<Record<Pane, React.ReactNode>> = {
    dossier: <DossierPane workspace={workspace} />,
    source: <SourcePaneOfWorkspace workspace={workspace} onBug={onBug} />,
    board: shown.includes('board') && <EvidenceBoardOfWorkspace workspace={workspace} />,
    note: <NotePaneOfWorkspace workspace={workspace} />,
    review: <ReviewTabs workspace={workspace} />,
  };
  // Panes that are not shown stay, so that an editor keeps its caret and what can be undone in it.
  return (
    <main
      ref={grid}
      className="panes"
      hidden={hidden}
      style={{ gridTemplateColumns: gridColumns(shown, layout) }}
    >
      {panes.map((pane) => {
        const left = shown[shown.indexOf(pane) - 1];
        const isShown = shown.includes(pane);
        const sized =
          left === 'dossier'
            ? 'dossier'
            : pane === 'review'
              ? 'review'
              : left === 'board'
                ? 'board'
                : 'source';
        const isShare = sized === 'source' || sized === 'board';
        const [least, most] = layoutLimits[sized];
        return (
          <Fragment key={pane}>
            {isShown && left !== undefined && (
              <Splitter
                name={`Edge between ${paneNames[left]} and ${paneNames[pane]}`}
                value={layout[sized] * (isShare ? 100 : 1)}
                least={least * (isShare ? 100 : 1)}
                most={most * (isShare ? 100 : 1)}
                onMove={move(left, pane)}
                onEnd={keep}
              />
            )}
            <section
              className="pane"
              data-pane={pane}
              aria-label={paneNames[pane]}
              hidden={!isShown}
              tabIndex={-1}
            >
              {content[pane]}
            </section>
          </Fragment>
        );
      })}
    </main>
  );
}

/** The whole window. */
export function WorkspaceView({ workspace, host, onBug }: WorkspaceViewProps) {
  const { store } = workspace;
  const isReady = useStore(store, (state) => state.session !== null);
  const forms = useStore(store, (state) => state.session?.forms ?? standardForms);
  const title = useStore(store, (state) => state.title);
  const isOpen = title !== null;
  const startShown = useStore(store, (state) => state.startShown);
  const theme = useStore(store, (state) => state.preferences.theme);
  const wanted = useStore(store, (state) => state.wantedPanes);
  const lastUsed = useStore(store, (state) => state.lastUsedPanes);
  const focusMode = useStore(store, (state) => state.focusMode !== null);
  const width = useWindowWidth();
  const shown = useMemo(() => visiblePanes(wanted, lastUsed, width), [wanted, lastUsed, width]);

  useEffect(() => {
    document.title = title === null ? 'Chancery' : `${title} — Chancery`;
  }, [title]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  useEffect(() => {
    const stops = [
      host.on('action', (action) => {
        if (isActionName(action)) workspace.run(action);
      }),
      host.on('flush', () => {
        void workspace.reading.flush();
        void workspace.rescue.answerFlush();
      }),
      saveWhenLeft(window, () => {
        void workspace.notes.flush();
        void workspace.reading.flush();
      }),
      host.on('lock', () => void workspace.passphrase.lock()),
      lockWhenIdle(window, {
        minutes: () => store.get().preferences.lockAfterMinutes,
        lock: () => void workspace.passphrase.lock(),
        now: Date.now,
      }),
      host.on('dossierChanged', () => void workspace.dossier.load()),
      host.on('paragraphWanted', () => void workspace.reading.showWanted()),
    ];
    document.addEventListener('selectionchange', workspace.length.selectionChanged);
    const stopMeasuring = workspace.length.watch();
    void workspace.dossier.load();
    return () => {
      stopMeasuring();
      document.removeEventListener('selectionchange', workspace.length.selectionChanged);
      for (const stop of stops) stop();
    };
  }, [host, store, workspace]);

  useWorkspaceKeys(workspace);

  if (!isReady) return <NoticeBar workspace={workspace} />;
  return (
    <FormsContext value={forms}>
      <div className="window" data-focus-mode={focusMode ? '' : undefined}>
        {focusMode && <FocusLine workspace={workspace} />}
        <TopBar workspace={workspace} shown={shown} />
        {isOpen && <Panes workspace={workspace} shown={shown} hidden={startShown} onBug={onBug} />}
        {(!isOpen || startShown) && <StartScreen workspace={workspace} />}
        <StatusBar workspace={workspace} />
        <NoticeBar workspace={workspace} />
        <Dialogs workspace={workspace} />
        <CorrectionMenu workspace={workspace} />
        <CitedInMenu workspace={workspace} />
        <DropFiles workspace={workspace} />
      </div>
    </FormsContext>
  );
}
