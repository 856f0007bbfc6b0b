import { ProblemError } from '../contract/problem.ts';
import type { SqliteFile } from './database.ts';

/** How many tickets there are is kept, so that the first screen of a large account need not count them. */
const ticketCount = `
  INSERT OR REPLACE INTO sync_state (name, value) SELECT 'ticketCount', count(*) FROM ticket;
`;

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

/** What forms choose from, and the files of tickets. All of it is the server's, in its order, and may be fetched again. */
const choices = `
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

/**
 * The tickets, the text to search them by, and what the sync remembers.
 *
 * `ticket_text` holds no text of its own (`content=''`), only the index: parts of words from three characters on, case and
 * accents folded. Its rowid is `ticket.row`.
 */
const tickets = `
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

/** Each takes the database from the version that is its place in this list to the next. Landed ones are never changed. */
export const migrations: readonly string[] = [tickets, choices, scale, ticketCount];

/**
 * Brings a database to the newest version, each step whole or not at all.
 * @throws ProblemError `cache-newer` for a database that a later Colodesk wrote.
 */
export function migrate(database: SqliteFile, steps: readonly string[] = migrations): void {
  const version = Number(database.first('PRAGMA user_version')?.user_version);
  if (version > steps.length) throw new ProblemError('cache-newer');
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.execute(step);
      database.execute(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
