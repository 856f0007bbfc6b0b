import type { OutboxItem } from '../contract/change.ts';
import type { NewTicket } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import type { SqliteFile } from '../store/database.ts';
import { ChangeTable } from './change-table.ts';
import { confirmChange } from './confirm.ts';
import { Drafts } from './drafts.ts';
import { FilePieces } from './file-pieces.ts';
import { type Insight, Inspector } from './inspector.ts';
import { dependentsOf, itemsOf } from './items.ts';
import { News } from './news.ts';
import { expectOffered } from './offered.ts';
import type { OutboxOptions } from './options.ts';
import { type Pace, unhurried } from './pace.ts';
import { Sender } from './sender.ts';
import type { StoredChange } from './stored-change.ts';
import { Templates } from './templates.ts';
import { View } from './view.ts';

/** What the outbox is made of, and what several of its methods do. */
export type Parts = {
  file: SqliteFile;
  table: ChangeTable;
  pieces: FilePieces;
  drafts: Drafts;
  templates: Templates;
  view: View;
  sender: Sender;
  inspector: Inspector;
  pace: Pace;
  closed: AbortController;
  nowMs: () => number;
  items(): OutboxItem[];
  /** @throws ProblemError `invalid-input` for what is known not to be offered */
  expectOffered(fields: NewTicket): void;
  /** The changes that are discarded with one. */
  dependentsOf(stored: StoredChange): StoredChange[];
  confirm(stored: StoredChange, insight: Extract<Insight, { kind: 'done' }>): void;
  tellNews(): void;
  tellChanged(ids: TicketId[]): void;
  /** Removes copies of files that nobody needs any more, in the background. */
  sweep(): void;
  /** Removes what stands in the log for longer than it is kept. */
  trimLog(): void;
};

/** How long what was sent stays to be read; as the README has it. */
const logKeptMs = 365 * 24 * 60 * 60_000;

/** Puts the parts together around the opened file. */
export function makeParts(file: SqliteFile, options: OutboxOptions): Parts {
  const { api, cache, wasSurelyNotDone, skewMs, events, pace = unhurried, nowMs = Date.now } = options;
  file.onUnreadable = () => {
    file.onUnreadable = null;
    events.onCorrupt();
  };
  const closed = new AbortController();
  const table = new ChangeTable(file);
  table.recover();
  const pieces = new FilePieces(file);
  const inspector = new Inspector({ api, table, skewMs });
  const sweep = () =>
    void pieces.sweep(closed.signal).catch((error: unknown) => events.onProblem(problemOf(error), error));
  const items = () => itemsOf(table.pending(), (id) => sender.progressOf(id));
  const news = new News(() => {
    if (!closed.signal.aborted) events.onOutbox({ items: items() });
  });
  const fetchedCatalogue = () => {
    try {
      return cache.catalogue() ?? [];
    } catch (error) {
      events.onProblem(problemOf(error), error); // a cache that is damaged keeps nobody from writing
      return null;
    }
  };
  const confirm = (stored: StoredChange, insight: Extract<Insight, { kind: 'done' }>) => {
    confirmChange(stored, insight, { table, cache, events, nowMs });
    news.tell();
    if (stored.change.kind === 'attachment') sweep();
  };
  const sender = new Sender({
    ...{ table, api, inspector, wasSurelyNotDone, pace, nowMs, skewMs },
    chunksOf: (id) => pieces.read(id),
    alike: ({ change }) => (change.kind === 'create' ? cache.alike(trimmed(change.fields)) : []),
    onNews: () => news.tell(),
    onSending: ({ ticketId, change }) => events.onSending(ticketId, change.kind),
    onConfirmed: confirm,
    onProblem: events.onProblem,
  });
  return {
    ...{ file, table, pieces, sender, inspector, pace, closed, nowMs, items, confirm, sweep },
    expectOffered(fields) {
      const fetched = fetchedCatalogue();
      if (fetched) expectOffered(fields, fetched);
    },
    trimLog() {
      try {
        table.forgetSent(nowMs() - logKeptMs);
      } catch (error) {
        events.onProblem(problemOf(error), error); // it stays for another while
      }
    },
    drafts: new Drafts(file, nowMs),
    templates: new Templates(file),
    view: new View(table, cache),
    dependentsOf: (stored) => dependentsOf(stored, table.pending()),
    tellNews: () => news.tell(),
    tellChanged: (ids) => {
      news.tell();
      events.onChanged(ids);
    },
  };
}

/** As the cache has it. */
function trimmed({ title, site, requestType, category }: NewTicket) {
  return { title: title.trim(), site: site.trim(), requestType: requestType.trim(), category: category.trim() };
}
