import type { Take } from '../observed-times.ts';
import type { DemoAccount } from '../state.ts';
import type { Forms } from './forms.ts';

/** What is known of each request before its call is answered: how to answer, who asks, and for which account. */
export type ApiEnv = { Variables: { forms: Forms; take: Take; client: Client; account: DemoAccount } };

/** A client of the API, which the token call knows by its id and secret. */
export type Client = { id: string; accounts: DemoAccount[]; mayReadTickets: boolean };
