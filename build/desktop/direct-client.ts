import { singleAccountCredentials } from '../../electron/demo/credentials.ts';

const defaultPageSize = 100;

/** A client of the demo service without the application: plays another user, or measures the service alone. */
export class DirectClient {
  readonly #baseUrl: string;
  readonly #headers: Record<string, string>;

  private constructor(baseUrl: string, headers: Record<string, string>) {
    this.#baseUrl = baseUrl;
    this.#headers = headers;
  }

  static async signedIn(baseUrl: string): Promise<DirectClient> {
    const { clientId, clientSecret } = singleAccountCredentials;
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
    });
    const token = (await (await fetch(`${baseUrl}/v2/auth/token`, { method: 'POST', body })).json()) as {
      access_token: string;
    };
    const Authorization = `Bearer ${token.access_token}`;
    const [account] = (await (await fetch(`${baseUrl}/v1/accounts`, { headers: { Authorization } })).json()) as {
      masterAccountId: string;
      accountId: string;
    }[];
    if (!account) throw new Error('the demo service lists no account');
    const ids = { 'Master-Account-Id': account.masterAccountId, 'Account-Id': account.accountId };
    return new DirectClient(baseUrl, { Authorization, ...ids });
  }

  /** Changes a ticket, as another user would. */
  async update(id: string, fields: Record<string, string>): Promise<void> {
    const response = await fetch(`${this.#baseUrl}/v1/customer-support-tickets/${id}`, {
      method: 'PUT',
      headers: { ...this.#headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (!response.ok) throw new Error(`the demo service answered an update with ${response.status}`);
  }

  /** Comments on a ticket, as another user would. */
  async comment(requestId: string, comment: string): Promise<void> {
    const response = await fetch(`${this.#baseUrl}/v1/comments`, {
      method: 'POST',
      headers: { ...this.#headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ requestId, comment }),
    });
    if (!response.ok) throw new Error(`the demo service answered a comment with ${response.status}`);
  }

  /** Returns the size of a response body. */
  async bytesOf(path: string): Promise<number> {
    const response = await fetch(this.#baseUrl + path, { headers: this.#headers });
    return (await response.arrayBuffer()).byteLength;
  }

  /** Fetches the whole list with `concurrency` requests at a time, and returns how long it took, in milliseconds. */
  async timeWholeList(concurrency: number, pageSize = defaultPageSize): Promise<number> {
    const beganMs = performance.now();
    const first = await this.page(0, pageSize);
    let next = 1;
    const worker = async () => {
      while (next < first.pageable.totalPages) await this.page(next++, pageSize);
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    return performance.now() - beganMs;
  }

  /** Fetches a page of the list. */
  async page(number: number, pageSize: number): Promise<{ pageable: { totalPages: number } }> {
    const path = `/v1/customer-support-tickets?page=${number}&size=${pageSize}`;
    const response = await fetch(this.#baseUrl + path, { headers: this.#headers });
    return (await response.json()) as { pageable: { totalPages: number } };
  }
}
