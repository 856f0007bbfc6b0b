/*
 * The way through a proxy that wants a name and a password. Chromium signs in by itself where the system's own sign-in counts;
 * for a password it asks the program that made the request, and remembers the answer for the session.
 */

import { net, type Session } from 'electron';
import { Pause } from '../contract/pause.ts';

export type ProxyCredentials = { user: string; password: string };

/** Asks the user for what the proxy wants; `null` when the user gives nothing. */
type AskUser = (proxy: { host: string; isRefused: boolean }) => Promise<ProxyCredentials | null>;

/** A user who was asked and gave nothing is left alone for as long. */
const pauseMs = 10 * 60_000;

const mostAttempts = 3;

/** How long the proxy and the server may take for each answer. The time in which the user types a password does not count. */
const answerMs = 30_000;

/** Signs sessions in to the proxy, with one question for all of them. The password stays in memory. */
export class ProxySignIn {
  readonly #askUser: AskUser;
  #credentials: ProxyCredentials | null = null;
  #isRefused = false;
  #asking: Promise<ProxyCredentials | null> | null = null;
  #askedUntilMs = Number.NEGATIVE_INFINITY;
  readonly #silence = new Pause();

  constructor(askUser: AskUser) {
    this.#askUser = askUser;
  }

  /** As `WriteNetwork.userAskedUntilMs`. */
  userAskedUntilMs(): number {
    return this.#asking !== null ? performance.now() : this.#askedUntilMs;
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
    let tried: ProxyCredentials | null = null;
    let timer: NodeJS.Timeout | undefined;
    return new Promise<boolean>((resolve) => {
      const end = (isThrough: boolean) => {
        clearTimeout(timer);
        resolve(isThrough);
        request.abort();
      };
      const expectAnswer = () => {
        timer = setTimeout(() => end(false), answerMs);
      };
      request.on('login', ({ isProxy, host }, answer) => {
        clearTimeout(timer);
        attempts += 1;
        if (tried) this.#forgetRefused(tried);
        const reply = (credentials: ProxyCredentials | null) => {
          tried = credentials;
          expectAnswer();
          if (credentials) answer(credentials.user, credentials.password);
          else answer();
        };
        const wanted = isProxy && attempts <= mostAttempts ? this.#credentialsFor(host) : Promise.resolve(null);
        wanted.then(reply, () => reply(null));
      });
      request.on('response', ({ statusCode }) => end(statusCode !== 407));
      request.on('redirect', () => end(true)); // that was the server
      request.on('error', () => end(false));
      expectAnswer();
      request.end();
    });
  }

  /** Another session may have been given a newer password meanwhile: that one is not refused. */
  #forgetRefused(tried: ProxyCredentials): void {
    if (this.#credentials !== tried) return;
    this.#credentials = null;
    this.#isRefused = true;
  }

  async #credentialsFor(host: string): Promise<ProxyCredentials | null> {
    if (this.#credentials) return this.#credentials;
    if (!this.#silence.isOver) return null;
    if (!this.#asking) {
      this.#asking = this.#askUser({ host, isRefused: this.#isRefused }).finally(() => {
        this.#asking = null;
        this.#askedUntilMs = performance.now();
      });
      this.#isRefused = false; // the next question may have another reason
    }
    this.#credentials = await this.#asking;
    if (!this.#credentials) this.#silence.extend(pauseMs);
    return this.#credentials;
  }
}

/**
 * Whether a request came to its end at a proxy that wants a password. Every other failure may be one of a write that was
 * received, and must not be sent again.
 */
async function isProxyRefusal(sent: Promise<Response>): Promise<boolean> {
  return await sent.then(
    ({ status }) => status === 407,
    (error: unknown) => /\bERR_(UNEXPECTED_)?PROXY_AUTH/.test(String(error instanceof Error ? error.message : error)),
  );
}
