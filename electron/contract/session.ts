import { z } from 'zod';
import { accountKeySchema } from './ids.ts';
import { problemSchema } from './problem.ts';
import { limits } from './specification.ts';

export const environments = ['production', 'playground', 'sandbox', 'custom', 'demo'] as const;
export const environmentSchema = z.enum(environments);
export type Environment = z.infer<typeof environmentSchema>;

/** Where each environment lives. The sandbox's address is a guess by analogy, so the user may correct it. */
export const knownBaseUrls = {
  production: 'https://api.digitalrealty.com',
  playground: 'https://playground.digitalrealty.com',
  sandbox: 'https://sandbox.digitalrealty.com',
} as const;

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** An API base URL: `https:` anywhere, `http:` only to this computer; no user name, query or fragment; no slash at its end. */
export const baseUrlSchema = z
  .string()
  .trim()
  .max(500)
  .transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isAllowed =
      url && (url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname)));
    if (!isAllowed || url.username || url.password || url.search || url.hash) {
      context.addIssue('The API base URL must begin with https:// and hold a server’s name and at most a path.');
      return z.NEVER;
    }
    return url.href.replace(/\/+$/, '');
  });

export const signInRequestSchema = z.strictObject({
  environment: environmentSchema.exclude(['demo']),
  /** Used for `custom`, and for `sandbox` where the user corrected it; `''` means the known one. */
  baseUrl: z.string().max(500),
  clientId: z
    .string()
    .trim()
    .min(1, 'Type the client ID.')
    .max(limits.clientId, 'A client ID has at most 64 characters.'),
  clientSecret: z
    .string()
    .trim()
    .min(1, 'Type the client secret.')
    .max(limits.clientSecret, 'A client secret has at most 64 characters.'),
  /** Keep nothing after Colodesk closes; the offer where there is no keychain. */
  sessionOnly: z.boolean(),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** An account that this computer is signed in to, or may open with a sign-in that it has. */
export const accountSchema = z.object({
  key: accountKeySchema,
  environment: environmentSchema,
  /** `''` for the demo service. */
  baseUrl: z.string(),
  name: z.string(),
  masterName: z.string(),
  /** Its tickets were opened on this computer before, so there may be a cache. */
  isOpened: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

/** What the window shows: which account is open, or what stands in the way. */
export const sessionStateSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting'), waitsForKeychain: z.boolean() }),
  /** `problem`: why the accounts that were there before are not. */
  z.object({ phase: z.literal('signed-out'), problem: problemSchema.optional() }),
  z.object({ phase: z.literal('choosing'), accounts: z.array(accountSchema) }),
  /** The chosen account cannot be opened, for the reason given; `accounts` are the others to go on with. */
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
    /** Nothing of this session is kept when Colodesk closes. */
    sessionOnly: z.boolean(),
    /** Something the user should know once, such as a cache that was set aside. */
    notice: problemSchema.nullable(),
  }),
]);
export type SessionState = z.infer<typeof sessionStateSchema>;
