import { z } from 'zod';
import { diagnosisSchema } from './diagnosis.ts';
import { accountKeySchema, ticketIdSchema } from './ids.ts';
import { policySchema } from './policy.ts';
import type { Problem } from './problem.ts';
import { choicesSchema, ticketPageSchema, ticketQuerySchema } from './query.ts';
import { sessionStateSchema, signInRequestSchema } from './session.ts';
import { syncStatusSchema } from './sync-status.ts';
import { cachedTicketSchema } from './ticket.ts';

const nothing = z.null();

const helpPageSchema = z.enum(['diagnosis', 'keys']);
export type HelpPage = z.infer<typeof helpPageSchema>;

/** Every call that the window may make, as `group.name`: the form of its request and of its answer. */
export const calls = {
  session: {
    state: { request: nothing, response: sessionStateSchema },
    /** Proves the secret against the server, then keeps it; the new state comes as the event `session`. */
    signIn: { request: signInRequestSchema, response: nothing },
    /** Signs in to the built-in demo service and opens its default account. */
    tryDemo: { request: z.strictObject({ sessionOnly: z.boolean() }), response: nothing },
    /** Opens one of the accounts that the state lists. */
    choose: { request: z.strictObject({ account: accountKeySchema }), response: nothing },
    /** Removes the account's cache, key and token, and its secret when no other opened account uses that. */
    signOut: { request: z.strictObject({ account: accountKeySchema }), response: nothing },
    /** Tries again what is `blocked`. */
    retry: { request: nothing, response: nothing },
  },
  tickets: {
    page: { request: ticketQuerySchema, response: ticketPageSchema },
    /** The ticket as cached, `null` when it is unknown. Asks the server in the background; news come as the event `stale`. */
    read: { request: z.strictObject({ id: ticketIdSchema }), response: cachedTicketSchema.nullable() },
    choices: { request: nothing, response: choicesSchema },
    /** The ticket that a link from outside named, once; `null` when none did. */
    takeWanted: { request: nothing, response: ticketIdSchema.nullable() },
  },
  sync: {
    status: { request: nothing, response: syncStatusSchema },
    now: { request: nothing, response: nothing },
    pause: { request: z.strictObject({ isPaused: z.boolean() }), response: nothing },
  },
  system: {
    /** What the IT department settled for this computer. */
    policy: { request: nothing, response: policySchema },
    /** The window noticed that the network came or went. A hint to look at once, not a fact. */
    networkChanged: { request: nothing, response: nothing },
    /** Opens a page outside in the browser, when the user agrees to its server. */
    openLink: { request: z.strictObject({ url: z.string().max(2_000) }), response: nothing },
    /** Tries what has to work, for up to half a minute. */
    diagnose: { request: nothing, response: diagnosisSchema },
    /** Copies a diagnosis as text; ids in it are shortened first. */
    copyDiagnosis: { request: z.strictObject({ text: z.string().max(20_000) }), response: nothing },
    copyText: { request: z.strictObject({ text: z.string().max(1_000) }), response: nothing },
  },
  demo: {
    /** Takes the demo service's network away, or gives it back. */
    setNetwork: { request: z.strictObject({ isConnected: z.boolean() }), response: nothing },
  },
} as const satisfies Record<string, Record<string, { request: z.ZodType; response: z.ZodType }>>;

/** Every event that the main process may send to the window. */
export const events = {
  session: sessionStateSchema,
  status: syncStatusSchema,
  /** Cached tickets changed: these, or, when `ids` is `null`, any. */
  stale: z.object({ ids: z.array(ticketIdSchema).nullable() }),
  /** The menu asks for a page of help. */
  help: helpPageSchema,
  /** A link from outside names a ticket: `tickets.takeWanted` tells which. */
  ticketWanted: z.null(),
} as const satisfies Record<string, z.ZodType>;

export type Calls = typeof calls;
export type Events = { [E in keyof typeof events]: z.infer<(typeof events)[E]> };
export type EventName = keyof Events;

/** How every call ends: an answer or a problem; a call never rejects. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

type Call<C> = C extends { request: infer Q extends z.ZodType; response: infer A extends z.ZodType }
  ? null extends z.input<Q>
    ? () => Promise<Outcome<z.infer<A>>>
    : (request: z.input<Q>) => Promise<Outcome<z.infer<A>>>
  : never;

/** What the window sees as `window.desk`. */
export type Desk = { [G in keyof Calls]: { [N in keyof Calls[G]]: Call<Calls[G][N]> } } & {
  /** Listens to an event; the answer ends the listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
};

/** What answers the calls in the main process: a `ProblemError` thrown becomes a failed outcome. */
export type Handlers = {
  [G in keyof Calls]: { [N in keyof Calls[G]]: Handler<Calls[G][N]> };
};

type Handler<C> = C extends { request: infer Q extends z.ZodType; response: infer A extends z.ZodType }
  ? (request: z.infer<Q>) => z.infer<A> | Promise<z.infer<A>>
  : never;
