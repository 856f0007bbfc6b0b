import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { ProxySignIn } from '../../electron/network/proxy-sign-in.ts';
import { WriteSessions } from '../../electron/network/write-sessions.ts';

const url = 'https://operator.example/api/tickets';

/**
 * Whether the proxy has its password, what the server answers, and how each request was sent: on a connection of its own, or on one
 * that was used before.
 */
const network = vi.hoisted(() => ({ isSignedIn: false, status: 201, sent: [] as string[] }));

/** A network session of Chromium’s, which keeps its connection open and uses it again. */
class FakeSession {
  #isOpen = false;

  /** Returns the status that a request is answered with. */
  send(method: string): number {
    network.sent.push(`${method} on ${this.#isOpen ? 'a used' : 'a new'} connection`);
    this.#isOpen = true;
    return network.isSignedIn ? network.status : 407;
  }

  closeAllConnections = async () => {
    this.#isOpen = false;
  };

  fetch = async ({ method }: Request) => {
    const status = this.send(method);
    return new Response(status === 204 ? null : '{}', { status });
  };
}

/** A request whose proxy asks for a password first, if it is one that can be asked. */
class FakeRequest extends EventEmitter {
  readonly #options: { method: string; session: FakeSession };
  constructor(options: { method: string; session: FakeSession }) {
    super();
    this.#options = options;
  }
  setHeader = () => undefined;
  abort = () => undefined;
  getUploadProgress = () => ({ current: 0 });
  end(): void {
    const { method, session } = this.#options;
    const respond = () => {
      const response = Object.assign(new EventEmitter(), { statusCode: session.send(method), headers: {} });
      this.emit('response', response);
      response.emit('end');
    };
    if (network.isSignedIn || method !== 'HEAD') queueMicrotask(respond);
    else
      queueMicrotask(() =>
        this.emit('login', { isProxy: true, host: 'proxy.example' }, () => {
          network.isSignedIn = true;
          respond();
        }),
      );
  }
}
vi.mock('electron', () => ({
  session: { fromPartition: () => new FakeSession() },
  net: { request: (options: { method: string; session: FakeSession }) => new FakeRequest(options) },
}));

beforeEach(() => {
  network.isSignedIn = false;
  network.status = 201;
  network.sent = [];
});

const aBody = new Uint8Array([1]);
const anUpload = { url, headers: {}, body: aBody, onProgress: () => undefined, signal: new AbortController().signal };

const ways: [string, (writes: WriteSessions) => Promise<Response>][] = [
  ['a request', (writes) => writes.fetch(url, { method: 'POST', body: '{}' })],
  ['a file', (writes) => writes.upload(anUpload)],
];

it.each(ways)(
  '%s has a new connection, also after a sign-in to the proxy and after another one',
  async (_what, write) => {
    const writes = new WriteSessions(new ProxySignIn(async () => ({ user: 'u', password: 'right' })));
    expect([(await write(writes)).status, (await write(writes)).status]).toEqual([201, 201]);
    const post = 'POST on a new connection';
    expect(network.sent).toEqual([post, expect.stringContaining('HEAD'), post, post]);
  },
);

it.each(ways)('%s may be answered without a body', async (_what, write) => {
  network.isSignedIn = true;
  network.status = 204;
  expect((await write(new WriteSessions(new ProxySignIn(async () => null)))).status).toBe(204);
});

it('a file whose answer nobody can make sense of is not waited for', async () => {
  network.isSignedIn = true;
  network.status = 600;
  await expect(new WriteSessions(new ProxySignIn(async () => null)).upload(anUpload)).rejects.toThrow(RangeError);
});
