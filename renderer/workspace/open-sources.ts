/** Which sources are open, in which tabs of which side: plain functions from one state to the next. */
import type { SourceId } from '../../core/dossier/ids.ts';
import { mostSides, mostTabs, type OpenSources, type ReadingSide } from '../../core/reading.ts';

const emptySide: ReadingSide = { tabs: [], shown: null };
export const noOpenSources: OpenSources = { sides: [emptySide], active: 0 };

/** A dossier with so few sources opens with all of them. */
const fewSources = 8;

export const sideAt = ({ sides }: OpenSources, side: number): ReadingSide => sides[side] ?? emptySide;

/** The source that is in use. */
export const shownSource = (open: OpenSources): SourceId | null => sideAt(open, open.active).shown;

function withSide(open: OpenSources, side: number, next: ReadingSide): OpenSources {
  return { ...open, sides: open.sides.map((each, index) => (index === side ? next : each)) };
}

/** What is open in a dossier that was never read on this computer. */
export function firstOpenSources(sources: readonly SourceId[]): OpenSources {
  const tabs = sources.length <= fewSources ? sources : sources.slice(0, 1);
  return { sides: [{ tabs, shown: tabs[0] ?? null }], active: 0 };
}

/** Shows a source in a side, in the tab that it has there or a new one at the end. */
export function openSource(open: OpenSources, source: SourceId, side = open.active): OpenSources {
  const { tabs } = sideAt(open, side);
  const all = tabs.includes(source) ? tabs : [...tabs, source].slice(-mostTabs);
  return { ...withSide(open, side, { tabs: all, shown: source }), active: side };
}

/** The last side stays when nothing is open any more. */
function withoutEmptySides({ sides }: OpenSources): OpenSources {
  const left = sides.filter(({ tabs }) => tabs.length > 0);
  return { sides: left.length === 0 ? sides.slice(0, 1) : left, active: 0 };
}

/** Closes one tab. The one behind it is shown then, or the one before; a side without any goes, unless it is the last. */
export function closeSource(open: OpenSources, side: number, source: SourceId): OpenSources {
  const { tabs, shown } = sideAt(open, side);
  const left = tabs.filter((each) => each !== source);
  const at = tabs.indexOf(source);
  if (at === -1) return open;
  const next = shown === source ? (left[at] ?? left.at(-1) ?? null) : shown;
  const closed = withSide(open, side, { tabs: left, shown: next });
  return left.length > 0 ? closed : withoutEmptySides(closed);
}

export function closeOtherSources(open: OpenSources, side: number, source: SourceId): OpenSources {
  return { ...withSide(open, side, { tabs: [source], shown: source }), active: side };
}

/** Goes to the next tab of the active side, round at the end. */
export function stepSource(open: OpenSources, step: 1 | -1): OpenSources {
  const { tabs, shown } = sideAt(open, open.active);
  const at = shown === null ? -1 : tabs.indexOf(shown);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  return next === undefined ? open : withSide(open, open.active, { tabs, shown: next });
}

/** Shows a source in the other side, which is made where there is none. */
export function openBeside(open: OpenSources, source: SourceId): OpenSources {
  if (open.sides.length < mostSides) {
    return { sides: [...open.sides, { tabs: [source], shown: source }], active: open.sides.length };
  }
  return openSource(open, source, 1 - open.active);
}

/** Closes a side; its tabs go on in the one that stays. */
export function closeSide(open: OpenSources, side: number): OpenSources {
  if (open.sides.length < mostSides) return open;
  const left = sideAt(open, 1 - side);
  const tabs = [...new Set([...left.tabs, ...sideAt(open, side).tabs])].slice(0, mostTabs);
  return { sides: [{ tabs, shown: left.shown ?? tabs[0] ?? null }], active: 0 };
}

/** What is left of what was remembered, in a dossier as it is now; `null` when that is nothing. */
export function stillOpen(open: OpenSources, sources: ReadonlySet<SourceId>): OpenSources | null {
  const sides = open.sides.slice(0, mostSides).map(({ tabs, shown }): ReadingSide => {
    const left = [...new Set(tabs)].filter((each) => sources.has(each));
    return { tabs: left, shown: shown !== null && left.includes(shown) ? shown : (left[0] ?? null) };
  });
  const kept = sides.filter(({ tabs }) => tabs.length > 0);
  if (kept.length === 0) return null;
  return { sides: kept, active: kept.length === sides.length ? Math.min(open.active, kept.length - 1) : 0 };
}
