import type { ServerResponse } from 'node:http';

const intervalMs = 50;

/** Makes a response that is yet to be written arrive a few bytes at a time, until it is whole or nobody listens any more. */
export function drip(response: ServerResponse, bytesPerS: number): void {
  const { write, end } = response;
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (chunk: unknown) => {
    collect(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    collect(chunk);
    Object.assign(response, { write, end });
    const body = Buffer.concat(chunks);
    const stepBytes = Math.max(1, Math.round((bytesPerS * intervalMs) / 1_000));
    let sentBytes = 0;
    const timer = setInterval(() => {
      response.write(body.subarray(sentBytes, sentBytes + stepBytes));
      sentBytes += stepBytes;
      if (sentBytes < body.length) return;
      clearInterval(timer);
      response.end();
    }, intervalMs);
    response.once('close', () => clearInterval(timer));
    return response;
  };
}
