/**
 * What is known of a source beside its text, and more than one edition of the same bytes: a person may have corrected
 * how they were cut into paragraphs. SQLite can't take a rule away from a table, so `editions` is made anew; what refers
 * to it is held against it again at the end of the transaction.
 */
export const addSourcesInFull = `
PRAGMA defer_foreign_keys=ON;

CREATE TABLE kept_editions AS SELECT * FROM editions ORDER BY rowid;
DROP TABLE editions;

CREATE TABLE editions (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES sources (id),
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  ids_given INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO editions (id, source, sha256, file_name, byte_length, imported_at)
  SELECT id, source, sha256, file_name, byte_length, imported_at FROM kept_editions;
DROP TABLE kept_editions;

CREATE INDEX editions_by_source ON editions (source);
CREATE INDEX editions_by_sha256 ON editions (sha256);

ALTER TABLE sources ADD COLUMN assessment TEXT;
ALTER TABLE paragraphs ADD COLUMN page INTEGER;
ALTER TABLE paragraphs ADD COLUMN links TEXT;
ALTER TABLE annotations ADD COLUMN creator TEXT;
ALTER TABLE annotations ADD COLUMN foreign_data TEXT;
`;
