import { useCallback, useMemo, useRef } from 'react';
import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import { SourcePane } from '../source-pane/SourcePane.tsx';
import { dragCitation } from './citation-drag.ts';
import { targetsOfPassage } from './note-commands.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

interface SourcePaneOfWorkspaceProps {
  readonly workspace: Workspace;
  readonly onBug: (error: Error) => void;
}

/** The source pane, told what the workspace knows. */
export function SourcePaneOfWorkspace({ workspace, onBug }: SourcePaneOfWorkspaceProps) {
  const { store } = workspace;
  const summaries = useStore(store, (state) => state.sources);
  const openId = useStore(store, (state) => state.source);
  const editions = useStore(store, (state) => state.editions);
  const all = useStore(store, (state) => state.annotations);
  const citationCounts = useStore(store, (state) => state.citationCounts);
  const activeAnnotation = useStore(store, (state) => state.activeAnnotation);
  const reveal = useStore(store, (state) => state.reveal);

  const sources = useMemo(() => summaries.map((summary) => summary.source), [summaries]);
  const open = sources.find((source) => source.id === openId);
  const edition = open === undefined ? undefined : editions.get(open.currentEdition);
  const annotations = useMemo(
    () => all.filter((annotation) => annotation.passage.edition === edition?.id),
    [all, edition],
  );

  // Asked again about the same paragraph, the next place that cites it is shown.
  const shownCitation = useRef<{ paragraph: ParagraphId; nth: number } | null>(null);
  const showCitations = (paragraph: ParagraphId) => {
    const before = shownCitation.current;
    const count = citationCounts.get(paragraph) ?? 1;
    const nth = before?.paragraph === paragraph ? (before.nth + 1) % count : 0;
    shownCitation.current = { paragraph, nth };
    workspace.enterPane('note');
    workspace.noteEditor.current?.revealCitationsOf(paragraph, nth);
  };

  const onSelect = useCallback(
    (passage: Passage | null) => {
      store.set({ selection: passage });
    },
    [store],
  );

  return (
    <SourcePane
      sources={sources}
      open={open}
      edition={edition}
      annotations={annotations}
      citationCounts={citationCounts}
      activeAnnotation={activeAnnotation}
      reveal={reveal}
      onBug={onBug}
      onSelect={onSelect}
      onOpenSource={(source) => void workspace.sources.open(source)}
      onAddSource={() => {
        workspace.run('add-source');
      }}
      onMark={(passage, category) => void workspace.annotations.mark(passage, category)}
      onComment={(passage) => {
        workspace.enterPane('review');
        void workspace.annotations.comment(passage);
      }}
      onCite={(passage) => {
        workspace.enterPane('note');
        workspace.notes.cite(passage);
      }}
      onDragPassage={(passage, transfer) => {
        if (edition === undefined) return;
        const words = passage.anchors.map((anchor) => anchor.quote.exact).join('\n');
        dragCitation(transfer, targetsOfPassage(edition, passage), words);
      }}
      onOpenAnnotation={(id) => {
        store.set({ activeAnnotation: id });
      }}
      onShowCitations={showCitations}
      onDetails={workspace.descriptions.openDetails}
      onPlace={(of, place) => {
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
