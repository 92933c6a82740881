import { refused } from '../core/result.ts';

export const noteNotFound = () =>
  refused('note-not-found', 'This dossier has no such note. It may have been deleted.');
