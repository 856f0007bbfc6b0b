import { type Session, session } from 'electron';

/** For each of these Chromium opens up to six connections to a server, so that a first sync has as many as it asks with (sync/lanes.ts). */
const sessionNames = ['api-1', 'api-2', 'api-3'];

/**
 * Chromium's network for what only reads: the system's proxy and certificates count. Requests take turns between sessions
 * of their own; where the server speaks HTTP/2 that makes no difference but a second connection. They live in memory: no
 * answer is ever cached on the disk.
 */
export function readingFetch(): typeof fetch {
  let turn = 0;
  return (input, init) => {
    turn = (turn + 1) % sessionNames.length;
    return sessionNamed(sessionNames[turn]).fetch(input as string | Request, init);
  };
}

/** One of these sessions, to ask how it would go to a server. */
export const readingSession = (): Session => sessionNamed(sessionNames[0]);

function sessionNamed(name = ''): Session {
  return session.fromPartition(name, { cache: false });
}
