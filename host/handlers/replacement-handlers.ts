import type { SourceId } from '../../core/dossier/ids.ts';
import type { Proposal } from '../../core/host-contract.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { DossierFile } from '../dossier-file/dossier-file.ts';
import type { PickedFiles } from '../picked-files.ts';
import {
  planFor,
  proposeCorrection,
  proposeFile,
  replaceSource,
  type ProposedEdition,
} from '../replace-source.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';
import { sourceNotFound } from './source-handlers.ts';

type ReplacementHandlers = Handlers<'proposeReplacement' | 'proposeCorrection' | 'replaceSource'>;

/** Replacing a source by a newer text, after a person has seen what that does. */
export function createReplacementHandlers(
  { dependencies, current }: HandlerContext,
  picked: PickedFiles,
): ReplacementHandlers {
  /** One at a time: a newer proposal takes the place of one that was thought better of. */
  let proposed: { readonly token: string; readonly edition: ProposedEdition } | null = null;

  function keep(dossier: DossierFile, edition: Result<ProposedEdition>): Result<Proposal> {
    if (!edition.ok) return edition;
    const token = dependencies.newId();
    proposed = { token, edition: edition.value };
    return done({ token, plan: planFor(dossier, edition.value), edition: edition.value.edition });
  }

  function find(id: SourceId) {
    const opened = current.get();
    if (!opened.ok) return opened;
    const source = opened.value.sources.find(id);
    return source === undefined ? sourceNotFound() : done({ dossier: opened.value, source });
  }

  return {
    proposeReplacement({ source: id, token, document }) {
      const found = find(id);
      if (!found.ok) return found;
      const file = picked.held(token);
      if (!file.ok) return file;
      const { dossier, source } = found.value;
      return keep(dossier, proposeFile(dossier, source, { ...file.value, document }, dependencies));
    },
    proposeCorrection({ source: id, changes }) {
      const found = find(id);
      if (!found.ok) return found;
      const { dossier, source } = found.value;
      return keep(dossier, proposeCorrection(dossier, source, changes, dependencies));
    },
    replaceSource({ proposal, decisions }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      if (proposed?.token !== proposal) {
        return refused(
          'proposal-not-found',
          'That review is no longer at hand. Choose the newer text again.',
        );
      }
      const replaced = replaceSource(opened.value, proposed.edition, decisions, dependencies.now());
      if (replaced.ok) proposed = null;
      return replaced;
    },
  };
}
