import { expect, it } from 'vitest';
import { asEditionId, asSourceId } from '../../../core/dossier/ids.ts';
import type { Source } from '../../../core/dossier/source.ts';
import { mostTabs, shownTabs } from '../../../renderer/source-pane/shown-tabs.ts';

const sourcesOf = (count: number): Source[] =>
  Array.from({ length: count }, (_, index) => ({
    id: asSourceId(`s${String(index)}`),
    label: String(index),
    title: `Report ${String(index)}`,
    metadata: { type: 'document' },
    currentEdition: asEditionId(`e${String(index)}`),
  }));

it('gives every source of a small dossier a tab', () => {
  expect(shownTabs(sourcesOf(mostTabs), asSourceId('s3'))).toHaveLength(mostTabs);
});

const rows: readonly [open: string | undefined, first: number, what: string][] = [
  [undefined, 0, 'nothing is open'],
  ['s0', 0, 'the first is open'],
  ['s500', 500 - mostTabs / 2, 'one in the middle is open'],
  ['s999', 1_000 - mostTabs, 'the last is open'],
];
it.each(rows)('shows the neighbours of the open one among a thousand: %s from %i, %s', (open, first) => {
  const shown = shownTabs(sourcesOf(1_000), open === undefined ? undefined : asSourceId(open));
  expect(shown).toHaveLength(mostTabs);
  expect(shown[0]?.id).toBe(`s${String(first)}`);
  if (open !== undefined) expect(shown.some(({ id }) => id === open)).toBe(true);
});
