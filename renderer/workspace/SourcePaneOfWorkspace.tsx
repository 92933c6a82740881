import { useCallback, useMemo, useRef, useState } from 'react';
import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { SourceSideHandle } from '../source-pane/source-side-handle.ts';
import { SourcePane } from '../source-pane/SourcePane.tsx';
import { SourceSide } from '../source-pane/SourceSide.tsx';
import { EditionChoice } from './EditionChoice.tsx';
import { dragCitation } from './citation-drag.ts';
import { targetsOfPassage } from './note-commands.ts';
import { sideAt } from './open-sources.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import type { Reveal } from './workspace-state.ts';

/** What each side was asked to show last: that a side is not used any more does not hide what it shows. */
function useReveals(workspace: Workspace): readonly (Reveal | null)[] {
  const reveal = useStore(workspace.store, (state) => state.reveal);
  const active = useStore(workspace.store, (state) => state.openSources.active);
  const [asked, setAsked] = useState({ reveal, sides: [reveal] as readonly (Reveal | null)[] });
  if (asked.reveal === reveal) return asked.sides;
  const sides = [0, 1].map((side) => (side === active ? reveal : (asked.sides[side] ?? null)));
  setAsked({ reveal, sides });
  return sides;
}

interface SourceSideOfWorkspaceProps {
  readonly workspace: Workspace;
  readonly side: number;
  readonly reveal: Reveal | null;
  readonly onSelect: (side: number, passage: Passage | null) => void;
  readonly onShowCitations: (paragraph: ParagraphId) => void;
  readonly onBug: (error: Error) => void;
}

