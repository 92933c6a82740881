import { done } from '../core/result.ts';
import type { HandlerContext } from './handlers/handler-groups.ts';
import { ensureSampleDossier } from './sample-dossier.ts';

/** Opens what was open last, or on the first start the sample; once, and only when nothing else was asked for. */
export function openAtStart({ dependencies, current, recent }: HandlerContext): void {
  if (current.wasAsked) return;
  const latest = recent.latestPath();
  const path = latest === undefined ? ensureSampleDossier(dependencies) : done(latest);
  const opened = path.ok ? current.open(path.value) : path;
  if (!opened.ok) current.keepRefusal(opened.error);
}
