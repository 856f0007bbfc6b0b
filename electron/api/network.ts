/**
 * The network for requests that change something (`electron/network` implements it with Chromium). A request is sent once
 * or fails; the network never repeats it by itself. Both methods wait for the whole body of the response, and follow no
 * redirect.
 */
export interface WriteNetwork {
  fetch: typeof fetch;
  upload(request: UploadRequest): Promise<Response>;
  /**
   * Until when the user was last asked for what the network wants before it lets requests through, such as a proxy's password:
   * now, while the user is being asked. By `performance.now()`.
   */
  userAskedUntilMs?(): number;
}

/** A POST with a body of known length. */
export type UploadRequest = {
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
  /** Called now and then with how much of the body has been sent. */
  onProgress(sentBytes: number): void;
  signal: AbortSignal;
};

/** A write network on top of a `fetch` that never repeats a request, as Node's; the progress of an upload goes from none to all. */
export function writesThrough(fetchOnce: typeof fetch): WriteNetwork {
  return {
    fetch: fetchOnce,
    async upload({ url, headers, body, onProgress, signal }) {
      onProgress(0);
      const response = await fetchOnce(url, {
        method: 'POST',
        headers,
        body: body as Uint8Array<ArrayBuffer>, // never shared between threads
        redirect: 'error',
        signal,
      });
      onProgress(body.byteLength);
      return response;
    },
  };
}
