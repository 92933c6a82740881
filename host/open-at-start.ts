import { done, refused, type Refusal, type Result } from '../core/result.ts';
import { refusingStorageFailures } from './dossier-file/storage-failure.ts';
import type { HandlerContext } from './handlers/handler-groups.ts';
import { drivePatienceMessage } from './drive-watch.ts';
import { ensureSampleDossier } from './sample-dossier.ts';

async function pathToOpen(
  { dependencies, recent, drive }: HandlerContext,
  wanted: string | undefined,
): Promise<Result<string>> {
  const latest = wanted ?? (await recent.latestPath());
  const path =
    latest === undefined ? refusingStorageFailures(() => ensureSampleDossier(dependencies)) : done(latest);
  if (!path.ok || (await drive.answers(path.value))) return path;
  return refused('not-answering', drivePatienceMessage);
}

/**
 * Opens what is wanted, otherwise what was open last, or on the first start the sample; only when nothing else was asked
 * for. Resolves to why what was wanted is not open.
 */
export async function openAtStart(context: HandlerContext, wanted?: string): Promise<Refusal | null> {
  const { current } = context;
  if (current.wasAsked) return null;
  const path = await pathToOpen(context, wanted);
  if (current.wasAsked) return null; // from outside, meanwhile
  const opened = path.ok ? refusingStorageFailures(() => current.open(path.value)) : path;
  if (opened.ok) return null;
  current.keepRefusal(opened.error);
  return wanted === undefined ? null : opened.error;
}
