import { z } from 'zod';
import { type AttachResult, attachmentListSchema, attachResultSchema } from './attachment.ts';
import { formChangeSchema, outboxSchema, sentLogSchema } from './change.ts';
import { diagnosisSchema } from './diagnosis.ts';
import { draftContentSchema, draftKeySchema, draftSchema, templateSchema } from './draft.ts';
import { type AccountKey, accountKeySchema, changeIdSchema, type TicketId, ticketIdSchema } from './ids.ts';
import { policySchema } from './policy.ts';
import type { Problem } from './problem.ts';
import { facetsSchema, ticketPageSchema, ticketQuerySchema } from './query.ts';
import { catalogueSchema, locationSchema, siteSchema } from './reference-data.ts';
import { sessionStateSchema, signInRequestSchema } from './session.ts';
import { settingsSchema } from './settings.ts';
import { longestTyped, maxPastedBytes, maxSentRows } from './specification.ts';
import { syncStatusSchema } from './sync-status.ts';
import { cachedTicketSchema } from './ticket.ts';

const nothing = z.null();
const oneChange = z.strictObject({ id: changeIdSchema });
const oneTicket = z.strictObject({ ticketId: ticketIdSchema });

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
    facets: { request: nothing, response: facetsSchema },
    /** The ticket that a link from outside named, once; `null` when none did. */
    takeWanted: { request: nothing, response: ticketIdSchema.nullable() },
  },
  outbox: {
    list: { request: nothing, response: outboxSchema },
    sent: {
      request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(maxSentRows) }),
      response: sentLogSchema,
    },
    /** Writes a change to the disk, and removes the draft that it came from in the same step; then it is sent when it can be. */
    add: {
      request: z.strictObject({ change: formChangeSchema, draftKey: draftKeySchema.nullable() }),
      response: z.object({ id: changeIdSchema, ticketId: ticketIdSchema }),
    },
    /** Puts another content in place of a change that is waiting or refused. @throws `change-sent` when it has left meanwhile */
    replace: {
      request: z.strictObject({ id: changeIdSchema, change: formChangeSchema, draftKey: draftKeySchema.nullable() }),
      response: nothing,
    },
    /** Sends a change now: one that waits, was refused, or is unconfirmed and `needsDecision`. */
    send: { request: oneChange, response: nothing },
    /** Throws a change away, with those that hang on it. One that is being sent is stopped and looked for first. */
    discard: { request: oneChange, response: nothing },
  },
  drafts: {
    list: { request: nothing, response: z.array(draftSchema) },
    save: { request: z.strictObject({ key: draftKeySchema, content: draftContentSchema }), response: nothing },
    remove: { request: z.strictObject({ key: draftKeySchema }), response: nothing },
  },
  templates: {
    list: { request: nothing, response: z.array(templateSchema) },
    /** A template of the same name is replaced. */
    save: { request: templateSchema.omit({ id: true }).strict(), response: nothing },
    remove: { request: z.strictObject({ id: z.uuid() }), response: nothing },
  },
  /** What forms choose from: as cached, or, where nothing is, the specification's own table. */
  referenceData: {
    catalogue: { request: nothing, response: catalogueSchema },
    sites: { request: nothing, response: z.array(siteSchema) },
    /** As cached; the server is asked in the background, and news come as the event `places`. */
    locations: { request: z.strictObject({ site: z.string().max(64) }), response: z.array(locationSchema) },
  },
  attachments: {
    /** As cached; the server is asked in the background, and news come as the event `stale`. */
    list: { request: oneTicket, response: attachmentListSchema },
    /** Asks the user for files with the system's dialog and attaches them. */
    choose: { request: oneTicket, response: attachResultSchema },
    /** Files that were dropped: the preload resolves their paths, the page cannot make any up. */
    attachPaths: {
      request: oneTicket.extend({ paths: z.array(z.string().min(1).max(4_096)).min(1).max(100) }),
      response: attachResultSchema,
    },
    /** What was pasted and lies on no disk. */
    attachBytes: {
      request: oneTicket.extend({
        fileName: z.string().min(1).max(255),
        bytes: z
          .instanceof(Uint8Array)
          .refine((bytes) => bytes.byteLength <= maxPastedBytes, 'It is too large to paste.'),
      }),
      response: attachResultSchema,
    },
    /** Asks where to and saves a file of the server's there; answers its name, or `null` when the user thought better of it. */
    save: {
      request: oneTicket.extend({ attachmentId: z.string().min(1).max(200) }),
      response: z.object({ fileName: z.string().nullable() }),
    },
  },
  sync: {
    status: { request: nothing, response: syncStatusSchema },
    now: { request: nothing, response: nothing },
    pause: { request: z.strictObject({ isPaused: z.boolean() }), response: nothing },
  },
  settings: {
    read: { request: nothing, response: settingsSchema },
    change: { request: settingsSchema, response: nothing },
  },
  system: {
    /** What the IT department settled for this computer. */
    policy: { request: nothing, response: policySchema },
    /** The first screen is drawn, with its tickets where an account is open: what would have stood in its way may begin. */
    painted: { request: nothing, response: nothing },
    /** The window noticed that the network came or went. A hint to look at once, not a fact. */
    networkChanged: { request: nothing, response: nothing },
    /** After the event `closing`: everything typed is on the disk, and the user agrees. Closes the window. */
    close: { request: nothing, response: nothing },
    /** After the event `closing`: the user is being asked, for as long as it takes. Without an answer the window closes by itself after a while. */
    awaitUser: { request: nothing, response: nothing },
    /** After the event `closing`: the user stays, and nothing closes any more. */
    keepOpen: { request: nothing, response: nothing },
    /** Opens a page outside in the browser, when the user agrees to its server. */
    openLink: { request: z.strictObject({ url: z.string().max(2_000) }), response: nothing },
    /** Tries what has to work, for up to half a minute. */
    diagnose: { request: nothing, response: diagnosisSchema },
    /** Copies a diagnosis as text; ids in it are shortened first. */
    copyDiagnosis: { request: z.strictObject({ text: z.string().max(20_000) }), response: nothing },
    copyText: { request: z.strictObject({ text: z.string().max(longestTyped) }), response: nothing },
  },
  demo: {
    /** Takes the demo service's network away, or gives it back. */
    setNetwork: { request: z.strictObject({ isConnected: z.boolean() }), response: nothing },
  },
} as const satisfies Record<string, Record<string, { request: z.ZodType; response: z.ZodType }>>;

