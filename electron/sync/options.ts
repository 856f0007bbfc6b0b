import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { ChoicesEvents } from './choices.ts';
import { walkIntervalMs } from './schedule.ts';

export type SyncEvents = ChoicesEvents & {
  onStatus(status: SyncStatus): void;
  onChanged(ids: TicketId[]): void;
  /** What a round found and the user did not do here; told once, and nothing of the first fill. */
  onNews?(news: TicketNews[]): void;
  /** The cache turned out to be unreadable while in use. */
  onCorruptCache(): void;
};

export type SyncOptions = {
  /** Details of all tickets that changed within so many days are kept for reading without a network. */
  historyDays: number;
  /** How often the whole list is walked. */
  walkIntervalMs: number;
};

export const defaultOptions: SyncOptions = { historyDays: 90, walkIntervalMs };
