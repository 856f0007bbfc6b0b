import { release, version } from 'node:os';
import { app, type Session } from 'electron';
import type { NetworkProbes } from './diagnosis.ts';

/** Chromium's own view of the network: the system's proxy settings, and its way of looking names up. */
export function probesOf(session: () => Session): NetworkProbes {
  return {
    proxyFor: (url) => session().resolveProxy(url),
    async addressesOf(host) {
      const { endpoints } = await session().resolveHost(host);
      return endpoints.map(({ address }) => address);
    },
  };
}

/** Which Colodesk this is, and on what it runs. */
export function describeProgram(): { program: string; system: string } {
  const { electron, chrome } = process.versions;
  return {
    program: `Colodesk ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}`,
    system: `${process.platform} ${process.arch}, ${version()} ${release()}, ${app.getLocale()}`,
  };
}
