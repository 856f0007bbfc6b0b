/** A body of known length on its way to a URL. */
export type UploadRequest = {
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
  /** Told now and then how much of the body has left. */
  onProgress(sentBytes: number): void;
  signal: AbortSignal;
};

/**
 * How writes leave this computer. The rule for both ways: a request is sent once or fails, and is never repeated by
 * the network stack itself. Both answer with the whole body received, and follow no redirect.
 */
export interface WriteNetwork {
  fetch: typeof fetch;
  upload(request: UploadRequest): Promise<Response>;
}

/** For a `fetch` that repeats nothing by itself, as Node's; the progress jumps from nothing to all. */
export function writesThrough(fetchOnce: typeof fetch): WriteNetwork {
  return {
    fetch: fetchOnce,
    async upload({ url, headers, body, onProgress, signal }) {
      onProgress(0);
      const response = await fetchOnce(url, {
        method: 'POST',
        headers,
        body: body as Uint8Array<ArrayBuffer>, // never a shared one
        redirect: 'error',
        signal,
      });
      onProgress(body.byteLength);
      return response;
    },
  };
}
