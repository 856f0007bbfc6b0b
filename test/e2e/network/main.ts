/*
 * An application with nothing but Chromium's network, for test/e2e/no-silent-repeat.test.ts: the test calls `writes`, the
 * network of the application, and `plain`, an ordinary session, for comparison.
 */

import { app, session } from 'electron';
import { ProxySignIn } from '../../../electron/network/proxy-sign-in.ts';
import { WriteSessions } from '../../../electron/network/write-sessions.ts';

app.on('window-all-closed', () => undefined); // without a window it would quit at once

const writes = new WriteSessions(new ProxySignIn(async () => null));
Object.assign(globalThis, {
  writes,
  plain: (url: string, init?: RequestInit) => session.fromPartition('plain', { cache: false }).fetch(url, init),
});
