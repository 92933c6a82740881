import {
  structureChangeAllowed,
  type EditionStructure,
  type StructureChange,
  type StructureStep,
} from '../../core/dossier/correct-structure.ts';
import type { EditionId } from '../../core/dossier/ids.ts';
import type { CorrectedEdition } from '../../core/host-contract.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { DossierFile } from '../dossier-file/dossier-file.ts';
import { paragraphsInUse } from '../paragraphs-in-use.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

type StructureHandlers = Handlers<'correctStructure' | 'takeBackCorrection'>;

/** How a correction is taken back. It stays here: from the window, ids could be given to other words. */
interface TakenStep {
  readonly edition: EditionId;
  readonly undo: StructureChange;
}

const mostSteps = 1_000; // as many as the window can undo

/** Correcting how an edition is cut into paragraphs, as long as nothing rests on what changes. */
export function createStructureHandlers({ dependencies, current }: HandlerContext): StructureHandlers {
  const steps = new Map<string, TakenStep>();

  function keep(step: TakenStep): string {
    const token = dependencies.newId();
    steps.set(token, step);
    const [oldest] = steps.keys();
    if (steps.size > mostSteps && oldest !== undefined) steps.delete(oldest);
    return token;
  }

  function take(
    dossier: DossierFile,
    edition: EditionId,
    change: (structure: EditionStructure) => Result<StructureStep>,
  ): Result<CorrectedEdition> {
    const { sources } = dossier;
    const structure = sources.structure(edition);
    if (structure === undefined) {
      return refused('edition-not-found', 'This dossier has no such text. Open the dossier again.');
    }
    const step = change(structure);
    if (!step.ok) return step;
    sources.restructure(step.value.structure);
    const corrected = sources.edition(edition);
    if (corrected === undefined) throw new Error('An edition is gone after it was corrected.');
    return done({ edition: corrected, step: keep({ edition, undo: step.value.undo }) });
  }

  return {
    correctStructure({ edition, change }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const used = paragraphsInUse(opened.value, edition);
      return take(opened.value, edition, (structure) => structureChangeAllowed(structure, change, used));
    },
    takeBackCorrection({ step: token }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const step = steps.get(token);
      if (step === undefined) {
        return refused('step-not-found', 'That correction can’t be taken back any more.');
      }
      const used = paragraphsInUse(opened.value, step.edition);
      const taken = take(opened.value, step.edition, (structure) =>
        structureChangeAllowed(structure, step.undo, used),
      );
      if (taken.ok) steps.delete(token);
      return taken;
    },
  };
}
