import type { WriteNetwork } from '../api/network.ts';
import type { Credentials } from '../api/sign-in.ts';
import type { Outbox } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { Policy } from '../contract/policy.ts';
import type { Problem } from '../contract/problem.ts';
import type { SessionState } from '../contract/session.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { Vault } from '../keychain/vault.ts';

/** The built-in demo service: started when it is first needed. */
export interface DemoHost {
  baseUrl(): Promise<string>;
  readonly credentials: Credentials;
}

export type SessionOptions = {
  userDataFolder: string;
  vault: Vault;
  fetch: typeof fetch;
  /** The way of what changes something at the operator's; without it `fetch`. */
  writes?: WriteNetwork;
  demo: DemoHost;
  policy: Policy;
  /** Neither sync nor outbox begin before; without it, at once. For the start, which is to show tickets first. */
  mayWork?: Promise<void>;
  events: {
    onState(state: SessionState): void;
    onStatus(status: SyncStatus): void;
    onStale(ids: TicketId[]): void;
    onOutbox(outbox: Outbox): void;
    /** What a round found, where the user wants to be told of it. */
    onNews(news: TicketNews[]): void;
    /** What forms choose from changed: the locations of a site, or, for `null`, sites and categories. */
    onChoices(site: string | null): void;
    /** For the log; `error` is the failure itself and never shown. */
    onProblem(problem: Problem, error: unknown): void;
  };
};
