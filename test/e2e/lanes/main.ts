import { app, session } from 'electron';
import { WriteSessions } from '../../../electron/network/write-sessions.ts';

/*
 * An application that is nothing but Chromium's network: the test drives both ways out of it. No window keeps it open;
 * it ends when it is told to.
 */

app.on('window-all-closed', () => undefined);

const lanes = new WriteSessions();
Object.assign(globalThis, {
  lanes,
  plain: (url: string, init?: RequestInit) => session.fromPartition('plain', { cache: false }).fetch(url, init),
});
