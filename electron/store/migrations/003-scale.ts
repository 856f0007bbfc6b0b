/**
 * For accounts of a hundred thousand tickets: what the list shows is apart from the detail, so that it is read without
 * it; a ticket's filter values and the words of its text stand as numbers, which are read into memory at once.
 *
 * The tickets themselves are not carried over but fetched again, which is what a cache allows and the words need.
 */
export const scale = `
  DROP TABLE ticket_text;
  DROP TABLE ticket;
  DELETE FROM sync_state;

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
    facets TEXT NOT NULL -- the codes of its status, site, request type, category and creator, with commas between
  ) STRICT;
  CREATE INDEX ticket_by_title ON ticket (title COLLATE NOCASE, id);
  CREATE INDEX ticket_by_created_on ON ticket (created_on, id);
  CREATE INDEX ticket_by_updated_on ON ticket (updated_on, id);
  CREATE INDEX ticket_by_facets ON ticket (row, facets);
  CREATE INDEX ticket_open ON ticket (updated_on, id) WHERE status IN ('New', 'In Progress');

  -- From the single call; missing until it was made once.
  CREATE TABLE detail (
    row INTEGER PRIMARY KEY,
    description TEXT NOT NULL,
    customer_reference TEXT NOT NULL,
    ticket_type TEXT NOT NULL,
    notification_recipients TEXT NOT NULL,
    comments TEXT NOT NULL, -- JSON
    confirmed_at_ms INTEGER NOT NULL,
    updated_on TEXT NOT NULL -- the ticket's updated_on when the detail was fetched
  ) STRICT;

  -- What a filter's field can hold; the codes count from 0 in each field.
  CREATE TABLE facet_value (field TEXT, code INTEGER, value TEXT NOT NULL, PRIMARY KEY (field, code)) STRICT, WITHOUT ROWID;

  CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
  -- How many different words a ticket's text has, then their numbers, with commas between.
  CREATE TABLE ticket_words (row INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;

  -- The pages of the walk under way that are done, each with the rows that it held.
  CREATE TABLE walk_page (page INTEGER PRIMARY KEY, rows TEXT NOT NULL) STRICT;
`;
