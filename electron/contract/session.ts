/*
 * Signing in: the environments, the sign-in form, the accounts on this computer, and the state that the window shows.
 */

import { z } from 'zod';
import { accountKeySchema } from './ids.ts';
import { problemSchema } from './problem.ts';
import { limits } from './specification.ts';
import { sharedWords } from './words/words.ts';

/** What is said of the form; made when it is needed, since the language is not known when this file is loaded. */
const words = () => sharedWords().signIn;

export const environments = ['production', 'playground', 'sandbox', 'custom', 'demo'] as const;
export const environmentSchema = z.enum(environments);
export type Environment = z.infer<typeof environmentSchema>;

/** The address of each environment. The sandbox's is a guess by analogy, so the user may correct it. */
export const knownBaseUrls = {
  production: 'https://api.digitalrealty.com',
  playground: 'https://playground.digitalrealty.com',
  sandbox: 'https://sandbox.digitalrealty.com',
} as const;

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** An address as it is typed. */
const addressSchema = z.string().max(500, { error: () => words().baseUrl });

/**
 * An API base URL: `https:`, or `http:` to this computer only; without user name, query and fragment. Parsing removes the
 * trailing slash.
 */
export const baseUrlSchema = addressSchema.trim().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isAllowed =
    url && (url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname)));
  if (!isAllowed || url.username || url.password || url.search || url.hash) {
    context.addIssue(words().baseUrl);
    return z.NEVER;
  }
  return url.href.replace(/\/+$/, '');
});

export const signInRequestSchema = z.strictObject({
  environment: environmentSchema.exclude(['demo']),
  /** For `custom`, and for `sandbox` if the user corrected it; `''` means the address in `knownBaseUrls`. */
  baseUrl: addressSchema,
  clientId: z
    .string()
    .trim()
    .min(1, { error: () => words().clientId.isNeeded })
    .max(limits.clientId, { error: () => words().clientId.isTooLong({ limit: limits.clientId }) }),
  clientSecret: z
    .string()
    .trim()
    .min(1, { error: () => words().clientSecret.isNeeded })
    .max(limits.clientSecret, { error: () => words().clientSecret.isTooLong({ limit: limits.clientSecret }) }),
  /** Nothing is kept after Colodesk closes. Offered when the keychain does not work. */
  sessionOnly: z.boolean(),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** The id of a master account as the user types it. It is sent as a header, so it holds no blanks. */
export const masterAccountIdSchema = z
  .string()
  .trim()
  .min(1, { error: () => words().masterAccountId.isNeeded })
  .regex(/^[!-~]{1,64}$/, { error: () => words().masterAccountId.isUnusable });

/** An account that one of this computer's sign-ins can open. */
export const accountSchema = z.object({
  key: accountKeySchema,
  environment: environmentSchema,
  /** `''` for the demo service. */
  baseUrl: z.string(),
  name: z.string(),
  masterName: z.string(),
  /** Tells it from the others of its name: the address, and ids where that is the same; `''` for a name of its own. */
  distinction: z.string(),
  /** The account was opened on this computer before, so there may be cached tickets. */
  isOpened: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

/** What the window shows: the open account, or why none is open. */
export const sessionStateSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting'), waitsForKeychain: z.boolean() }),
  /** `problem`: why the accounts of an earlier run could not be loaded. */
  z.object({ phase: z.literal('signed-out'), problem: problemSchema.optional() }),
  z.object({ phase: z.literal('choosing'), accounts: z.array(accountSchema) }),
  /** The chosen account cannot be opened. `accounts` are the others. */
  z.object({
    phase: z.literal('blocked'),
    account: accountSchema,
    accounts: z.array(accountSchema),
    problem: problemSchema,
  }),
  z.object({
    phase: z.literal('open'),
    account: accountSchema,
    accounts: z.array(accountSchema),
    /** Nothing is kept when Colodesk closes. */
    sessionOnly: z.boolean(),
    /** Something to tell the user once, such as a cache that was set aside. */
    notice: problemSchema.nullable(),
  }),
]);
export type SessionState = z.infer<typeof sessionStateSchema>;
