/**
 * The user's changes, the files that go with them, drafts and templates.
 *
 * A file lies in pieces, so that no single write or read holds up the application; pieces whose change is not there (a
 * copy that a kill ended) or was sent are removed.
 */
export const changes = `
  CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    -- The server's id, or the local one for as long as the ticket is itself a change that was not confirmed.
    ticket_id TEXT NOT NULL,
    ticket_title TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unconfirmed', 'refused', 'sent')),
    created_at_ms INTEGER NOT NULL,
    -- The first sending that may have had an effect: what is looked for on the server is not older.
    first_sent_at_ms INTEGER,
    last_sent_at_ms INTEGER,
    answered_at_ms INTEGER,
    problem TEXT, -- JSON
    needs_decision INTEGER NOT NULL DEFAULT 0,
    conflict TEXT, -- JSON
    answer TEXT,
    correlation_id TEXT,
    -- Of a create: tickets alike that were known before it was first sent, as JSON; they are not what it made.
    known_alike TEXT,
    -- What the server holds because of this change: the ticket's id, the attachment's id, or the comment's time.
    claim TEXT
  ) STRICT;

  CREATE INDEX change_by_state ON change (state, seq);
  CREATE INDEX change_by_ticket ON change (ticket_id, seq);

  CREATE TABLE file_piece (
    change_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (change_id, number)
  ) STRICT;

  CREATE TABLE draft (key TEXT PRIMARY KEY, content TEXT NOT NULL, saved_at_ms INTEGER NOT NULL) STRICT; -- JSON

  CREATE TABLE template (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, fields TEXT NOT NULL) STRICT; -- JSON
`;
