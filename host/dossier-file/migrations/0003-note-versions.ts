/** A text that stands in several versions of a note is kept once, under the sha256 of its JSON. */
export const addNoteVersions = `
CREATE TABLE version_trees (
  sha256 TEXT PRIMARY KEY,
  tree TEXT NOT NULL
) STRICT;

CREATE TABLE note_versions (
  note TEXT NOT NULL REFERENCES notes (id),
  number INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  name TEXT NOT NULL,
  words INTEGER NOT NULL,
  restored_from INTEGER,
  tree TEXT NOT NULL REFERENCES version_trees (sha256),
  PRIMARY KEY (note, number)
) STRICT;
`;
