import type { Reader, Writer } from './database.ts';

/**
 * The tables of the cache, each with the reason for its shape. Everything in them comes from the server and can be fetched
 * again.
 *
 * The list reads `ticket` without touching `detail`, and an account may have a hundred thousand tickets: filter values and
 * words are therefore stored as numbers, which `FacetColumns` and `SearchIndex` read into memory.
 */
const tables = `
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
    title_key TEXT NOT NULL, -- sortKeyOf the title
    status_since TEXT NOT NULL, -- when the status changed, where that was seen; '' where it was not
    -- The codes of status, site, request type, category, creator and location, then the times of creation, change, closing and
    -- status in minutes since 1970, 0 for none; separated by commas.
    facets TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ticket_by_title ON ticket (title_key, id);
  CREATE INDEX ticket_by_created_on ON ticket (created_on, id);
  CREATE INDEX ticket_by_updated_on ON ticket (updated_on, id);
  CREATE INDEX ticket_by_facets ON ticket (row, facets);
  CREATE INDEX ticket_open ON ticket (updated_on, id) WHERE status IN ('New', 'In Progress');

  -- From the call for a single ticket; a ticket has no row here until that call was made once.
  CREATE TABLE detail (
    row INTEGER PRIMARY KEY,
    confirmed_at_ms INTEGER NOT NULL,
    updated_on TEXT NOT NULL, -- the ticket's updated_on when the detail was fetched
    customer_reference TEXT NOT NULL,
    customer_reference_key TEXT NOT NULL, -- sortKeyOf it
    last_comment_on TEXT NOT NULL,
    ticket_type TEXT NOT NULL,
    cancel_reason TEXT NOT NULL,
    -- The long ones come last, so that the list reads the others without them.
    description TEXT NOT NULL,
    notification_recipients TEXT NOT NULL,
    comments TEXT NOT NULL -- JSON
  ) STRICT;

  CREATE INDEX detail_by_customer_reference ON detail (customer_reference_key, row) WHERE customer_reference_key <> '';
  CREATE INDEX detail_by_last_comment ON detail (last_comment_on, row) WHERE last_comment_on <> '';

  -- What others did to a ticket (TicketChange, as JSON), kept for recordKeptDays.
  CREATE TABLE ticket_change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    row INTEGER NOT NULL,
    found_at_ms INTEGER NOT NULL,
    change TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ticket_change_by_row ON ticket_change (row, seq);
  CREATE INDEX ticket_change_by_time ON ticket_change (found_at_ms);

  -- The tickets that others changed since the user last looked. first_seq is the first of those changes; NULL where the user
  -- marked the ticket as unread. is_answered: one of them is a comment or a new status.
  CREATE TABLE unread (row INTEGER PRIMARY KEY, first_seq INTEGER, is_answered INTEGER NOT NULL) STRICT;

  -- The tickets that changed since their detail was fetched: only the next detail shows what there is besides. since: the
  -- ticket's updated_on before, '' for a new one. is_explained: what others did is in ticket_change, as far as a list shows it.
  CREATE TABLE undecided (row INTEGER PRIMARY KEY, since TEXT NOT NULL, is_explained INTEGER NOT NULL) STRICT;
  CREATE INDEX undecided_unexplained ON undecided (row) WHERE is_explained = 0;

  -- The values that occur in each field with a filter and in the location; codes count from 0 in each field.
  CREATE TABLE facet_value (field TEXT, code INTEGER, value TEXT NOT NULL, PRIMARY KEY (field, code)) STRICT, WITHOUT ROWID;

  CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
  -- The number of different words in a ticket's text, then the words' numbers, separated by commas.
  CREATE TABLE ticket_words (row INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;

  CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID; -- values are JSON
  -- The count of tickets is stored, so that the first screen of a large account need not count them.
  INSERT INTO sync_state (name, value) VALUES ('ticketCount', '0');

  -- The tickets that the server, asked for them, did not give: it does not know them, or this user may not read them.
  CREATE TABLE gone (row INTEGER PRIMARY KEY) STRICT;

  -- The pages of the walk under way that are done, by their places in the list, each with the rows of the tickets on it.
  CREATE TABLE walk_page (first INTEGER PRIMARY KEY, size INTEGER NOT NULL, rows TEXT NOT NULL) STRICT;

  -- Reference data for forms, and the files of tickets, all in the server's order.
  CREATE TABLE site (site TEXT PRIMARY KEY, address TEXT NOT NULL, city TEXT NOT NULL, metro TEXT NOT NULL, country TEXT NOT NULL)
    STRICT, WITHOUT ROWID;

  CREATE TABLE location (
    site TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    location TEXT NOT NULL,
    parent_id TEXT,
    PRIMARY KEY (site, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE category (
    position INTEGER PRIMARY KEY,
    request_type TEXT NOT NULL,
    category TEXT, -- NULL for a request type without any: the server refuses it
    refusal TEXT -- why, in the server's words
  ) STRICT;

  CREATE TABLE attachment (
    ticket_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_on TEXT NOT NULL,
    PRIMARY KEY (ticket_id, position)
  ) STRICT, WITHOUT ROWID;

  -- When each list was last fetched, empty ones included.
  CREATE TABLE fetched_list (name TEXT PRIMARY KEY, fetched_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Whether a detail was fetched long enough after the ticket's last change to hold all that came with it. Judged by the server's
 * clock when it is written: this computer's may be set before the detail is looked at again.
 */
const settledDetails = `
  ALTER TABLE detail ADD COLUMN is_settled INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX detail_unsettled ON detail (row) WHERE is_settled = 0;
`;

/** Each step takes the cache to the next version. A step that was released is never changed; see `migrate`. */
export const cacheMigrations: readonly string[] = [tables, settledDetails];

/** The version that the first step leads to. Versions 1 to 6 had other tables and were never released. */
export const firstCacheVersion = 7;

/*
 * The title index. Tickets arrive newest first, so each new title belongs on a different page of this index: keeping it up
 * to date takes a third of the time in which an empty cache is filled, and building it afterwards a few per cent.
 */

/** Only for a cache that holds no tickets. */
export function dropTitleIndex(database: Writer): void {
  database.run('DROP INDEX IF EXISTS ticket_by_title');
}

/** Whether the index is there: not during the first walk. */
export function hasTitleIndex(database: Reader): boolean {
  return database.first(`SELECT 1 AS one FROM sqlite_schema WHERE name = 'ticket_by_title'`) !== undefined;
}

/** Creates the index if it is missing, which takes a tenth of a second or more for a large account. */
export function createTitleIndex(database: Writer): void {
  database.run('CREATE INDEX IF NOT EXISTS ticket_by_title ON ticket (title_key, id)');
}
