import type { EditionId, ParagraphId, SourceId } from '../../core/dossier/ids.ts';
import { textPercents } from '../../core/preferences.ts';
import { mostPlaces, type OpenSources, type Reading, type ReadingPlace } from '../../core/reading.ts';
import type { SourceSummary } from '../../core/host-contract.ts';
import type { Host } from '../host-client.ts';
import type { SourceSideHandle } from '../source-pane/source-side-handle.ts';
import {
  closeOtherSources,
  closeSide,
  closeSource,
  firstOpenSources,
  openBeside,
  openSource,
  stepSource,
  stillOpen,
} from './open-sources.ts';
import { showSources } from './show-sources.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { Pane } from './visible-panes.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface ReadingCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly sources: SourceCommands;
  readonly refuse: (message: string) => void;
  readonly enterPane: (pane: Pane) => void;
}

export interface ReadingCommands {
  /** What was open last in the open dossier as `kept` has it, with the texts of it read; nothing is shown yet. */
  restore(sources: readonly SourceSummary[], kept: Reading | null): Promise<OpenSources>;
  /** From now on what is open and read is remembered, for this dossier. */
  begin(dossier: string): void;
  open(source: SourceId, side: number): void;
  close(source: SourceId, side: number): void;
  closeOthers(source: SourceId, side: number): void;
  /** Closes what is shown in the side that is used. */
  closeShown(): void;
  step(step: 1 | -1): void;
  /** In the other side, which is made where there is none. */
  openBeside(source: SourceId): void;
  /** One side becomes two, or two become one. */
  toggleBeside(): void;
  closeSide(side: number): void;
  /** A side is used: what is opened from now on opens there. */
  activate(side: number): void;
  /** Uses the next side; `false` when there is none in this direction. */
  stepSide(step: 1 | -1): boolean;
  /** Uses the side that is met first when the pane is entered in this direction. */
  enterFrom(step: 1 | -1): void;
  placeOf(source: SourceId): ReadingPlace | undefined;
  /** Remembers where a source is being read; `null`: at its beginning. */
  keepPlace(source: SourceId, place: Pick<ReadingPlace, 'paragraph' | 'offset'> | null): void;
  /** What is to be remembered is with the host when this resolves. */
  flush(): Promise<void>;
  register(side: number, handle: SourceSideHandle | null): void;
  /** Of the side that is used. */
  readonly view: SourceSideHandle | null;
  /** The size of the text of sources, one step larger or smaller, as far as it goes. */
  textPercentAfter(step: 1 | -1): number;
  copyLink(edition: EditionId, paragraph: ParagraphId): Promise<void>;
  /** Shows the paragraph that a link from outside points at, if there is one. */
  showWanted(): Promise<void>;
}

/** Milliseconds from a change to its being remembered; what is lost when all ends at once. */
const delay = 300;

/** Which sources are open and where each is read. */
export function createReadingCommands({
  host,
  store,
  sources,
  refuse,
  enterPane,
}: ReadingCommandOptions): ReadingCommands {
  let dossier: string | null = null;
  let places = new Map<SourceId, ReadingPlace>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const views: (SourceSideHandle | null)[] = [];

  async function flush(): Promise<void> {
    if (timer === undefined || dossier === null) return;
    clearTimeout(timer);
    timer = undefined;
    const { sides, active } = store.get().openSources;
    // A place that can't be kept is not worth a word: the next one is tried again.
    await host.keepReading({
      dossier,
      reading: { sides: [...sides], active, places: [...places.values()].slice(-mostPlaces) },
    });
  }

  function keepSoon(): void {
    timer ??= setTimeout(() => void flush(), delay);
  }

  let seen = store.get().openSources;
  store.subscribe(() => {
    const { openSources } = store.get();
    if (openSources === seen) return;
    seen = openSources;
    if (dossier !== null) keepSoon();
  });

  const currentEditions = (
    { sides }: OpenSources,
    summaries: readonly SourceSummary[] = store.get().sources,
  ): EditionId[] => {
    const shown = new Set(sides.map((side) => side.shown));
    return summaries.filter(({ source }) => shown.has(source.id)).map(({ source }) => source.currentEdition);
  };

  function show(next: OpenSources): void {
    store.set(showSources(store.get(), next));
    void sources.loadEditions(currentEditions(next));
  }

  function activate(side: number): void {
    const { openSources } = store.get();
    const source = openSources.sides[side]?.shown;
    if (source === undefined || openSources.active === side) return;
    // What is shown and selected stays: nothing is left, the other side is used.
    store.set({ openSources: { ...openSources, active: side }, source });
  }

  return {
    async restore(summaries, kept) {
      clearTimeout(timer);
      timer = undefined;
      dossier = null;
      const all = summaries.map(({ source }) => source.id);
      places = new Map(kept?.places.map((place) => [place.source, place]));
      const open = (kept === null ? null : stillOpen(kept, new Set(all))) ?? firstOpenSources(all);
      await sources.loadEditions(currentEditions(open, summaries));
      return open;
    },
    begin(id) {
      seen = store.get().openSources;
      dossier = id;
    },
    open(source, side) {
      show(openSource(store.get().openSources, source, side));
    },
    close(source, side) {
      show(closeSource(store.get().openSources, side, source));
    },
    closeOthers(source, side) {
      show(closeOtherSources(store.get().openSources, side, source));
    },
    closeShown() {
      const { openSources, source } = store.get();
      if (source !== null) show(closeSource(openSources, openSources.active, source));
    },
    step(step) {
      show(stepSource(store.get().openSources, step));
    },
    openBeside(source) {
      show(openBeside(store.get().openSources, source));
    },
    toggleBeside() {
      const { openSources, source } = store.get();
      if (openSources.sides.length > 1) show(closeSide(openSources, 1));
      else if (source !== null) show(openBeside(openSources, source));
      else refuse('Open a source first; then it can be shown beside another.');
    },
    closeSide(side) {
      show(closeSide(store.get().openSources, side));
    },
    activate,
    stepSide(step) {
      const { sides, active } = store.get().openSources;
      if (sides[active + step] === undefined) return false;
      activate(active + step);
      return true;
    },
    enterFrom(step) {
      activate(step === 1 ? 0 : store.get().openSources.sides.length - 1);
    },
    placeOf: (source) => places.get(source),
    keepPlace(source, place) {
      if (dossier === null) return;
      const before = places.get(source);
      if (before?.paragraph === place?.paragraph && before?.offset === place?.offset) return;
      places.delete(source);
      if (place !== null) places.set(source, { source, ...place });
      keepSoon();
    },
    flush,
    register(side, handle) {
      views[side] = handle;
    },
    get view() {
      return views[store.get().openSources.active] ?? null;
    },
    textPercentAfter(step) {
      const { sourceTextPercent } = store.get().preferences;
      return Math.min(
        Math.max(sourceTextPercent + step * textPercents.step, textPercents.least),
        textPercents.most,
      );
    },
    async showWanted() {
      const reply = await host.takeWantedParagraph({});
      if (!reply.ok) refuse(reply.error.message);
      else if (reply.value !== null) {
        const { source, edition, paragraph } = reply.value;
        store.set({ startShown: false });
        enterPane('source');
        await sources.reveal(source, edition, paragraph);
      }
    },
    async copyLink(edition, paragraph) {
      const reply = await host.copyParagraphLink({ edition, paragraph });
      if (!reply.ok) refuse(reply.error.message);
      else {
        store.set({ notice: { kind: 'done', text: `A link to ${reply.value.name} is on the clipboard.` } });
      }
    },
  };
}
