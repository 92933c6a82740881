import { createHash } from 'node:crypto';
import type { NoteId } from '../../core/dossier/ids.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import { noteTreeSchema } from '../../core/note-tree/note-tree-schema.ts';
import {
  versionReasons,
  type NoteVersionSummary,
  type VersionReason,
} from '../../core/note-tree/note-version.ts';
import { countWords } from '../../core/note-tree/word-count.ts';
import type { Database, Row } from './database.ts';
import { storable } from './storable-text.ts';
import { readStored, readWord } from './stored-json.ts';

export interface NewVersion {
  readonly note: NoteId;
  readonly tree: NoteTree;
  readonly madeAt: string;
  readonly reason: VersionReason;
  readonly name?: string;
  /** The number of the version that was brought back. */
  readonly restoredFrom?: number;
}

export interface VersionStore {
  /** Of one note, the newest first. */
  list(note: NoteId): NoteVersionSummary[];
  find(note: NoteId, number: number): { summary: NoteVersionSummary; tree: NoteTree } | undefined;
  /** The newest of a note. */
  latest(note: NoteId): NoteVersionSummary | undefined;
  /** Whether the newest version of a note holds exactly this text. */
  latestHolds(note: NoteId, tree: NoteTree): boolean;
  /** Adds the next version; its text is stored only where no version has it yet. */
  add(version: NewVersion): NoteVersionSummary;
}

const hashOf = (stored: string) => createHash('sha256').update(stored).digest('hex');

const summaryColumns = 'number, made_at, reason, name, words, restored_from';

const toSummary = (row: Row): NoteVersionSummary => ({
  number: Number(row['number']),
  madeAt: String(row['made_at']),
  reason: readWord(versionReasons, row['reason']),
  name: String(row['name']),
  words: Number(row['words']),
  restoredFrom: row['restored_from'] === null ? null : Number(row['restored_from']),
});

function addVersion(database: Database, version: NewVersion): NoteVersionSummary {
  const { note, tree, madeAt, reason, name = '', restoredFrom = null } = version;
  const stored = JSON.stringify(tree);
  const hash = hashOf(stored);
  const newest = database.get('SELECT max(number) AS number FROM note_versions WHERE note = ?', [note]);
  const summary = {
    number: Number(newest?.['number'] ?? 0) + 1,
    madeAt,
    reason,
    name: storable(name),
    words: countWords(tree),
    restoredFrom,
  };
  database.run('INSERT INTO version_trees (sha256, tree) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    hash,
    stored,
  ]);
  database.run(`INSERT INTO note_versions (note, ${summaryColumns}, tree) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
    note,
    summary.number,
    madeAt,
    reason,
    summary.name,
    summary.words,
    restoredFrom,
    hash,
  ]);
  return summary;
}

/** The history of notes. Versions are added and read, never changed. Throws DamagedDossier. */
export function createVersionStore(database: Database): VersionStore {
  const newest = 'FROM note_versions WHERE note = ? ORDER BY number DESC';
  return {
    list: (note) => database.all(`SELECT ${summaryColumns} ${newest}`, [note]).map(toSummary),
    find(note, number) {
      const row = database.get(
        `SELECT note_versions.*, version_trees.tree AS text FROM note_versions
         JOIN version_trees ON version_trees.sha256 = note_versions.tree WHERE note = ? AND number = ?`,
        [note, number],
      );
      if (row === undefined) return undefined;
      return { summary: toSummary(row), tree: readStored(noteTreeSchema, row['text']) };
    },
    latest(note) {
      const row = database.get(`SELECT ${summaryColumns} ${newest} LIMIT 1`, [note]);
      return row === undefined ? undefined : toSummary(row);
    },
    latestHolds: (note, tree) =>
      database.get(`SELECT tree ${newest} LIMIT 1`, [note])?.['tree'] === hashOf(JSON.stringify(tree)),
    add: (version) => database.write(() => addVersion(database, version)),
  };
}
