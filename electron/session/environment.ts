import type { Policy } from '../contract/policy.ts';
import { ProblemError } from '../contract/problem.ts';
import { baseUrlSchema, type Environment, knownBaseUrls, type SignInRequest } from '../contract/session.ts';

/** Where a login belongs; the base URL is `''` for the demo service, whose address is another at each start. */
export type Place = { environment: Environment; baseUrl: string };

/**
 * The place that a sign-in means. @throws ProblemError `invalid-input` for a base URL that may not be used, `policy-refused`
 * for one that the policy rules out
 */
export function placeOf({ environment, baseUrl }: SignInRequest, policy: Policy): Place {
  const known = environment === 'custom' ? '' : knownBaseUrls[environment];
  const mayBeTyped = environment === 'custom' || environment === 'sandbox';
  const fixed = policy.environment === environment ? policy.baseUrl : null;
  const typed = mayBeTyped ? baseUrl : '';
  const place = { environment, baseUrl: safeAddress(typed || fixed || known) };
  mustBeAllowed(place, policy);
  return place;
}

/** Where a first sign-in goes when nothing else is said. */
export function usualPlace({ environment, baseUrl }: Policy): Place {
  if (environment === null || environment === 'custom') {
    return { environment: environment ?? 'production', baseUrl: baseUrl ?? knownBaseUrls.production };
  }
  return { environment, baseUrl: baseUrl ?? knownBaseUrls[environment] };
}

/** @throws ProblemError `policy-refused` where the policy leaves another place only; the demo is on this computer and always free */
export function mustBeAllowed({ environment, baseUrl }: Place, policy: Policy): void {
  if (environment === 'demo' || policy.environment === null) return;
  const known = environment === 'custom' ? null : knownBaseUrls[environment];
  const isAllowed = environment === policy.environment && baseUrl === (policy.baseUrl ?? known ?? baseUrl);
  if (!isAllowed) throw new ProblemError('policy-refused');
}

/**
 * An address that credentials may be sent to. Asked again for what was kept, since a file can be changed by others.
 * @throws ProblemError `invalid-input`
 */
export function safeAddress(baseUrl: string): string {
  const safe = baseUrlSchema.safeParse(baseUrl);
  if (safe.success) return safe.data;
  throw new ProblemError('invalid-input', { field: 'baseUrl', todo: safe.error.issues[0]?.message ?? '' });
}