/** One side, told what the workspace knows. */
function SourceSideOfWorkspace(props: SourceSideOfWorkspaceProps) {
  const { workspace, side, onSelect } = props;
  const { store, reading } = workspace;
  const summaries = useStore(store, (state) => state.sources);
  const openSources = useStore(store, (state) => state.openSources);
  const editions = useStore(store, (state) => state.editions);
  const all = useStore(store, (state) => state.annotations);
  const citationCounts = useStore(store, (state) => state.citationCounts);
  const activeAnnotation = useStore(store, (state) => state.activeAnnotation);
  const textPercent = useStore(store, (state) => state.preferences.sourceTextPercent);
  const isMac = useStore(store, (state) => state.session?.application.platform === 'darwin');

  const { tabs, shown } = sideAt(openSources, side);
  const byId = useMemo(() => new Map(summaries.map(({ source }) => [source.id, source])), [summaries]);
  const sources = useMemo(() => tabs.flatMap((tab) => byId.get(tab) ?? []), [tabs, byId]);
  const open = shown === null ? undefined : byId.get(shown);
  const older = useStore(store, (state) =>
    open === undefined ? undefined : state.shownEditions.get(open.id),
  );
  const edition = open === undefined ? undefined : editions.get(older ?? open.currentEdition);
  const other = openSources.sides.length > 1 ? sideAt(openSources, 1 - side).shown : null;
  const annotations = useMemo(
    () => all.filter((annotation) => annotation.passage.edition === edition?.id),
    [all, edition],
  );
  const select = useCallback(
    (passage: Passage | null) => {
      onSelect(side, passage);
    },
    [onSelect, side],
  );
  const register = useCallback(
    (handle: SourceSideHandle | null) => {
      reading.register(side, handle);
    },
    [reading, side],
  );

  return (
    <SourceSide
      side={side}
      isActive={openSources.active === side}
      isBeside={openSources.sides.length > 1}
      otherLabel={other === null ? undefined : byId.get(other)?.label}
      sources={sources}
      open={open}
      edition={edition}
      aboveText={
        open !== undefined && <EditionChoice workspace={workspace} source={open} shown={edition?.id} />
      }
      annotations={annotations}
      citationCounts={citationCounts}
      activeAnnotation={activeAnnotation}
      reveal={props.reveal}
      textPercent={textPercent}
      commandKey={isMac ? '⌘' : 'Ctrl'}
      placeLeft={() => (open === undefined ? undefined : reading.placeOf(open.id))}
      onPlace={(place) => {
        if (open !== undefined) reading.keepPlace(open.id, place);
      }}
      onBug={props.onBug}
      onSelect={select}
      register={register}
      onOpenSource={(source) => {
        reading.open(source, side);
      }}
      onCloseSource={(source) => {
        reading.close(source, side);
      }}
      onCloseOthers={(source) => {
        reading.closeOthers(source, side);
      }}
      onOpenBeside={reading.openBeside}
      onUse={() => {
        reading.activate(side);
      }}
      onUseOther={() => {
        reading.activate(1 - side);
        workspace.focusPane('source');
      }}
      onToggleBeside={() => {
        if (openSources.sides.length > 1) reading.closeSide(side);
        else reading.toggleBeside();
      }}
      onResizeText={(step) => {
        workspace.run(step === 1 ? 'larger-source-text' : 'smaller-source-text');
      }}
      onGoTo={(paragraph) => {
        reading.activate(side);
        store.set({ reveal: { paragraph, focus: true } });
      }}
      onMark={(passage, category) => void workspace.annotations.mark(passage, category)}
      onComment={(passage) => {
        workspace.enterPane('review');
        void workspace.annotations.comment(passage);
      }}
      onTag={(passage) => {
        workspace.enterPane('review');
        void workspace.annotations.tag(passage);
      }}
      onCite={(passage) => {
        workspace.enterPane('note');
        workspace.notes.cite(passage);
      }}
      onQuote={(passage) => {
        workspace.enterPane('note');
        workspace.notes.quoteAll([passage]);
      }}
      onUseSelection={(passage) => void workspace.annotations.moveActive(passage)}
      onCopyLink={(paragraph) => {
        if (edition !== undefined) void reading.copyLink(edition.id, paragraph);
      }}
      onDragPassage={(passage, transfer) => {
        if (edition === undefined) return;
        const words = passage.anchors.map((anchor) => anchor.quote.exact).join('\n');
        dragCitation(transfer, targetsOfPassage(edition, passage), words);
      }}
      onOpenAnnotation={(id) => {
        store.set({ activeAnnotation: id });
      }}
      onShowCitations={props.onShowCitations}
      onDetails={workspace.descriptions.openDetails}
      onKeyboardPlace={(of, place) => {
        workspace.corrections.setPlace({ ...place, edition: of });
      }}
      onCorrect={(of, place, at) => {
        workspace.corrections.openMenu({ ...place, edition: of }, at ?? null);
      }}
      onNumberAgain={(paragraph) => {
        if (edition !== undefined)
          workspace.corrections.correct(edition.id, { kind: 'set-aside', paragraph, leftover: false });
      }}
    />
  );
}

interface SourcePaneOfWorkspaceProps {
  readonly workspace: Workspace;
  readonly onBug: (error: Error) => void;
}

/** The source pane, told what the workspace knows. */
export function SourcePaneOfWorkspace({ workspace, onBug }: SourcePaneOfWorkspaceProps) {
  const { store } = workspace;
  const sources = useStore(store, (state) => state.sources.length);
  const sides = useStore(store, (state) => state.openSources.sides.length);
  const textPercent = useStore(store, (state) => state.preferences.sourceTextPercent);
  const reveals = useReveals(workspace);

  // The page has one selection: a side that lost it has nothing to say about the other's.
  const selectingSide = useRef(0);
  const onSelect = useCallback(
    (side: number, passage: Passage | null) => {
      if (passage !== null) selectingSide.current = side;
      if (selectingSide.current === side) store.set({ selection: passage });
    },
    [store],
  );

  return (
    <SourcePane
      sources={sources}
      textPercent={textPercent}
      onAddSource={() => {
        workspace.run('add-source');
      }}
    >
      {Array.from({ length: sides }, (_, side) => (
        <SourceSideOfWorkspace
          key={side}
          workspace={workspace}
          side={side}
          reveal={reveals[side] ?? null}
          onSelect={onSelect}
          onShowCitations={(paragraph) => void workspace.citedIn.show(paragraph, 'when there is one')}
          onBug={onBug}
        />
      ))}
    </SourcePane>
  );
}
