import type { Credentials } from '../api/sign-in.ts';
import type { Policy } from '../contract/policy.ts';
import { ProblemError } from '../contract/problem.ts';
import { baseUrlSchema, type Environment, knownBaseUrls, type SignInRequest } from '../contract/session.ts';

/** The server that a login belongs to. The base URL is `''` for the demo service, whose address changes at each start. */
export type Server = { environment: Environment; baseUrl: string };

export const demoServer: Server = { environment: 'demo', baseUrl: '' };

/** The built-in demo service, which starts when it is first needed. */
export interface DemoHost {
  baseUrl(): Promise<string>;
  /** Takes the service's network away, or gives it back. */
  setNetwork(isConnected: boolean): Promise<void>;
  readonly credentials: Credentials;
}

/** Whether the user may type the address: it is not known, or a guess. */
export const mayBeTyped = (environment: Environment): environment is 'custom' | 'sandbox' =>
  environment === 'custom' || environment === 'sandbox';

/** Returns the base URL to send requests to. @throws ProblemError `invalid-input` when credentials must not be sent there */
export async function baseUrlOf({ environment, baseUrl }: Server, demo: DemoHost): Promise<string> {
  return environment === 'demo' ? await demo.baseUrl() : requireSafeBaseUrl(baseUrl);
}

/**
 * Returns the server that a sign-in asks for. A typed base URL counts for `custom` and `sandbox` only.
 * @throws ProblemError `invalid-input` for a base URL that credentials must not be sent to, `policy-refused` for a server
 * that the policy rules out
 */
export function requestedServer({ environment, baseUrl }: SignInRequest, policy: Policy): Server {
  const known = environment === 'custom' ? '' : knownBaseUrls[environment];
  const fixed = policy.environment === environment ? policy.baseUrl : null;
  const typed = mayBeTyped(environment) ? baseUrl : '';
  const server = { environment, baseUrl: requireSafeBaseUrl(typed || fixed || known) };
  requireAllowed(server, policy);
  return server;
}

/** The server that a diagnosis tries while no account is signed in: the policy's, otherwise production. */
export function defaultServer({ environment, baseUrl }: Policy): Server {
  if (environment === null || environment === 'custom') {
    return { environment: environment ?? 'production', baseUrl: baseUrl ?? knownBaseUrls.production };
  }
  return { environment, baseUrl: baseUrl ?? knownBaseUrls[environment] };
}

/**
 * Checks a server against the policy. The demo service runs on this computer and is always allowed.
 * @throws ProblemError `policy-refused`
 */
export function requireAllowed({ environment, baseUrl }: Server, policy: Policy): void {
  if (environment === 'demo' || policy.environment === null) return;
  const fixed = policy.baseUrl ?? (mayBeTyped(environment) ? null : knownBaseUrls[environment]);
  const isAllowed = environment === policy.environment && (fixed === null || baseUrl === fixed);
  if (!isAllowed) throw new ProblemError('policy-refused');
}

/**
 * Returns the base URL in its normal form if credentials may be sent to it. Stored base URLs are checked too, because
 * other programs can change the file that they are in.
 * @throws ProblemError `invalid-input`
 */
export function requireSafeBaseUrl(baseUrl: string): string {
  const safe = baseUrlSchema.safeParse(baseUrl);
  if (safe.success) return safe.data;
  throw new ProblemError('invalid-input', { field: 'baseUrl', todo: safe.error.issues[0]?.message ?? '' });
}
