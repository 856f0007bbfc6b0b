import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type ProxyCredentials, ProxySignIn } from '../../electron/network/proxy-sign-in.ts';

const session = {} as Session;
const url = 'https://operator.example/api/tickets';

/** The password that the proxy wants, and what was asked of it. */
const proxy = vi.hoisted(() => ({ password: '', isHanging: false, asked: [] as unknown[] }));

/** A request that the proxy asks for a password until it is right, or the program gives up. */
class FakeRequest extends EventEmitter {
  abort = () => undefined;
  end(): void {
    const challenge = () =>
      this.emit('login', { isProxy: true, host: 'proxy.example' }, (_user?: string, password?: string) => {
        if (password === undefined) this.emit('response', { statusCode: 407 });
        else if (password === proxy.password)
          this.emit('response', { statusCode: 401 }); // the server’s own answer
        else challenge();
      });
    if (!proxy.isHanging) queueMicrotask(challenge);
  }
}
vi.mock('electron', () => ({
  net: {
    request(options: unknown) {
      proxy.asked.push(options);
      return new FakeRequest();
    },
  },
}));

beforeEach(() => {
  proxy.password = 'right';
  proxy.isHanging = false;
  proxy.asked = [];
});

const refusal = async () => new Response(null, { status: 407 });
const right = { user: 'u', password: 'right' };
const wrong = { user: 'u', password: 'wrong' };

/** Sends a request that the proxy refuses the first time. */
function send(signIn: ProxySignIn, first: () => Promise<Response> = refusal) {
  const work = vi.fn<() => Promise<Response>>().mockImplementationOnce(first).mockResolvedValue(new Response('answer'));
  return { work, sent: signIn.send(session, url, work) };
}

it.each<[string, () => Promise<Response>]>([
  ['an answer of its own', refusal],
  ['an error of Chromium', () => Promise.reject(new Error('net::ERR_PROXY_AUTH_REQUESTED'))],
  ['another error of Chromium', () => Promise.reject(new Error('net::ERR_UNEXPECTED_PROXY_AUTH'))],
])('asks for what the proxy wants, and sends again what it refused with %s', async (_case, first) => {
  const ask = vi.fn(async () => right);
  const { work, sent } = send(new ProxySignIn(ask), first);
  expect(await (await sent).text()).toBe('answer');
  expect(work).toHaveBeenCalledTimes(2);
  expect(ask).toHaveBeenCalledExactlyOnceWith({ host: 'proxy.example', isRefused: false });
  expect(proxy.asked).toEqual([
    { method: 'HEAD', url: 'https://operator.example', session, redirect: 'manual' }, // nothing of the request itself
  ]);
});

it('asks once for requests that are refused together, and never again', async () => {
  const ask = vi.fn(async () => right);
  const signIn = new ProxySignIn(ask);
  await Promise.all([send(signIn).sent, send(signIn).sent, send(signIn).sent]);
  await send(signIn).sent;
  expect(ask).toHaveBeenCalledOnce();
});

it('says that a password was refused, and does not use it again', async () => {
  const ask = vi.fn<() => Promise<ProxyCredentials>>().mockResolvedValueOnce(wrong).mockResolvedValue(right);
  const { sent } = send(new ProxySignIn(ask));
  expect((await sent).status).toBe(200);
  expect(ask).toHaveBeenLastCalledWith({ host: 'proxy.example', isRefused: true });
});

it('begins a later question without a refusal that the user has heard of', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn<() => Promise<ProxyCredentials | null>>().mockResolvedValueOnce(wrong).mockResolvedValue(null);
  const signIn = new ProxySignIn(ask);
  await Promise.all([send(signIn).sent, send(signIn).sent]);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.setSystemTime(Date.now() + 600_001);
  await send(signIn).sent;
  expect(ask).toHaveBeenLastCalledWith({ host: 'proxy.example', isRefused: false });
});

it('gives up a proxy that does not answer, but not a user who types', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn(() => new Promise<ProxyCredentials>((resolve) => setTimeout(() => resolve(right), 300_000)));
  const signIn = new ProxySignIn(ask);
  expect(signIn.userAskedUntilMs()).toBe(Number.NEGATIVE_INFINITY);
  const typed = send(signIn).sent;
  await vi.advanceTimersByTimeAsync(200_000);
  expect(signIn.userAskedUntilMs()).toBeCloseTo(performance.now(), -3);
  await vi.advanceTimersByTimeAsync(100_000);
  expect((await typed).status).toBe(200);
  proxy.isHanging = true;
  const { work, sent } = send(signIn);
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await sent).status).toBe(407);
  expect(work).toHaveBeenCalledOnce();
});

it('stops after three passwords that are refused', async () => {
  const ask = vi.fn(async () => wrong);
  const { work, sent } = send(new ProxySignIn(ask));
  expect((await sent).status).toBe(407);
  expect(ask).toHaveBeenCalledTimes(3);
  expect(work).toHaveBeenCalledOnce();
});

it('leaves a user alone who gives none, for ten minutes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn(async () => null);
  const signIn = new ProxySignIn(ask);
  expect((await send(signIn).sent).status).toBe(407);
  await send(signIn).sent;
  expect(ask).toHaveBeenCalledOnce();
  vi.setSystemTime(Date.now() + 600_001);
  await send(signIn).sent;
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks again after ten minutes although the clock was set back', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn(async () => null);
  const signIn = new ProxySignIn(ask);
  await send(signIn).sent;
  vi.setSystemTime(Date.now() - 24 * 60 * 60_000);
  vi.advanceTimersByTime(600_001);
  await send(signIn).sent;
  expect(ask).toHaveBeenCalledTimes(2);
});

it('passes on every other answer and failure', async () => {
  const ask = vi.fn(async () => right);
  const signIn = new ProxySignIn(ask);
  const answer = send(signIn, async () => new Response(null, { status: 403 }));
  expect((await answer.sent).status).toBe(403);
  await expect(send(signIn, () => Promise.reject(new Error('net::ERR_TIMED_OUT'))).sent).rejects.toThrow('TIMED_OUT');
  const lost = send(signIn, () => Promise.reject(new Error('connect ECONNRESET 10.1.2.3:54071')));
  await expect(lost.sent).rejects.toThrow('ECONNRESET');
  expect(lost.work).toHaveBeenCalledOnce();
  expect(ask).not.toHaveBeenCalled();
});
