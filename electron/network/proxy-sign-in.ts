/*
 * The way through a proxy that wants a name and a password. Chromium signs in by itself where the system's own sign-in counts;
 * for a password it asks the program that made the request, and remembers the answer for the session.
 */

import { net, type Session } from 'electron';

export type ProxyCredentials = { user: string; password: string };

/** Asks the user for what the proxy wants; `null` when the user gives nothing. */
type AskUser = (proxy: { host: string; isRefused: boolean }) => Promise<ProxyCredentials | null>;

/** A user who was asked and gave nothing is left alone for as long. */
const pauseMs = 10 * 60_000;

const mostAttempts = 3;

/** Signs sessions in to the proxy, with one question for all of them. The password stays in memory. */
export class ProxySignIn {
  readonly #askUser: AskUser;
  #credentials: ProxyCredentials | null = null;
  #isRefused = false;
  #asking: Promise<ProxyCredentials | null> | null = null;
  #silentUntilMs = 0;

  constructor(askUser: AskUser) {
    this.#askUser = askUser;
  }

  /** Sends a request, and once more if the proxy wanted a password and has it now: what it refused got no further. */
  async send(session: Session, url: string, send: () => Promise<Response>): Promise<Response> {
    const sent = send();
    if (!(await isProxyRefusal(sent)) || !(await this.#signIn(session, url))) return await sent;
    return await send();
  }

  /** Makes a request with which the session signs in. Returns whether the proxy lets it through. */
  #signIn(session: Session, url: string): Promise<boolean> {
    const request = net.request({ method: 'HEAD', url: new URL(url).origin, session, redirect: 'manual' });
    let attempts = 0;
    return new Promise<boolean>((resolve) => {
      request.on('login', ({ isProxy, host }, answer) => {
        attempts += 1;
        if (!isProxy || attempts > mostAttempts) return answer();
        if (attempts > 1) this.#forgetRefused();
        this.#credentialsFor(host).then(
          (credentials) => (credentials ? answer(credentials.user, credentials.password) : answer()),
          () => answer(),
        );
      });
      request.on('response', ({ statusCode }) => {
        resolve(statusCode !== 407);
        request.abort();
      });
      request.on('redirect', () => {
        resolve(true); // that was the server
        request.abort();
      });
      request.on('error', () => resolve(false));
      request.end();
    });
  }

  #forgetRefused(): void {
    this.#credentials = null;
    this.#isRefused = true;
  }

  async #credentialsFor(host: string): Promise<ProxyCredentials | null> {
    if (this.#credentials) return this.#credentials;
    if (Date.now() < this.#silentUntilMs) return null;
    this.#asking ??= this.#askUser({ host, isRefused: this.#isRefused }).finally(() => {
      this.#asking = null;
    });
    this.#credentials = await this.#asking;
    if (!this.#credentials) this.#silentUntilMs = Date.now() + pauseMs;
    return this.#credentials;
  }
}

/** Whether a request came to its end at a proxy that wants a password. */
async function isProxyRefusal(sent: Promise<Response>): Promise<boolean> {
  return await sent.then(
    ({ status }) => status === 407,
    (error: unknown) => /PROXY_AUTH|407/.test(String(error instanceof Error ? error.message : error)),
  );
}
