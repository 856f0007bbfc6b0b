/* The data of the sign-in form, without its look: where it starts, what a policy fixes, and how it becomes a request. */

import type { Policy } from '../../electron/contract/policy.ts';
import {
  type Account,
  baseUrlSchema,
  knownBaseUrls,
  type SignInRequest,
  signInRequestSchema,
} from '../../electron/contract/session.ts';

/** The contents of the sign-in form. */
export type SignInFields = {
  readonly environment: SignInRequest['environment'];
  /** The address typed for a custom environment; `sandboxUrl` is the sandbox's address as the user may have corrected it. */
  readonly customUrl: string;
  readonly sandboxUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The fields that can show an error, in the order of the form. */
const signInFields = ['baseUrl', 'clientId', 'clientSecret'] as const;
export type SignInField = (typeof signInFields)[number];
export type SignInErrors = { readonly [F in SignInField]?: string };

export const emptyFields: SignInFields = {
  environment: 'production',
  customUrl: '',
  sandboxUrl: knownBaseUrls.sandbox,
  clientId: '',
  clientSecret: '',
};

/**
 * The initial contents. For an account that is signed in to again they hold its environment and address, because its cache
 * and outbox are found under these.
 */
export function fieldsFor(again: Account | null): SignInFields {
  if (!again || again.environment === 'demo') return emptyFields;
  const { environment, baseUrl } = again;
  if (environment === 'custom') return { ...emptyFields, environment, customUrl: baseUrl };
  if (environment === 'sandbox') return { ...emptyFields, environment, sandboxUrl: baseUrl };
  return { ...emptyFields, environment };
}

/** The contents under a policy, which overrides the environment and address that the user typed. */
export function fieldsUnder(policy: Policy, fields: SignInFields): SignInFields {
  const environment = policy.environment ?? fields.environment;
  if (policy.baseUrl === null) return { ...fields, environment };
  return { ...fields, environment, customUrl: policy.baseUrl, sandboxUrl: policy.baseUrl };
}

/** The request of a form. `baseUrl` is `''` for the environment's own address. */
export function requestOf(fields: SignInFields, sessionOnly: boolean): SignInRequest {
  const { environment, clientId, clientSecret } = fields;
  let baseUrl = '';
  if (environment === 'custom') baseUrl = fields.customUrl.trim();
  if (environment === 'sandbox' && fields.sandboxUrl.trim() !== knownBaseUrls.sandbox) {
    baseUrl = fields.sandboxUrl.trim();
  }
  return { environment, baseUrl, clientId: clientId.trim(), clientSecret: clientSecret.trim(), sessionOnly };
}

/** The errors of a request, at most one sentence a field. */
export function errorsOf(request: SignInRequest): SignInErrors {
  const errors: { [F in SignInField]?: string } = {};
  for (const issue of signInRequestSchema.safeParse(request).error?.issues ?? []) {
    const field = issue.path[0];
    if (isSignInField(field)) errors[field] ??= issue.message;
  }
  if (request.environment === 'custom' || request.baseUrl !== '') {
    const issue = baseUrlSchema.safeParse(request.baseUrl).error?.issues[0];
    if (issue) errors.baseUrl = issue.message;
  }
  return errors;
}

/** The first field that shows an error. */
export const firstFaulty = (errors: SignInErrors): SignInField | undefined =>
  signInFields.find((field) => errors[field] !== undefined);

/** Whether a name, such as the `field` of a problem, is that of a field that can show an error. */
export const isSignInField = (name: unknown): name is SignInField => signInFields.some((field) => field === name);
