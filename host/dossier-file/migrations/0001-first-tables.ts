/** Ids are text; moments are ISO 8601 in UTC; offsets are UTF-16 units; JSON columns hold values of core's types. */
export const firstTables = `
CREATE TABLE properties (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  label TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  metadata TEXT NOT NULL,
  current_edition TEXT NOT NULL REFERENCES editions (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE editions (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES sources (id),
  sha256 TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE INDEX editions_by_source ON editions (source);

CREATE TABLE edition_bytes (
  edition TEXT PRIMARY KEY REFERENCES editions (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE paragraphs (
  id TEXT PRIMARY KEY,
  edition TEXT NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER,
  leftover INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (edition, position)
) STRICT;

CREATE TABLE annotations (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES sources (id),
  edition TEXT NOT NULL REFERENCES editions (id),
  category TEXT NOT NULL,
  comment TEXT NOT NULL,
  tags TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE anchors (
  annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  paragraph TEXT NOT NULL REFERENCES paragraphs (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (annotation, position)
) STRICT;

CREATE INDEX anchors_by_paragraph ON anchors (paragraph);

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  template TEXT NOT NULL,
  words INTEGER NOT NULL,
  tree TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
`;
