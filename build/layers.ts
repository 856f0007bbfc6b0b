import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

/*
 * Who may import whom. Arrows run downward only: shell and main, bridge, what the application does, the three outside
 * worlds, the contract.
 */

const worlds = 'electron/(keychain|api|store|files|network)/';
const doings = 'electron/(session|sync|outbox|diagnostics)/';

type From = { path?: string; pathNot?: string };
type To = { path?: string; pathNot?: string | string[]; circular?: boolean; dependencyTypes?: ['core'] };

const forbidden = (name: string, comment: string, from: From, to: To): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
});

/** Each rule has a fixture in test/layers that must break it. */
export const layers: IConfiguration = {
  forbidden: [
    forbidden('no-circle', 'Files that import each other cannot be read one after the other.', {}, { circular: true }),
    forbidden(
      'contract-knows-nobody',
      'The contract is shared by all, so it may depend on nothing of ours.',
      { path: '^electron/contract/' },
      { path: '^(electron|renderer|build|test)/', pathNot: '^electron/contract/' },
    ),
    forbidden(
      'worlds-know-the-contract-only',
      'Keychain, API, store, files and network know neither each other nor what is done with them.',
      { path: `^${worlds}` },
      {
        path: '^(electron|renderer|build|test)/',
        pathNot: ['^electron/contract/', '^electron/$1/', '^electron/files/', '^electron/api/network[.]ts$'],
      },
    ),
    forbidden(
      'doings-know-nothing-above',
      'Session, sync and outbox do not know who shows or calls them.',
      { path: `^${doings}` },
      { path: '^(electron|renderer|build|test)/', pathNot: ['^electron/contract/', `^${worlds}`, `^${doings}`] },
    ),
    forbidden(
      'sync-and-outbox-know-no-session',
      'The session opens them, not the other way round.',
      { path: '^electron/(sync|outbox|diagnostics)/' },
      { path: '^electron/session/' },
    ),
    forbidden(
      'bridge-hands-on-only',
      'The bridge knows what it calls, but neither the shell nor the outside worlds.',
      { path: '^electron/bridge/' },
      { path: '^(electron|renderer|build|test)/', pathNot: ['^electron/contract/', '^electron/bridge/', `^${doings}`] },
    ),
    forbidden(
      'preload-knows-the-contract-only',
      'What the page is given comes from the contract.',
      { path: '^electron/(preload|attach-files)[.]ts$' },
      { path: '^(electron|renderer|build|test)/', pathNot: ['^electron/contract/', '^electron/attach-files[.]ts$'] },
    ),
    forbidden(
      'renderer-knows-the-contract-only',
      'The page has no secrets, no network and no files.',
      { path: '^renderer/' },
      { path: '^(electron|build|test)/', pathNot: '^electron/contract/' },
    ),
    forbidden(
      'renderer-is-no-node',
      'The page runs in a sandbox without Node.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    forbidden(
      'words-know-the-contract-only',
      'Every room of the page uses the words, so they can depend on none of them.',
      { path: '^renderer/words/' },
      { path: '^renderer/', pathNot: '^renderer/words/' },
    ),
    forbidden(
      'state-knows-no-view',
      'Stores and actions are what views are drawn from, and must run without any of them.',
      { path: '^renderer/state/' },
      { path: '^renderer/', pathNot: '^renderer/(state|words)/' },
    ),
    forbidden(
      'ui-knows-no-feature',
      'Buttons, dialogs and notes are used by every feature.',
      { path: '^renderer/ui/' },
      { path: '^renderer/', pathNot: '^renderer/(ui|state|words)/' },
    ),
    forbidden(
      'features-stand-side-by-side',
      'A feature is put together with others only in the files at the top of renderer/.',
      { path: '^renderer/([^/]+)/', pathNot: '^renderer/(ui|state|words)/' },
      { path: '^renderer/', pathNot: ['^renderer/$1/', '^renderer/(ui|state|words)/'] },
    ),
    forbidden(
      'demo-stands-alone',
      'The demo service speaks the vendor’s API; it must not share code with the client that is tested against it.',
      { path: '^electron/demo/' },
      { path: '^(electron|renderer|build|test)/', pathNot: ['^electron/contract/', '^electron/demo/'] },
    ),
    forbidden(
      'demo-is-started-only',
      'Only the shell starts the demo service.',
      { path: '^electron/(?!demo/|shell/)' },
      { path: '^electron/demo/' },
    ),
    forbidden(
      'electron-on-top-only',
      'What the application does runs in plain Node too, so that it can be tested there.',
      {
        path: '^electron/',
        pathNot:
          '^electron/(shell/|network/|diagnostics/probes[.]ts$|(main|application)[.]ts$|preload[.]ts$|bridge/ipc[.]ts$)',
      },
      { path: '(^|/)node_modules/electron/|^electron$' },
    ),
  ],
};

/** The two files that may touch raw IPC. */
export const ipcFiles: readonly string[] = ['electron/bridge/ipc.ts', 'electron/preload.ts'];

/** Whether a source touches raw IPC. */
export const touchesIpc = (source: string): boolean => /\bipc(?:Main|Renderer)\b|\.ipc\b/.test(source);
