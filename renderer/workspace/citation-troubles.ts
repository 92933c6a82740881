import type { EditionId } from '../../core/dossier/ids.ts';
import type { Edition } from '../../core/dossier/source.ts';
import type { SourceSummary } from '../../core/host-contract.ts';
import { citationsOf } from '../../core/note-tree/citations-of.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import { describeTargets } from './describe-targets.ts';

/** What somebody ought to know of the citations before the note leaves: a sentence each, none where all is well. */
export function citationTroubles(
  tree: NoteTree,
  sources: readonly SourceSummary[],
  editions: ReadonlyMap<EditionId, Edition>,
): string[] {
  const said = citationsOf(tree).map(({ targets }) => describeTargets(targets, sources, editions));
  const lost = said.filter(({ found }) => !found).length;
  const older = said.filter((words) => words.older === true).length;
  const point = (count: number) => (count === 1 ? '1 citation points' : `${String(count)} citations point`);
  return [
    ...(lost === 0
      ? []
      : [
          `${point(lost)} at a paragraph that can’t be found. The note can’t be exported with it: ` +
            'press F2 on the citation to change it, or delete it.',
        ]),
    ...(older === 0
      ? []
      : [
          `${point(older)} at an older text of a source, which has been replaced. ` +
            'The note can be exported; press F2 on the citation to cite the newer text.',
        ]),
  ];
}
