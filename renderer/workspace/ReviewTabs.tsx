import { Tabs } from '@base-ui/react/tabs';
import { useEffect } from 'react';
import { HistoryPane } from './HistoryPane.tsx';
import { OutlinePane } from './OutlinePane.tsx';
import { ReviewPane } from './ReviewPane.tsx';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import type { ReviewTab } from './workspace-state.ts';

/** What there is to look over beside the note: the annotations, the headings of the note, and what it was before. */
export function ReviewTabs({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const wanted = useStore(store, (state) => state.reviewTab);
  // A comment that was asked for takes the keyboard as soon as it is there: its tab has to be shown with it.
  const commenting = useStore(store, (state) => state.commenting ?? state.tagging);
  const active = useStore(store, (state) => state.activeAnnotation);
  const tab = commenting === null ? wanted : 'annotations';
  useEffect(() => {
    if (commenting !== null || active !== null) store.set({ reviewTab: 'annotations' });
  }, [store, commenting, active]);
  const annotations = useStore(store, (state) => state.annotations.length);
  return (
    <Tabs.Root
      className="pane-tabs"
      value={tab}
      onValueChange={(value: ReviewTab) => {
        store.set({ reviewTab: value });
      }}
    >
      <Tabs.List className="tabs" aria-label="Review" activateOnFocus>
        <Tabs.Tab className="tab" value="annotations">
          Annotations <span className="tab-count">{annotations}</span>
        </Tabs.Tab>
        <Tabs.Tab className="tab" value="outline" title="Outline of the note (Ctrl+Alt+O)">
          Outline
        </Tabs.Tab>
        <Tabs.Tab className="tab" value="history">
          History
        </Tabs.Tab>
      </Tabs.List>
      {/* Kept, so that a comment which is being typed stays. */}
      <Tabs.Panel className="pane-panel" value="annotations" keepMounted tabIndex={-1}>
        <ReviewPane workspace={workspace} />
      </Tabs.Panel>
      <Tabs.Panel className="pane-panel" value="outline" tabIndex={-1}>
        <OutlinePane workspace={workspace} />
      </Tabs.Panel>
      <Tabs.Panel className="pane-panel" value="history" tabIndex={-1}>
        <HistoryPane workspace={workspace} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
