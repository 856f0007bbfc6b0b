import { singleAccountCredentials } from '../../electron/demo/credentials.ts';

const pageSize = 100;

/** Asks the service without the application, to learn what the service alone needs. */
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

  /** The bytes of an answer. */
  async bytesOf(path: string): Promise<number> {
    const response = await fetch(this.#baseUrl + path, { headers: this.#headers });
    return (await response.arrayBuffer()).byteLength;
  }

  /** Fetches the whole list with so many requests at a time, keeps nothing, and answers how long it took. */
  async timeWholeList(atOnce: number): Promise<number> {
    const beganMs = performance.now();
    const first = await this.#page(0);
    let next = 1;
    const worker = async () => {
      while (next < first.pageable.totalPages) await this.#page(next++);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return performance.now() - beganMs;
  }

  async #page(number: number): Promise<{ pageable: { totalPages: number } }> {
    const path = `/v1/customer-support-tickets?page=${number}&size=${pageSize}`;
    const response = await fetch(this.#baseUrl + path, { headers: this.#headers });
    return (await response.json()) as { pageable: { totalPages: number } };
  }
}
