import type { NoteVersionSummary } from '../../core/note-tree/note-version.ts';

/** What a version is called: its name, or why it was kept. */
export function versionTitle({ reason, name, restoredFrom }: NoteVersionSummary): string {
  switch (reason) {
    case 'named':
      return name;
    case 'export':
      return 'Before an export';
    case 'work':
      return 'During work';
    case 'before-restore':
      return 'Before restoring';
    case 'before-replace':
      return 'Before a source was replaced';
    case 'restore':
      return `Version ${String(restoredFrom)} restored`;
  }
}

/** Of the computer's own time zone and habits. */
export function versionTime({ madeAt }: NoteVersionSummary): string {
  return new Date(madeAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

const words = (count: number) => (count === 1 ? '1 word' : `${String(count)} words`);

/** `312 words, +12`; the change is against the version before, and left out for the first. */
export function versionSize(version: NoteVersionSummary, before: NoteVersionSummary | undefined): string {
  if (before === undefined) return words(version.words);
  const change = version.words - before.words;
  const signed = change === 0 ? '±0' : change > 0 ? `+${String(change)}` : `−${String(-change)}`;
  return `${words(version.words)}, ${signed}`;
}
