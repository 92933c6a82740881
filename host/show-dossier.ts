import type { DossierSummary } from '../core/host-contract.ts';
import type { Result } from '../core/result.ts';
import type { HandlerContext } from './handlers/handler-groups.ts';
import type { OpenOptions } from './host-dependencies.ts';

/**
 * Shows a dossier in this window while nothing is open in it, otherwise in one of its own; where it is open already,
 * its window comes to the front. A refused one is remembered, so that the person can be offered what helps.
 */
export function showDossier(
  { current, dependencies: { otherWindows } }: Pick<HandlerContext, 'current' | 'dependencies'>,
  path: string,
  options: OpenOptions = {},
): Result<DossierSummary> {
  const here = current.summary() === null && otherWindows?.isOpenIn(path) !== true;
  if (here || otherWindows === undefined) return current.open(path, options);
  const shown = otherWindows.show(path, options);
  if (!shown.ok) current.keepRefused({ path, refusal: shown.error, ...options });
  return shown;
}
