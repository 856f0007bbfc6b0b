import type { Policy } from '../../electron/contract/policy.ts';
import {
  type Account,
  baseUrlSchema,
  knownBaseUrls,
  type SignInRequest,
  signInRequestSchema,
} from '../../electron/contract/session.ts';

/** What the sign-in form holds. */
export type SignInFields = {
  readonly environment: SignInRequest['environment'];
  /** What the user typed as the custom address, and the sandbox's address with the user's corrections. */
  readonly customUrl: string;
  readonly sandboxUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The fields that an error can stand at. */
export type SignInField = 'baseUrl' | 'clientId' | 'clientSecret';
export type SignInErrors = { readonly [F in SignInField]?: string };

export const emptyFields: SignInFields = {
  environment: 'production',
  customUrl: '',
  sandboxUrl: knownBaseUrls.sandbox,
  clientId: '',
  clientSecret: '',
};

/** The form as it begins: for an account that is signed in to anew with where it lives, which finds what is kept of it. */
export function fieldsFor(again: Account | null): SignInFields {
  if (!again || again.environment === 'demo') return emptyFields;
  const { environment, baseUrl } = again;
  if (environment === 'custom') return { ...emptyFields, environment, customUrl: baseUrl };
  if (environment === 'sandbox') return { ...emptyFields, environment, sandboxUrl: baseUrl };
  return { ...emptyFields, environment };
}

/** The form as it holds under a policy: what that settled is not the user's to type. */
export function fieldsUnder(policy: Policy, fields: SignInFields): SignInFields {
  const environment = policy.environment ?? fields.environment;
  if (policy.baseUrl === null) return { ...fields, environment };
  return { ...fields, environment, customUrl: policy.baseUrl, sandboxUrl: policy.baseUrl };
}

/** The form as a request: `baseUrl` is `''` where the environment's own address holds. */
export function requestOf(fields: SignInFields, sessionOnly: boolean): SignInRequest {
  const { environment, clientId, clientSecret } = fields;
  let baseUrl = '';
  if (environment === 'custom') baseUrl = fields.customUrl.trim();
  if (environment === 'sandbox' && fields.sandboxUrl.trim() !== knownBaseUrls.sandbox) {
    baseUrl = fields.sandboxUrl.trim();
  }
  return { environment, baseUrl, clientId: clientId.trim(), clientSecret: clientSecret.trim(), sessionOnly };
}

/** What is wrong with a request, at most one sentence a field. */
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

/** Whether a field's name, of ours or of a problem's, is one that an error can stand at. */
export function isSignInField(name: unknown): name is SignInField {
  return name === 'baseUrl' || name === 'clientId' || name === 'clientSecret';
}
