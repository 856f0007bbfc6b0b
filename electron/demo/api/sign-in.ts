/* The token and accounts calls, and the checks in front of all other calls. */

import { createHash } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import {
  demoCredentials,
  noAccountCredentials,
  noPermissionCredentials,
  singleAccountCredentials,
} from '../credentials.ts';
import type { DemoAccount, ServiceState } from '../state.ts';
import type { ApiEnv, Client } from './env.ts';
import { answerRows } from './lists.ts';
import { notFound, refuse } from './responses.ts';

/** Authenticates clients: issues and checks tokens, and knows which accounts and permissions each client has. */
export class SignIn {
  readonly #state: ServiceState;
  readonly #clients: Map<string, { secret: string; client: Client }>;
  readonly #tokens = new Map<string, { client: Client; endsAtMs: number }>();
  readonly #lastTokens = new Map<Client, { token: string; endsAtMs: number }>();

  constructor(state: ServiceState) {
    this.#state = state;
    const [europe, americas] = state.accounts;
    const entry = (
      credentials: { clientId: string; clientSecret: string },
      accounts: DemoAccount[],
      mayReadTickets = true,
    ) =>
      [
        credentials.clientId,
        { secret: credentials.clientSecret, client: { id: credentials.clientId, accounts, mayReadTickets } },
      ] as const;
    this.#clients = new Map([
      entry(demoCredentials, [europe, americas]),
      entry(singleAccountCredentials, [europe]),
      entry(noPermissionCredentials, [europe], false),
      entry(noAccountCredentials, []),
    ]);
  }

  /** The token call and the accounts call (companion pages "Access token", "Accounts"). */
  routes(): Hono<ApiEnv> {
    return new Hono<ApiEnv>()
      .post('/v2/auth/token', async (context) => {
        const form = await context.req.parseBody();
        if (form.grant_type !== 'client_credentials')
          return refuse(context, 400, 'grant_type must be client_credentials.');
        const known = this.#clients.get(String(form.client_id));
        if (!known || known.secret !== form.client_secret) return refuse(context, 401, 'Invalid client credentials.');
        return context.json(this.#issueToken(known.client));
      })
      .get('/v1/accounts', this.identify, (context) => {
        const rows = context.get('client').accounts.map(accountRow);
        return answerRows(context, context.req.query('defaultAccount') === 'true' ? rows.slice(0, 1) : rows);
      });
  }

  /** Refuses a request without a valid token. */
  readonly identify: MiddlewareHandler<ApiEnv> = async (context, next) => {
    const token = /^Bearer (.+)$/.exec(context.req.header('Authorization') ?? '')?.[1];
    const known = this.#tokens.get(token ?? '');
    if (!known || known.endsAtMs <= this.#state.nowMs())
      return refuse(context, 401, 'The access token is invalid or has expired.');
    context.set('client', known.client);
    return await next();
  };

  /** Refuses a request that does not name one of the client's accounts (section 3), as the vendor's host was seen to. */
  readonly chooseAccount: MiddlewareHandler<ApiEnv> = async (context, next) => {
    for (const name of ['Master-Account-Id', 'Account-Id']) {
      if (!context.req.header(name)) return refuse(context, 400, `Missing required header: ${name}.`);
    }
    const account = context.get('client').accounts.find((candidate) => isNamedBy(candidate, context));
    if (!account) {
      const named = context.req.header('Account-Id') ?? '';
      return refuse(context, 400, `Missing accounts : [${named}]`, 'BAD_REQUEST');
    }
    context.set('account', account);
    return await next();
  };

  /** Refuses a client without the permission "Service Tickets-Customer Support" (section 2), with the vendor's 404. */
  readonly requirePermission: MiddlewareHandler<ApiEnv> = async (context, next) =>
    context.get('client').mayReadTickets ? await next() : notFound(context);

  /** Hands out the client's last token again while it has time left, as a gateway does that caches tokens. */
  #issueToken(client: Client) {
    const { tokenLifetimeS, tokenLength, reusesTokenUntilS } = this.#state.options();
    const nowMs = this.#state.nowMs();
    const last = this.#lastTokens.get(client);
    const isReused = reusesTokenUntilS > 0 && last !== undefined && last.endsAtMs - nowMs >= reusesTokenUntilS * 1_000;
    const endsAtMs = isReused ? last.endsAtMs : nowMs + tokenLifetimeS * 1_000;
    const token = isReused ? last.token : makeToken(client.id, endsAtMs, this.#tokens.size, tokenLength);
    this.#tokens.set(token, { client, endsAtMs });
    this.#lastTokens.set(client, { token, endsAtMs });
    return {
      access_token: token,
      token_type: 'BearerToken',
      expires_in: String(Math.floor((endsAtMs - nowMs) / 1_000)),
      scope: 'demo_api',
    };
  }
}

function isNamedBy(account: DemoAccount, context: Context): boolean {
  return (
    account.masterAccountId === context.req.header('Master-Account-Id') &&
    account.accountId === context.req.header('Account-Id')
  );
}

/** Misspells a key of the second account, as the vendor's sample does. */
function accountRow(account: DemoAccount, index: number) {
  const { masterAccountId, masterAccountName, accountId, accountName } = account;
  const masterKey = index === 1 ? 'masterAccountName:' : 'masterAccountName';
  return { masterAccountId, [masterKey]: masterAccountName, accountId, accountName };
}

/** Returns a token of three parts, like a JWT, and of about the given length. */
function makeToken(clientId: string, endsAtMs: number, number: number, length: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'RS256', typ: 'JWT' });
  const signature = createHash('sha512').update(`${clientId} ${endsAtMs} ${number}`).digest('base64url');
  const padding = 'demo'.repeat(Math.ceil(length / 4));
  const claims = { sub: clientId, exp: Math.floor(endsAtMs / 1_000), jti: number, padding };
  const excess = header.length + part(claims).length + signature.length + 2 - length;
  const payload = part({
    ...claims,
    padding: padding.slice(0, Math.max(0, padding.length - Math.ceil((excess * 3) / 4))),
  });
  return `${header}.${payload}.${signature}`;
}
