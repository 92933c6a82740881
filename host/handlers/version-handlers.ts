import { done } from '../../core/result.ts';
import { noteNotFound } from '../note-not-found.ts';
import { nameVersion, restoreVersion, versionNotFound } from '../note-versions.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

type VersionHandlers = Handlers<'listVersions' | 'readVersion' | 'nameVersion' | 'restoreVersion'>;

/** The history of a note. */
export function createVersionHandlers({ dependencies, current }: HandlerContext): VersionHandlers {
  const { now } = dependencies;
  return {
    listVersions({ note }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { notes, versions } = opened.value;
      return notes.createdAt(note) === undefined ? noteNotFound() : done(versions.list(note));
    },
    readVersion({ note, version }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { notes, versions } = opened.value;
      if (notes.createdAt(note) === undefined) return noteNotFound();
      const found = versions.find(note, version);
      return found === undefined ? versionNotFound() : done(found);
    },
    nameVersion({ note, name }) {
      const opened = current.get();
      return opened.ok ? nameVersion(opened.value, { note, name, now: now() }) : opened;
    },
    restoreVersion({ note, version }) {
      const opened = current.get();
      return opened.ok ? restoreVersion(opened.value, { note, version, now: now() }) : opened;
    },
  };
}
