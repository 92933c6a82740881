import { done, refused } from '../core/result.ts';
import type { HandlerContext } from './handlers/handler-groups.ts';
import { drivePatienceMessage } from './drive-watch.ts';
import { ensureSampleDossier } from './sample-dossier.ts';

/** Opens what was open last, or on the first start the sample; once, and only when nothing else was asked for. */
export async function openAtStart({ dependencies, current, recent, drive }: HandlerContext): Promise<void> {
  if (current.wasAsked) return;
  const latest = await recent.latestPath();
  const path = latest === undefined ? ensureSampleDossier(dependencies) : done(latest);
  if (path.ok && !(await drive.answers(path.value))) {
    current.keepRefusal(refused('not-answering', drivePatienceMessage).error);
    return;
  }
  if (current.wasAsked) return; // from outside, meanwhile
  const opened = path.ok ? current.open(path.value) : path;
  if (!opened.ok) current.keepRefusal(opened.error);
}