/** Every event that the main process may send to the window. */
export const events = {
  session: sessionStateSchema,
  syncStatus: syncStatusSchema,
  /** Cached tickets changed: these, or, when `ids` is `null`, any. */
  ticketsChanged: z.object({ ids: z.array(ticketIdSchema).nullable() }),
  outbox: outboxSchema,
  /** The choices of forms changed: sites, categories, or a site's locations. */
  referenceData: z.object({ site: z.string().nullable() }),
  /** The window is asked to close: it writes what is typed, asks the user where something waits, and calls `system.close`. */
  closing: z.object({}),
  /** The menu asks for a page of help. */
  help: helpPageSchema,
  /** A link from outside or a notification names a ticket: `tickets.takeWanted` tells which. */
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
export type Desk = { [G in Exclude<keyof Calls, 'attachments'>]: { [N in keyof Calls[G]]: Call<Calls[G][N]> } } & {
  attachments: {
    [N in Exclude<keyof Calls['attachments'], 'attachPaths' | 'attachBytes'>]: Call<Calls['attachments'][N]>;
  } & {
    /** Attaches what was dropped or pasted; where the files lie is found out by the preload alone. */
    attach(ticketId: TicketId, files: readonly File[]): Promise<Outcome<AttachResult>>;
  };
  /** Says whose account's tickets are shown from now on: what is written goes to that one, or is refused with `no-open-account`. */
  shows(account: AccountKey | null): void;
  /** The form of dates and numbers where the user lives, such as `de-DE`. */
  readonly locale: string;
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
