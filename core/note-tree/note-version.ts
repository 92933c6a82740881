/** Why a version of a note was kept. */
export const versionReasons = [
  'export',
  'work',
  'named',
  'restore',
  'before-restore',
  'before-replace',
] as const;
export type VersionReason = (typeof versionReasons)[number];

/** A note as it once was, without its text. */
export interface NoteVersionSummary {
  /** Counts from 1 through the versions of a note, the oldest first. */
  readonly number: number;
  /** The note stood like this then. ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly reason: VersionReason;
  /** What the person called it; empty unless it was named. */
  readonly name: string;
  readonly words: number;
  /** The number of the version that was brought back; `null` unless the reason is `restore`. */
  readonly restoredFrom: number | null;
}

const workBetweenVersions = 10 * 60 * 1000; // milliseconds

/**
 * Whether the text that a changed note is about to lose is to be kept: ten minutes after the last version, or after the
 * note was made. Times are ISO 8601. A clock that was set back never keeps a version from being made.
 */
export function workVersionIsDue(times: {
  readonly noteMadeAt: string;
  /** `null` while there is none. */
  readonly lastVersionAt: string | null;
  readonly now: string;
}): boolean {
  const since = Date.parse(times.lastVersionAt ?? times.noteMadeAt);
  const passed = Date.parse(times.now) - since;
  return passed >= workBetweenVersions || passed < 0;
}
