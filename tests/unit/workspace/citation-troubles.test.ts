import { expect, it } from 'vitest';
import { asParagraphId } from '../../../core/dossier/ids.ts';
import type { CitationTarget } from '../../../core/note-tree/note-tree.ts';
import { citationTroubles } from '../../../renderer/workspace/citation-troubles.ts';
import { cite, lookup, noteOf, target } from '../note-tree/two-accounts.ts';

const here = target('A', 0);
const older = target('A-old', 1);
const lost: CitationTarget = { ...here, paragraph: asParagraphId('gone') };
const all = ['A', 'A-old', 'B'] as const;

function troubles(...targets: readonly CitationTarget[]): string[] {
  const editions = new Map(
    all.flatMap((name) => {
      const edition = lookup.edition(target(name, 0).edition);
      return edition === undefined ? [] : [[edition.id, edition] as const];
    }),
  );
  const sources = ['A', 'B'].flatMap((label) => {
    const source = lookup.sourceByLabel(label);
    return source === undefined ? [] : [{ source, paragraphs: 0, annotations: 0 }];
  });
  const tree = noteOf({ type: 'paragraph', children: targets.map((each) => cite(each)) });
  return citationTroubles(tree, sources as never, editions);
}

it.each([
  ['nothing of citations that are in order', [here], []],
  ['one whose paragraph is gone', [here, lost], [/^1 citation points at a paragraph that can’t be found/]],
  ['one of an older text', [older], [/^1 citation points at an older text/]],
  [
    'both, counted',
    [lost, lost, older, older, older],
    [/^2 citations point at a paragraph/, /^3 citations point at an older text/],
  ],
])('says %s', (_, targets, expected) => {
  const said = troubles(...targets);
  expect(said).toHaveLength(expected.length);
  for (const [index, pattern] of expected.entries()) expect(said[index]).toMatch(pattern);
});
