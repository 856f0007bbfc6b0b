/* What an open account is made with, and what it reports. */

import type { WriteNetwork } from '../api/network.ts';
import type { Rasterizer } from '../attachments/rasterizer.ts';
import type { QuietDays } from '../contract/attention.ts';
import type { ExportProgress } from '../contract/exports.ts';
import type { TicketId } from '../contract/ids.ts';
import type { NamedTicket } from '../contract/news.ts';
import type { VariableValues } from '../contract/template-text.ts';
import type { OutboxEvents } from '../outbox/outbox.ts';
import type { SyncEvents } from '../sync/sync-engine.ts';
import type { KnownAccount } from './registry.ts';
import type { Secrets } from './secrets.ts';

export type WorkspaceEvents = Omit<SyncEvents, 'onAnswered' | 'onTicketsChanged'> &
  Pick<OutboxEvents, 'onOutbox'> & {
    /** What the window shows of these tickets is different; `null` when that may be any. */
    onTicketsChanged(ids: TicketId[] | null, isFromWalk?: boolean): void;
    /** Snoozes of these tickets are over. */
    onReminders?(tickets: NamedTicket[]): void;
    /** Requests from the templates of these names were put before the user. */
    onPrepared?(templateNames: string[]): void;
    /** The rhythms, or the prepared requests that wait, are different. */
    onRepeatsChanged?(): void;
    /** The server refused changes of the user's to these tickets. */
    onRefused?(tickets: NamedTicket[]): void;
    /** How far an export, or the fetching before it, is. */
    onExportProgress?(progress: ExportProgress): void;
    /** A file in use turned out to be corrupt: `corruptFiles` says which. */
    onCorruptFile(): void;
  };

export type WorkspaceOptions = {
  /** Holds the account's files. */
  folder: string;
  baseUrl: () => Promise<string>;
  fetch: typeof fetch;
  /** Sends requests that change something on the server; `fetch` does when it is `undefined`. */
  writes: WriteNetwork | undefined;
  /** The login through which the account is reached at the moment: signing in again replaces it. */
  loginId: () => string;
  account: KnownAccount;
  secrets: Secrets;
  events: WorkspaceEvents;
  /** See `SyncOptions`. */
  historyDays: number;
  quietDays: QuietDays;
  /** What the known variables of templates stand for. */
  valuesAt: (now: Date, site: string) => VariableValues;
  isQuiet: boolean;
  /** How much of the disk kept files may take; `null` as long as that is not known. */
  keptFilesBytes: number | null;
  rasterizer: Rasterizer | null;
};
