import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { Walk } from '../store/sync-state.ts';

/** Asked of the server for each page; it may give less and says so in `pageable.size`. */
const wantedPageSize = 200;

/** How often a walk is repeated when tickets moved between its pages, before the next round takes over. */
const maxWalks = 3;

export type WalkTools = {
  api: ApiClient;
  cache: Cache;
  signal: AbortSignal;
  onProgress(progress: { done: number; total: number }): void;
  onChanged(ids: TicketId[]): void;
};

/**
 * Makes the cache hold what the whole list holds, page after page, going on where an interrupted walk stopped.
 *
 * The list may move while it is walked. A row that is met twice is written twice, which does no harm; one that slipped
 * to a page already read shows as a difference to the server's total, and the walk is made again. A cached ticket that no
 * page held is asked for by itself, and removed only when the server says that it does not know it.
 */
export async function walkList(tools: WalkTools): Promise<void> {
  for (let attempt = 1; attempt <= maxWalks; attempt++) {
    const walk = await walkPages(tools, tools.cache.walk() ?? tools.cache.beginWalk());
    await settleUnseen(tools, walk);
    const isWhole = tools.cache.countSeen(walk.number) >= walk.total;
    if (isWhole || attempt === maxWalks) {
      tools.cache.finishWalk(Date.now());
      return;
    }
    tools.cache.beginWalk();
  }
}

async function walkPages({ api, cache, signal, onProgress, onChanged }: WalkTools, begun: Walk): Promise<Walk> {
  let walk = begun;
  // Once the honoured size is known it is what is asked for, so that page numbers mean the same throughout.
  let size = walk.nextPage === 0 ? wantedPageSize : walk.pageSize;
  for (;;) {
    const page = await api.listTickets(walk.nextPage, size, signal);
    if (page.size !== size && walk.nextPage > 0) {
      // The server changed its mind about the size in the middle: page numbers lost their meaning.
      walk = { ...walk, nextPage: 0 };
      size = wantedPageSize;
      continue;
    }
    size = page.size;
    walk = { ...walk, nextPage: walk.nextPage + 1, pageSize: size, total: page.totalElements };
    const changed = cache.savePage(walk, page.tickets);
    onProgress({ done: Math.min(walk.nextPage * size, page.totalElements), total: page.totalElements });
    if (changed.length > 0) onChanged(changed);
    if (page.isLast || walk.nextPage >= page.totalPages) return walk;
  }
}

async function settleUnseen({ api, cache, signal, onChanged }: WalkTools, walk: Walk): Promise<void> {
  for (const id of cache.unseen(walk.number)) {
    try {
      const { summary, detail } = await api.readTicket(id, signal);
      cache.saveTicket(summary, detail, Date.now());
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'not-found') throw error;
      cache.remove(id);
    }
    onChanged([id]);
  }
}
