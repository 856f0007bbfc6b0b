import { contextBridge, ipcRenderer } from 'electron';
import type { Desk, EventName, Events, Outcome } from './contract/calls.ts';
import { callChannel, eventChannel } from './contract/channels.ts';

/*
 * The one object that the page gets. It names every call and event of the contract (the compiler fails when one is
 * missing) and nothing else: the page can neither choose a channel nor touch IPC.
 */

// Only the types come from contract/calls.ts: its schemas would bring zod into the preload script.
const call =
  (group: string, name: string) =>
  <T>(request: unknown = null): Promise<Outcome<T>> =>
    ipcRenderer.invoke(callChannel(group, name), request);

const desk: Desk = {
  session: {
    state: call('session', 'state'),
    signIn: call('session', 'signIn'),
    tryDemo: call('session', 'tryDemo'),
    choose: call('session', 'choose'),
    signOut: call('session', 'signOut'),
    retry: call('session', 'retry'),
  },
  tickets: {
    page: call('tickets', 'page'),
    read: call('tickets', 'read'),
    choices: call('tickets', 'choices'),
    takeWanted: call('tickets', 'takeWanted'),
  },
  sync: {
    status: call('sync', 'status'),
    now: call('sync', 'now'),
    pause: call('sync', 'pause'),
  },
  system: {
    policy: call('system', 'policy'),
    networkChanged: call('system', 'networkChanged'),
    openLink: call('system', 'openLink'),
    diagnose: call('system', 'diagnose'),
    copyDiagnosis: call('system', 'copyDiagnosis'),
    copyText: call('system', 'copyText'),
  },
  demo: {
    setNetwork: call('demo', 'setNetwork'),
  },
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void) {
    const known: readonly EventName[] = ['session', 'status', 'stale', 'ticketWanted', 'help'];
    if (!known.includes(event)) return () => undefined;
    const receive = (_event: unknown, payload: Events[E]) => listener(payload);
    ipcRenderer.on(eventChannel(event), receive);
    return () => ipcRenderer.off(eventChannel(event), receive);
  },
};

contextBridge.exposeInMainWorld('desk', desk);
