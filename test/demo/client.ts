import { onTestFinished } from 'vitest';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { type DemoService, startDemoService } from '../../electron/demo/service.ts';

type Credentials = { clientId: string; clientSecret: string };
type Body = Record<string, unknown> | FormData | string;

export type RawClient = {
  service: DemoService;
  /** The headers of every request of this client. */
  headers: Record<string, string>;
  /** Sends a request as the first account; `value` is the response's JSON, or its text if it is not JSON. */
  send(
    method: string,
    path: string,
    body?: Body,
    headers?: Record<string, string>,
  ): Promise<{ status: number; value: unknown }>;
};

/** Starts a service for the running test, and sends it plain requests: the service is what is tested, so none of the application's code is in between. */
export async function rawClient(
  options: Partial<DemoOptions> = {},
  credentials: Credentials = demoCredentials,
): Promise<RawClient> {
  const service = await startDemoService({ ticketCount: 300, ...options });
  onTestFinished(() => service.stop());
  const token = await fetchToken(service, credentials);
  const accounts = await fetch(`${service.baseUrl}/v1/accounts`, { headers: { Authorization: `Bearer ${token}` } });
  const [account] = (await accounts.json()) as { masterAccountId: string; accountId: string }[];
  const own = {
    Authorization: `Bearer ${token}`,
    'Master-Account-Id': account?.masterAccountId ?? '',
    'Account-Id': account?.accountId ?? '',
  };
  return {
    service,
    headers: own,
    async send(method, path, body, headers = {}) {
      const isJson = body !== undefined && !(body instanceof FormData);
      const response = await fetch(`${service.baseUrl}${path}`, {
        method,
        headers: { ...own, ...(isJson && { 'Content-Type': 'application/json' }), ...headers },
        ...(body !== undefined && {
          body: isJson && typeof body !== 'string' ? JSON.stringify(body) : (body as BodyInit),
        }),
      });
      const text = await response.text();
      return { status: response.status, value: parse(text) };
    },
  };
}

async function fetchToken(service: DemoService, { clientId, clientSecret }: Credentials): Promise<string> {
  const response = await requestToken(service, {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

export const requestToken = (service: DemoService, form: Record<string, string>) =>
  fetch(`${service.baseUrl}/v2/auth/token`, { method: 'POST', body: new URLSearchParams(form) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
