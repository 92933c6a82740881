import type { SourceId } from '../../core/dossier/ids.ts';
import type { Source } from '../../core/dossier/source.ts';

/** More tabs than this are not looked through but scrolled through, and each takes time and memory. */
export const mostTabs = 24;

/** The sources that get a tab: all of them, or the open one with its neighbours. The dossier pane has every one. */
export function shownTabs(sources: readonly Source[], open: SourceId | undefined): readonly Source[] {
  if (sources.length <= mostTabs) return sources;
  const at = Math.max(
    0,
    sources.findIndex(({ id }) => id === open),
  );
  const first = Math.min(Math.max(0, at - mostTabs / 2), sources.length - mostTabs);
  return sources.slice(first, first + mostTabs);
}
