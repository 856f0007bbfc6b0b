/** What forms choose from, and the files of tickets. All of it is the server's, in its order, and may be fetched again. */
export const choices = `
  CREATE TABLE location (
    site TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    location TEXT NOT NULL,
    parent_id TEXT,
    PRIMARY KEY (site, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE category (position INTEGER PRIMARY KEY, request_type TEXT NOT NULL, category TEXT NOT NULL) STRICT;

  CREATE TABLE attachment (
    ticket_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_on TEXT NOT NULL,
    PRIMARY KEY (ticket_id, position)
  ) STRICT, WITHOUT ROWID;

  -- When a list was last fetched, an empty one too.
  CREATE TABLE fetched_list (name TEXT PRIMARY KEY, fetched_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
