import { release, version } from 'node:os';
import { app, type Session } from 'electron';
import type { SystemProbes } from './diagnosis.ts';

/** Asks Electron and the system: the system's proxy settings, Chromium's name resolution, and all versions. */
export function electronProbes(session: () => Session): SystemProbes {
  return {
    proxyFor: (url) => session().resolveProxy(url),
    async addressesOf(host) {
      const { endpoints } = await session().resolveHost(host);
      return endpoints.map(({ address }) => address);
    },
    versions() {
      const { electron, chrome } = process.versions;
      return {
        program: `Colodesk ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}`,
        system: `${process.platform} ${process.arch}, ${version()} ${release()}, ${app.getLocale()}`,
      };
    },
  };
}
