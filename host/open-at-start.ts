import type { HandlerContext } from './handlers/handler-groups.ts';
import { openSampleDossier } from './sample-dossier.ts';

/** Opens what was open last, or on the first start the sample; once, and only when nothing else was asked for. */
export function openAtStart({ dependencies, current, recent }: HandlerContext): void {
  if (current.wasAsked) return;
  const latest = recent.latestPath();
  const opened = latest === undefined ? openSampleDossier(dependencies, current) : current.open(latest);
  if (!opened.ok) current.keepRefusal(opened.error);
}
