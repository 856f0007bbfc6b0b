/*
 * Which folder may import which. Imports run downward only: main and shell, bridge, services, adapters, contract; in the
 * page: the files at its top, features, ui, state, words. build/docs/architecture.md draws it.
 */

import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

/** What the application does, in plain Node: it can be tested without Electron. */
const services = 'electron/(session|sync|outbox|personal|diagnostics|exports|paper|handover|attachments)/';

/** The ways to the outside: the system’s keychain, the operator’s API, the cache, the user’s files. */
const adapters = 'electron/(keychain|api|store|files)/';

/** The sentences of the main process, in each language. */
const mainWords = '^electron/words/';

const anyOfOurs = '^(electron|renderer|build|test)/';

type From = { path?: string; pathNot?: string };
type To = { path?: string; pathNot?: string | string[]; circular?: boolean; dependencyTypes?: ['core'] };

const forbidden = (name: string, comment: string, from: From, to: To): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
});

/** The rules for dependency-cruiser. Each has a fixture in test/layers/layers.test.ts that must break it. */
export const layers: IConfiguration = {
  forbidden: [
    forbidden(
      'no-circle',
      'Files that import each other, be it types only, cannot be read one after the other.',
      {},
      { circular: true },
    ),
    forbidden(
      'contract-imports-nothing',
      'Every folder shares the contract, so it may depend on none of them.',
      { path: '^electron/contract/' },
      { path: anyOfOurs, pathNot: '^electron/contract/' },
    ),
    forbidden(
      'adapters-import-the-contract-only',
      'An adapter knows neither the other adapters nor its users; all may write files through electron/files.',
      { path: `^${adapters}` },
      { path: anyOfOurs, pathNot: ['^electron/contract/', '^electron/$1/', '^electron/files/', mainWords] },
    ),
    forbidden(
      'main-words-import-the-contract-only',
      'Every part of the main process uses the words, so they may depend on none of them.',
      { path: '^electron/words/' },
      { path: anyOfOurs, pathNot: ['^electron/contract/', '^electron/words/'] },
    ),
    forbidden(
      'network-imports-its-interface-only',
      'Chromium’s network implements what the API client asks for, and is handed to it by the application.',
      { path: '^electron/network/' },
      { path: anyOfOurs, pathNot: ['^electron/contract/', '^electron/network/', '^electron/api/network[.]ts$'] },
    ),
    forbidden(
      'services-import-nothing-above',
      'Services know neither their callers nor Chromium’s network, which only exists in Electron.',
      { path: `^${services}` },
      { path: anyOfOurs, pathNot: ['^electron/contract/', `^${adapters}`, `^${services}`, mainWords] },
    ),
    forbidden(
      'no-service-imports-the-session',
      'The session opens the other services, not the other way round.',
      { path: '^electron/(sync|outbox|personal|diagnostics|exports|paper|handover|attachments)/' },
      { path: '^electron/session/' },
    ),
    forbidden(
      'bridge-imports-services-only',
      'The bridge passes calls on; it reaches neither the shell nor the adapters.',
      { path: '^electron/bridge/' },
      { path: anyOfOurs, pathNot: ['^electron/contract/', '^electron/bridge/', `^${services}`, mainWords] },
    ),
    forbidden(
      'preload-imports-the-contract-only',
      'The page is given what the contract names and nothing else.',
      { path: '^electron/(preload|attach-files|held-input)[.]ts$' },
      { path: anyOfOurs, pathNot: ['^electron/contract/', '^electron/(attach-files|held-input)[.]ts$'] },
    ),
    forbidden(
      'renderer-imports-the-contract-only',
      'The page has no secrets, no network and no files.',
      { path: '^renderer/' },
      { path: '^(electron|build|test)/', pathNot: '^electron/contract/' },
    ),
    forbidden(
      'renderer-imports-no-node',
      'The page runs in a sandbox without Node.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    forbidden(
      'words-import-the-contract-only',
      'Every folder of the page uses the words, so they may depend on none of them.',
      { path: '^renderer/words/' },
      { path: '^renderer/', pathNot: '^renderer/words/' },
    ),
    forbidden(
      'state-imports-no-view',
      'Stores and actions run without the components that show them.',
      { path: '^renderer/state/' },
      { path: '^renderer/', pathNot: '^renderer/(state|words)/' },
    ),
    forbidden(
      'ui-imports-no-feature',
      'Every feature uses the buttons, dialogs and notes.',
      { path: '^renderer/ui/' },
      { path: '^renderer/', pathNot: '^renderer/(ui|state|words)/' },
    ),
    forbidden(
      'features-import-no-feature',
      'Only the files at the top of renderer/ put features together.',
      { path: '^renderer/([^/]+)/', pathNot: '^renderer/(ui|state|words)/' },
      { path: '^renderer/', pathNot: ['^renderer/$1/', '^renderer/(ui|state|words)/'] },
    ),
    forbidden(
      'demo-imports-the-contract-only',
      'The demo service plays the operator’s API; it must not share code with the client that is tested against it.',
      { path: '^electron/demo/' },
      { path: anyOfOurs, pathNot: ['^electron/contract/', '^electron/demo/'] },
    ),
    forbidden(
      'only-the-shell-starts-the-demo',
      'The demo service is a server like the operator’s: the rest of the application reaches it over HTTP.',
      { path: '^electron/(?!demo/|shell/)' },
      { path: '^electron/demo/' },
    ),
    forbidden(
      'only-the-top-imports-electron',
      'Services and adapters run in plain Node too, so that they can be tested there.',
      {
        path: '^electron/',
        pathNot:
          '^electron/(shell/|network/|diagnostics/probes[.]ts$|(main|application)[.]ts$|preload[.]ts$|bridge/ipc[.]ts$)',
      },
      { path: '(^|/)node_modules/electron/|^electron$' },
    ),
  ],
};

/** The only two files that may touch raw IPC. */
export const ipcFiles: readonly string[] = ['electron/bridge/ipc.ts', 'electron/preload.ts'];

/** Whether a source touches raw IPC. */
export const touchesIpc = (source: string): boolean => /\bipc(?:Main|Renderer)\b|\.ipc\b/.test(source);
