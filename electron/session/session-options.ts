/* What a session is made with, and what it reports. */

import type { WriteNetwork } from '../api/network.ts';
import type { Rasterizer } from '../attachments/rasterizer.ts';
import type { Policy } from '../contract/policy.ts';
import type { SessionState } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import type { Vault } from '../keychain/vault.ts';
import type { DemoHost } from './environment.ts';
import type { WorkspaceEvents } from './workspace-options.ts';

export type SessionOptions = {
  userDataFolder: string;
  vault: Vault;
  fetch: typeof fetch;
  /** Sends requests that change something on the server; `fetch` does when it is left out. */
  writes?: WriteNetwork;
  /** Draws pictures and PDF files; without one they are not shown. */
  rasterizer?: Rasterizer;
  demo: DemoHost;
  policy: Policy;
  /** Has the page save what was typed, since another account is about to be opened; where there is no page, it is left out. */
  savePage?: () => Promise<void>;
  /** Sync and outbox begin after this, so that the tickets are on the screen first; at once when it is left out. */
  mayWork?: Promise<void>;
  /** Of the open account; `onNews`, `onReminders`, `onPrepared` and `onRefused` only while the user wants notifications. */
  events: Omit<WorkspaceEvents, 'onCorruptFile'> & {
    onSession(state: SessionState): void;
    /** The settings were read at the start, or changed. */
    onSettings?(settings: Settings): void;
  };
};
