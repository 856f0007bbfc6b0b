/**
 * The tickets, the text to search them by, and what the sync remembers.
 *
 * `ticket_text` holds no text of its own (`content=''`), only the index: parts of words from three characters on, case and
 * accents folded. Its rowid is `ticket.row`.
 */
export const tickets = `
  CREATE TABLE ticket (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    site TEXT NOT NULL,
    location TEXT NOT NULL,
    request_type TEXT NOT NULL,
    category TEXT NOT NULL,
    created_on TEXT NOT NULL,
    updated_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    created_by TEXT NOT NULL,
    -- From the single call; NULL until it was made once.
    description TEXT,
    customer_reference TEXT,
    ticket_type TEXT,
    notification_recipients TEXT,
    comments TEXT, -- JSON
    detail_confirmed_at_ms INTEGER,
    detail_updated_on TEXT, -- the ticket's updated_on when the detail was fetched
    -- The number of the last walk over the whole list that met this ticket.
    seen_in_walk INTEGER NOT NULL,
    -- The order in which a ticket lives, for sorting by status.
    status_rank INTEGER NOT NULL GENERATED ALWAYS AS
      (CASE status WHEN 'New' THEN 0 WHEN 'In Progress' THEN 1 WHEN 'Completed' THEN 3 WHEN 'Cancelled' THEN 4 ELSE 2 END) STORED
  ) STRICT;

  CREATE INDEX ticket_by_title ON ticket (title COLLATE NOCASE, id);
  CREATE INDEX ticket_by_status_rank ON ticket (status_rank, id);
  CREATE INDEX ticket_by_status ON ticket (status);
  CREATE INDEX ticket_by_site ON ticket (site, id);
  CREATE INDEX ticket_by_request_type ON ticket (request_type);
  CREATE INDEX ticket_by_category ON ticket (category, id);
  CREATE INDEX ticket_by_created_by ON ticket (created_by);
  CREATE INDEX ticket_by_created_on ON ticket (created_on, id);
  CREATE INDEX ticket_by_updated_on ON ticket (updated_on, id);
  CREATE INDEX ticket_by_walk ON ticket (seen_in_walk);

  CREATE VIRTUAL TABLE ticket_text USING fts5
    (text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1');

  CREATE TABLE site (site TEXT PRIMARY KEY, address TEXT NOT NULL, city TEXT NOT NULL, metro TEXT NOT NULL, country TEXT NOT NULL)
    STRICT, WITHOUT ROWID;

  CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID; -- values are JSON
`;
