import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { DemoProcess } from '../../electron/shell/demo-process.ts';

/** A process that says what it is told to, and confirms each command. */
class FakeProcess extends EventEmitter {
  postMessage(command: unknown) {
    setImmediate(() => this.emit('message', command));
  }
}

const forked: FakeProcess[] = vi.hoisted(() => []);

vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const process = new FakeProcess();
      forked.push(process);
      return process;
    },
  },
}));
vi.mock('../../electron/shell/log.ts', () => ({ logLine: () => undefined }));

/** Lets the newest process say that it listens. */
const comeUp = (baseUrl: string) => forked.at(-1)?.emit('message', { kind: 'ready', baseUrl });

it('starts one service for all who need it, and another after one that failed or has ended', async () => {
  forked.length = 0;
  const demo = new DemoProcess('demo-process.js', () => undefined);
  const failing = [demo.baseUrl(), demo.baseUrl()];
  forked[0]?.emit('exit', 1);
  for (const asked of failing) await expect(asked).rejects.toThrow('ended with code 1');

  const second = demo.baseUrl();
  comeUp('http://127.0.0.1:1');
  expect([await second, await demo.baseUrl()]).toEqual(['http://127.0.0.1:1', 'http://127.0.0.1:1']);
  expect(forked).toHaveLength(2);

  forked[1]?.emit('exit', 0);
  const third = demo.baseUrl();
  comeUp('http://127.0.0.1:2');
  expect(await third).toBe('http://127.0.0.1:2');
});

it('passes on that the tickets have changed', async () => {
  const onNews = vi.fn();
  const asked = new DemoProcess('demo-process.js', onNews).baseUrl();
  comeUp('http://127.0.0.1:1');
  await asked;
  forked.at(-1)?.emit('message', { kind: 'anything' });
  expect(onNews).not.toHaveBeenCalled();
  forked.at(-1)?.emit('message', { kind: 'news' });
  expect(onNews).toHaveBeenCalledOnce();
});

it('knows whether its network is there, also when a service has ended without it', async () => {
  const demo = new DemoProcess('demo-process.js', () => undefined);
  expect(demo.isConnected).toBe(true);
  const asked = demo.baseUrl();
  comeUp('http://127.0.0.1:1');
  await asked;
  await demo.setNetwork(false);
  expect(demo.isConnected).toBe(false);
  forked.at(-1)?.emit('exit', 1);
  expect(demo.isConnected).toBe(true);
});

it('listens no longer to a process than it has to', async () => {
  const demo = new DemoProcess('demo-process.js', () => undefined);
  const asked = demo.baseUrl();
  comeUp('http://127.0.0.1:1');
  await asked;
  const process = forked.at(-1);
  const before = [process?.listenerCount('exit'), process?.listenerCount('message')];
  for (const isConnected of [false, true, false]) await demo.setNetwork(isConnected);
  expect([process?.listenerCount('exit'), process?.listenerCount('message')]).toEqual(before);
});
