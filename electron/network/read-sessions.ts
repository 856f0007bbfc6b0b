import { type Session, session } from 'electron';
import type { ProxySignIn } from './proxy-sign-in.ts';

/** Chromium opens up to six connections a server in each session: three sessions carry as many requests as a first sync makes at once (sync/concurrency.ts). */
const sessionNames = ['api-1', 'api-2', 'api-3'];

/**
 * Returns a `fetch` through Chromium's network for requests that only read, so that the system's proxy and certificates
 * count. Requests take turns between sessions; with HTTP/2 this costs no more than a second and a third connection. The
 * sessions are in memory, so no response is ever cached on disk.
 */
export function readingFetch(proxy: ProxySignIn): typeof fetch {
  let turn = 0;
  return async (input, init) => {
    turn = (turn + 1) % sessionNames.length;
    const session = sessionNamed(sessionNames[turn]);
    const request = new Request(input, init);
    return await proxy.send(session, request.url, () => session.fetch(request.clone()));
  };
}

/** One of these sessions, for diagnosis: which proxy a request to a server would take. */
export const readingSession = (): Session => sessionNamed(sessionNames[0]);

function sessionNamed(name = ''): Session {
  return session.fromPartition(name, { cache: false });
}
