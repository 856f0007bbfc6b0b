import { type Session, session } from 'electron';
import type { UploadRequest, WriteNetwork } from '../api/network.ts';
import { sendBody } from './upload.ts';

/**
 * Chromium's network for what changes something at the operator's.
 *
 * Chromium keeps connections open and uses them again. When such a connection dies before the first byte of an answer has
 * come, it supposes that the server had closed it while it was idle, opens another one and sends the request again,
 * without a word, and whatever the method. If the server had in fact worked on the request and only the answer was lost,
 * a ticket is created twice. Nothing in a request switches this off. It is done only on connections that were used
 * before (and, for the same reason, when a ping goes unanswered on one of HTTP/2).
 *
 * So a write never meets one: it has a lane, a network session of its own without cache and with its own connections, and
 * before each write all connections of the lane are closed. What dies then was new, and dies as an error that the outbox
 * hears of. Closing would also break off what is still under way in the lane, so a lane carries one write at a time, and
 * there are as many as there ever were writes side by side.
 *
 * `test/e2e/no-silent-repeat.test.ts` shows both: that the repetition happens, and that it does not happen here.
 */
export class WriteLanes implements WriteNetwork {
  readonly #free: Session[] = [];
  #count = 0;

  readonly fetch: typeof fetch = (input, init) =>
    this.#inLane(async (lane) => wholeOf(await lane.fetch(input as string | Request, init)));

  upload(request: UploadRequest): Promise<Response> {
    return this.#inLane((lane) => sendBody(lane, request));
  }

  async #inLane<T>(send: (lane: Session) => Promise<T>): Promise<T> {
    const lane = this.#free.pop() ?? this.#newLane();
    try {
      await lane.closeAllConnections();
      return await send(lane);
    } finally {
      this.#free.push(lane);
    }
  }

  #newLane(): Session {
    this.#count += 1;
    return session.fromPartition(`write-${this.#count}`, { cache: false });
  }
}

const statusesWithoutBody = [204, 205, 304];

/** The answer with all of its body here, so that the lane is free. */
async function wholeOf(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  return new Response(statusesWithoutBody.includes(status) ? null : body, { status, statusText, headers });
}
