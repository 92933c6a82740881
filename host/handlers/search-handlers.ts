import { done } from '../../core/result.ts';
import { searchDossier } from '../search.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** Finding. */
export function createSearchHandlers({ current }: HandlerContext): Handlers<'search'> {
  return {
    search({ query, limit }) {
      const opened = current.get();
      return opened.ok ? done(searchDossier(opened.value, query, limit)) : opened;
    },
  };
}
