import type { OpenSources } from '../../core/reading.ts';
import { shownSource } from './open-sources.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What changes in the window when other tabs are open; what was shown and selected in a source that is left goes. */
export function showSources(state: WorkspaceState, openSources: OpenSources): Partial<WorkspaceState> {
  const source = shownSource(openSources);
  if (source === state.source) return { openSources };
  return { openSources, source, selection: null, reveal: null };
}
