/*
 * Everything that crosses between the window and the main process: the calls that the window makes, each with the schemas of
 * its request and response, and the events that the main process sends. To add a call, add it here, write its handler in
 * electron/bridge/handlers.ts, and use it as `window.desk.group.name(request)`.
 *
 * A call never rejects: it resolves to an `Outcome`, a value or a problem. "Fails with" below names the problems particular
 * to a call. Others are common to many:
 * - Any call: `invalid-input` (the request does not match its schema), `caller-refused`, `internal`.
 * - All but `session`, `settings`, `system` and `demo`: `no-open-account`. What the user writes belongs to one account, so
 *   `outbox`, `drafts`, `templates`, `commentTexts`, `attachments`, `marks`, `views`, `ownData`, `exports` and `handover` are
 *   also refused when the window shows another account than the open one (`Desk.shows`).
 * - Calls that read or write files: `disk-full`, `disk-error`. If an account's database turns out to be corrupt, the call
 *   ends with `cache-set-aside` or `outbox-set-aside`, and the event `session` follows with a new, empty one in its place.
 * - Network problems, where named: those of `problemsOfTheWay`, `timeout`, `rate-limited`, `server-error`,
 *   `malformed-answer`.
 *
 * Calls that read cached data return at once and never wait for the network.
 */

import { z } from 'zod';
import {
  type AttachedFiles,
  attachmentListSchema,
  attachResultSchema,
  fileViewSchema,
  keptAttachmentSchema,
  maxPageWidthPx,
  viewedPageSchema,
} from './attachment.ts';
import { calendarRequestSchema, savedCalendarSchema, saveMaintenanceSchema } from './calendar.ts';
import { formChangeSchema, outboxSchema, sentLogSchema } from './change.ts';
import { commandIdSchema } from './commands.ts';
import { diagnosisSchema } from './diagnosis.ts';
import { commentTextTemplateSchema, draftContentSchema, draftKeySchema, draftSchema, templateSchema } from './draft.ts';
import {
  exportedFileSchema,
  exportedTicketsSchema,
  exportPreviewSchema,
  exportProgressSchema,
  exportRequestSchema,
  fetchedDetailsSchema,
} from './exports.ts';
import { pageFaultSchema } from './fault.ts';
import {
  handingOverSchema,
  handoverBeginningSchema,
  handoverSchema,
  handoverScopeSchema,
  handoverSentenceSchema,
  keptHandoverSchema,
} from './handover.ts';
import {
  type AccountKey,
  accountKeySchema,
  changeIdSchema,
  groupIdSchema,
  type TicketId,
  ticketIdSchema,
} from './ids.ts';
import { manyTicketsSchema, siteNoteSchema, ticketNoteSchema } from './marks.ts';
import { ticketRecordSchema } from './news.ts';
import {
  ageBandsSchema,
  completionsSchema,
  groupsRequestSchema,
  openGroupsSchema,
  selectionRequestSchema,
  sentKindsSchema,
  sentRequestSchema,
  spanGroupsRequestSchema,
  spanRequestSchema,
  weeksSchema,
} from './overview.ts';
import { paperRequestSchema } from './paper.ts';
import { pictureSchema } from './picture.ts';
import { policySchema } from './policy.ts';
import type { Problem } from './problem.ts';
import {
  facetsSchema,
  shownTicketSchema,
  ticketIdsQuerySchema,
  ticketPageSchema,
  ticketQuerySchema,
  ticketSelectionSchema,
} from './query.ts';
import { catalogueSchema, locationSchema, siteSchema } from './reference-data.ts';
import {
  momentsSchema,
  onePreparedSchema,
  oneTemplateSchema,
  preparedRequestSchema,
  repeatsSchema,
  rhythmSchema,
  saveRhythmSchema,
} from './repeats.ts';
import { masterAccountIdSchema, sessionStateSchema, signInRequestSchema } from './session.ts';
import { settingsSchema } from './settings.ts';
import { longestFileName, longestTyped, maxPastedBytes, maxSentRows } from './specification.ts';
import { syncStatusSchema } from './sync-status.ts';
import { bulkActionSchema, bulkPreviewSchema } from './ticket-actions.ts';
import { savedViewsSchema, viewCountsSchema } from './views.ts';

/** The longest path of any system, which is that of Windows: a longer one would refuse the other files of its call, too. */
const longestPath = 32_767;

const nothing = z.null();
const oneChange = z.strictObject({ id: changeIdSchema });
const oneTicket = z.strictObject({ ticketId: ticketIdSchema });
const oneFile = oneTicket.extend({ attachmentId: z.string().min(1).max(200) });

/** Every call that the window can make, as `group.name`. */
export const calls = {
  /** Signing in and out, and which account is open. Each change of the state is sent as the event `session`. */
  session: {
    state: { request: nothing, response: sessionStateSchema },
    /**
     * Proves the credentials against the server, then keeps them, and opens the account if there is only one. If that
     * account cannot be opened, the call still succeeds and the state becomes `blocked`.
     * Fails with `wrong-credentials`, `no-accounts`, `policy-refused`, `invalid-input` (the base URL), `keychain-…`, or a
     * network problem.
     */
    signIn: { request: signInRequestSchema, response: nothing },
    /** Ends the sign-in that is under way, if there is one: it fails with `no-connection`, and the open account stays open. */
    stopSignIn: { request: nothing, response: nothing },
    /** Starts the built-in demo service, signs in to it and opens its first account. Fails as `signIn` does. */
    tryDemo: { request: z.strictObject({ sessionOnly: z.boolean() }), response: nothing },
    /**
     * Opens one of the accounts that the state lists; if it cannot be opened, the state becomes `blocked`. Fails with
     * `no-open-account` if it is none of them.
     */
    choose: { request: z.strictObject({ account: accountKeySchema }), response: nothing },
    /**
     * Keeps the master account id that the operator's list lacks, once the server has accepted it, and opens the account.
     * Fails with `rejected` if the server lists no tickets for it, `invalid-input` if the list named one, or a problem of
     * the sign-in or the network.
     */
    setMasterAccount: {
      request: z.strictObject({ account: accountKeySchema, masterAccountId: masterAccountIdSchema }),
      response: nothing,
    },
    /**
     * Removes the account from this computer: cache, outbox, key and token, and the secret unless another account here uses
     * it. Fails with `keychain-…`, and then the account stays signed in, or `disk-error`.
     */
    signOut: { request: z.strictObject({ account: accountKeySchema }), response: nothing },
    /** Tries again to open the account of the state `blocked`. Does nothing in any other state. */
    retry: { request: nothing, response: nothing },
    /** Ends all waiting for the keychain: what waits fails with `keychain-locked`. Event `keychainWait`. */
    stopWaiting: { request: nothing, response: nothing },
  },
  /** The cached tickets of the open account, with the changes in the outbox applied. */
  tickets: {
    page: { request: ticketQuerySchema, response: ticketPageSchema },
    /**
     * `null` for an unknown ticket. Also fetches the ticket in the background, unless the server gave it just before; news
     * arrives as the event `ticketsChanged`, and so does, once, that the server does not give an unknown ticket.
     */
    read: { request: z.strictObject({ id: ticketIdSchema }), response: shownTicketSchema.nullable() },
    /** The values that the filters can narrow the query to, each with the number of tickets that it would find then. */
    facets: { request: ticketSelectionSchema, response: facetsSchema },
    /** The ids of the tickets in some rows of the list, in its order. */
    ids: { request: ticketIdsQuerySchema, response: z.array(ticketIdSchema) },
    /** What others did to a ticket. */
    record: { request: oneTicket, response: ticketRecordSchema },
    /** Takes the ticket that a link or a notification asked for (event `ticketWanted`). `null` if there is none, or it was taken. */
    takeWanted: { request: nothing, response: ticketIdSchema.nullable() },
  },
  /**
   * The changes that the server has not confirmed yet. Each change of the outbox is sent as the event `outbox`, and
   * `ticketsChanged` follows for the tickets that look different.
   */
  outbox: {
    list: { request: nothing, response: outboxSchema },
    /** One slice of the log of sent changes, newest first. */
    sent: {
      request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(maxSentRows) }),
      response: sentLogSchema,
    },
    /**
     * Writes a change to the disk and removes its draft, both or neither, and sends the change as soon as it can.
     * Fails with `invalid-input` for a category that the server does not offer, or `not-found` for a new ticket that was
     * discarded meanwhile.
     */
    add: {
      request: z.strictObject({ change: formChangeSchema, draftKey: draftKeySchema.nullable() }),
      response: z.object({ id: changeIdSchema, ticketId: ticketIdSchema }),
    },
    /**
     * Replaces the content of a change that is waiting or refused; its place in the order stays.
     * Fails as `add` does, with `change-discarded` for a change that was discarded, and with `change-sent` for one that has
     * been sent, or may have been.
     */
    replace: {
      request: z.strictObject({ id: changeIdSchema, change: formChangeSchema, draftKey: draftKeySchema.nullable() }),
      response: nothing,
    },
    /**
     * Sends a change now: one that is waiting or refused, or unconfirmed with `needsDecision`.
     * Fails with `change-discarded` for a change that was discarded, and `change-sent` for one that is confirmed.
     */
    send: { request: oneChange, response: nothing },
    /**
     * Confirms an unconfirmed change by one of its `lookalikes`: the user says that this is what it made.
     * Fails with `invalid-input` if it is none of them, `change-discarded`, and `change-sent` for one that is confirmed.
     */
    claim: { request: oneChange.extend({ ref: z.string().min(1).max(200) }), response: nothing },
    /**
     * Discards a change and those that depend on it. One that may have reached the server is stopped and looked for first.
     * Fails with `change-sent` if it did arrive, `not-confirmed` if it may have or another change was added to them meanwhile, or a
     * network problem if it cannot be looked for: then all stay.
     */
    discard: { request: oneChange, response: nothing },
    /** Which of these tickets an action can be done to. Nothing is sent. */
    previewMany: {
      request: z.strictObject({ ids: manyTicketsSchema, action: bulkActionSchema }),
      response: bulkPreviewSchema,
    },
    /**
     * Adds one change for each of these tickets that the action can be done to, all or none, as one group, and removes the
     * draft. `added` is how many they are. Fails with `invalid-input` for more than `maxTicketsAtOnce`, or when there is none.
     */
    addMany: {
      request: z.strictObject({
        ids: manyTicketsSchema,
        action: bulkActionSchema,
        draftKey: draftKeySchema.nullable(),
      }),
      response: z.object({ groupId: groupIdSchema, added: z.int().min(1) }),
    },
    /** Discards what is still waiting or refused of a group. `kept` is how many changes may have left already. */
    discardGroup: {
      request: z.strictObject({ groupId: groupIdSchema }),
      response: z.object({ discarded: z.int().min(0), kept: z.int().min(0) }),
    },
  },
  /** The user's own marks on tickets and sites, which are never sent. Event `ticketsChanged`. */
  marks: {
    /** Marks tickets as read or unread. Reading also ends a reminder that is due. */
    setRead: { request: z.strictObject({ ids: manyTicketsSchema, isRead: z.boolean() }), response: nothing },
    star: { request: z.strictObject({ ids: manyTicketsSchema, isStarred: z.boolean() }), response: nothing },
    /** Puts tickets out of the way until a moment, in milliseconds since 1970; `null` brings them back. */
    snooze: { request: z.strictObject({ ids: manyTicketsSchema, untilMs: z.number().nullable() }), response: nothing },
    /** Replaces the private note on a ticket that was typed over `before`; `''` removes it. */
    note: { request: oneTicket.extend({ note: ticketNoteSchema, before: ticketNoteSchema }), response: nothing },
    siteNotes: { request: nothing, response: z.array(siteNoteSchema) },
    /** Replaces what is kept about a site. Fails with `invalid-input` for a time zone that does not exist. */
    saveSiteNote: { request: siteNoteSchema, response: nothing },
  },
  /** The views of the open account. */
  views: {
    list: { request: nothing, response: savedViewsSchema },
    /** Replaces all saved views: they are renamed, reordered, added and removed in this one way. */
    save: { request: z.strictObject({ views: savedViewsSchema }), response: nothing },
    counts: { request: nothing, response: viewCountsSchema },
  },
  /**
   * What the user may carry to another computer: views, templates, comment texts, what is kept about sites, and the settings,
   * without any ticket. Both ask for a file with the system's dialog; the answer is `null` if the user cancelled.
   */
  ownData: {
    export: { request: nothing, response: z.object({ fileName: z.string() }).nullable() },
    /**
     * Adds what a file holds. What is here under the same name stays, and so does a setting that was changed here.
     * Fails with `invalid-input`, naming the file and the field, and then nothing was added.
     */
    import: {
      request: nothing,
      response: z.object({ fileName: z.string(), added: z.int().min(0), alreadyHere: z.int().min(0) }).nullable(),
    },
  },
  /** Forms that were filled in and not sent. The window saves them within a second of typing. */
  drafts: {
    /** Newest first. */
    list: { request: nothing, response: z.array(draftSchema) },
    /** Replaces the draft of the same key. */
    save: { request: z.strictObject({ key: draftKeySchema, content: draftContentSchema }), response: nothing },
    remove: { request: z.strictObject({ key: draftKeySchema }), response: nothing },
  },
  /** Filled forms kept under a name. */
  templates: {
    list: { request: nothing, response: z.array(templateSchema) },
    /** Replaces the template of the same name. */
    save: { request: templateSchema.omit({ id: true }).strict(), response: nothing },
    remove: { request: z.strictObject({ id: z.uuid() }), response: nothing },
  },
  /** Texts for comments, kept under a name. */
  commentTexts: {
    list: { request: nothing, response: z.array(commentTextTemplateSchema) },
    /** Replaces the text of the same name. */
    save: { request: commentTextTemplateSchema.omit({ id: true }).strict(), response: nothing },
    remove: { request: z.strictObject({ id: z.uuid() }), response: nothing },
  },
  /**
   * What forms choose from, as cached. Data never fetched before is fetched in the background, and so are the locations at
   * each call; news arrives as the event `referenceData`.
   */
  referenceData: {
    /** The server's request types and categories, or the specification's table until they have been fetched. */
    catalogue: { request: nothing, response: catalogueSchema },
    sites: { request: nothing, response: z.array(siteSchema) },
    locations: { request: z.strictObject({ site: z.string().max(64) }), response: z.array(locationSchema) },
  },
  /**
   * Files on tickets. Attaching copies them into the outbox (events `outbox` and `ticketsChanged`). Each file that cannot be
   * attached is named in the response with its problem: `file-empty`, `file-unusable`, `disk-…`, or `not-found` for a new
   * ticket that was discarded.
   */
  attachments: {
    /** As cached. Also fetches the list in the background; news arrives as the event `ticketsChanged`. */
    list: { request: oneTicket, response: attachmentListSchema },
    /** Asks the user for files with the system's dialog and attaches them. */
    choose: { request: oneTicket, response: attachResultSchema },
    /** Attaches dropped files. Only the preload makes this call: it resolves the paths, so the page cannot invent any. */
    attachPaths: {
      request: oneTicket.extend({ paths: z.array(z.string().min(1).max(longestPath)).min(1).max(100) }),
      response: attachResultSchema,
    },
    /** Attaches pasted bytes, which are in no file on the disk. Only the preload makes this call. */
    attachBytes: {
      request: oneTicket.extend({
        fileName: z.string().min(1).max(longestFileName),
        bytes: z
          .instanceof(Uint8Array)
          .refine((bytes) => bytes.byteLength <= maxPastedBytes, 'This is too large to paste.'),
      }),
      response: attachResultSchema,
    },
    /**
     * Asks where to save one of the server's files, and downloads it to there. Returns the name it was saved under, `null`
     * if the user cancelled. Fails with `not-found` if the server no longer has the file, or a network problem.
     */
    save: { request: oneFile, response: z.object({ fileName: z.string().nullable() }) },
    /** Asks for a folder to save several files in. The page learns its name and an id, never its path; `null` if the user cancelled. */
    chooseFolder: { request: nothing, response: z.object({ folderId: z.uuid(), name: z.string() }).nullable() },
    /**
     * Saves one file in a folder that was chosen, under a name that is free there. Returns that name; `null` if it was stopped,
     * which leaves nothing of it. Fails as `save` does, and with `disk-error` for a folder that is gone.
     */
    saveInFolder: {
      request: oneFile.extend({ folderId: z.uuid() }),
      response: z.object({ fileName: z.string().nullable() }),
    },
    /** Stops what `saveInFolder` is saving. */
    stopSaving: { request: nothing, response: nothing },
    /** Which of a ticket’s files are kept here, with their small pictures. Does not ask the server. */
    kept: { request: oneTicket, response: z.array(keptAttachmentSchema) },
    /**
     * Shows one of the server’s files, from this computer or fetched, and keeps it. Ends the view before. Fails with
     * `file-unviewable`, `not-found`, or a network problem for a file that is not here.
     */
    view: { request: oneFile, response: fileViewSchema },
    /** Draws a page, from 1, of the file that is viewed. Fails with `file-unviewable`, also once another is viewed. */
    viewPage: {
      request: z.strictObject({
        viewId: z.uuid(),
        page: z.int().min(1),
        widthPx: z.int().min(1).max(maxPageWidthPx),
      }),
      response: viewedPageSchema,
    },
    /** Ends the view. */
    closeView: { request: nothing, response: nothing },
    /** How much of the disk the kept files of this account take. */
    usage: { request: nothing, response: z.object({ usedBytes: z.int() }) },
  },
  /**
   * Tickets on paper and as PDF, as they are on this computer. Both fail with `not-found` if none of them is here any more, and
   * with `paper-failed`.
   */
  paper: {
    /** Shows the system's dialog and prints. Also fails with `no-printer`. */
    print: { request: paperRequestSchema, response: nothing },
    /** Asks where to save a PDF file. Returns the name it was saved under, `null` if the user cancelled. */
    savePdf: { request: paperRequestSchema, response: z.object({ fileName: z.string().nullable() }) },
  },
  /** Numbers over the cached tickets, with those that exist only here. */
  overview: {
    /** The open tickets by site or category. */
    open: { request: groupsRequestSchema, response: openGroupsSchema },
    openByAge: { request: selectionRequestSchema, response: ageBandsSchema },
    /** The tickets that were created, and those that were closed, in each week. */
    weeks: { request: spanRequestSchema, response: weeksSchema },
    /** How long the tickets took that were completed in a span, by site or category. */
    completion: { request: spanGroupsRequestSchema, response: completionsSchema },
    /** What this application sent in a span, and how soon the operator confirmed it. */
    sent: { request: sentRequestSchema, response: sentKindsSchema },
  },
  /** Tickets and tables as CSV and Excel files. */
  exports: {
    /** What an export of tickets would hold. Like each call of this group, it ends what another one is doing. */
    preview: { request: exportedTicketsSchema, response: exportPreviewSchema },
    /**
     * Fetches the missing details of tickets, as fast as the server allows, until that is done or `stop` is called. Progress
     * comes as the event `exportProgress`. Fails with network problems; what was fetched is kept.
     */
    fetchDetails: { request: exportedTicketsSchema, response: fetchedDetailsSchema },
    /**
     * Asks where to save the file and writes it, whole or not at all. `null` if the user cancelled or called `stop`. Progress
     * comes as the event `exportProgress`.
     */
    write: { request: exportRequestSchema, response: exportedFileSchema },
    /** Ends the export or the fetching that is under way. */
    stop: { request: nothing, response: nothing },
  },
  /** What the next shift should know. */
  handover: {
    begin: { request: nothing, response: handoverBeginningSchema },
    /** Composes a hand-over as of now. */
    read: { request: handoverScopeSchema, response: handoverSchema },
    /** Keeps the sentence at the top while it is written. */
    saveSentence: { request: z.strictObject({ sentence: handoverSentenceSchema }), response: nothing },
    /** Copies what was read, as plain and as formatted text, and keeps it. Fails with `not-found` if newer ones were read. */
    copy: { request: handingOverSchema, response: nothing },
    /**
     * Asks where to save it as PDF, does so and keeps it. Returns the file's name, `null` if the user cancelled. Fails as `copy`
     * does, and with `paper-failed`.
     */
    savePdf: { request: handingOverSchema, response: z.object({ fileName: z.string().nullable() }) },
    /** What was handed over within a year, newest first. */
    kept: { request: nothing, response: z.array(keptHandoverSchema) },
    /** One of these as it was. Fails with `not-found`. */
    readKept: { request: z.strictObject({ id: z.uuid() }), response: handoverSchema },
    copyKept: { request: z.strictObject({ id: z.uuid() }), response: nothing },
    /** Asks where to save it as PDF, and does so. Answers as `savePdf`. Fails with `not-found`, `paper-failed`. */
    saveKeptPdf: {
      request: z.strictObject({ id: z.uuid() }),
      response: z.object({ fileName: z.string().nullable() }),
    },
  },
  /** Requests that are prepared in a rhythm, and never sent by themselves. Event `repeats`. */
  repeats: {
    list: { request: nothing, response: repeatsSchema },
    /** Gives a template a rhythm, in place of the one it has, or with `null` none. */
    save: { request: saveRhythmSchema, response: nothing },
    /** When a rhythm comes next, up to three times. */
    next: { request: z.strictObject({ rhythm: rhythmSchema }), response: momentsSchema },
    /** What was prepared from a template within a year, newest first. */
    records: { request: oneTemplateSchema, response: z.array(preparedRequestSchema) },
    /** Discards a prepared request with its draft. */
    skip: { request: onePreparedSchema, response: nothing },
  },
  /** The dates of planned maintenance. They are never sent. */
  calendar: {
    /** Sets a ticket's dates. Event `ticketsChanged`. Fails with `invalid-input`, naming the field. */
    setDates: { request: saveMaintenanceSchema, response: nothing },
    /** Asks where to write a file for calendars. Fails with `invalid-input` when there is nothing to write. */
    save: { request: calendarRequestSchema, response: savedCalendarSchema },
  },
  /** Keeping the cache in agreement with the server. Progress and problems arrive as the event `syncStatus`. */
  sync: {
    status: { request: nothing, response: syncStatusSchema },
    now: { request: nothing, response: nothing },
    pause: { request: z.strictObject({ isPaused: z.boolean() }), response: nothing },
  },
  /** What the user sets, for all accounts. */
  settings: {
    read: { request: nothing, response: settingsSchema },
    /** Changes the named settings and leaves the others. */
    change: { request: settingsSchema.partial(), response: nothing },
  },
  /** The window, the clipboard and the computer. */
  picture: {
    /** Returns a number that changes whenever a picture of the first screen may have become wrong. */
    state: { request: nothing, response: z.int() },
    /** Keeps pictures of the first screen for the next start, unless the number has changed since. Returns whether it did. */
    keep: {
      request: z.strictObject({ state: z.int(), pictures: z.array(pictureSchema).max(2) }),
      response: z.boolean(),
    },
  },
  system: {
    /** The IT department's settings for this computer. */
    policy: { request: nothing, response: policySchema },
    /** Reports that the first screen is painted, with its tickets if an account is open: background work may begin. */
    painted: { request: nothing, response: nothing },
    /** Reports that Chromium saw the network come or go. This is a hint to ask the server at once, not a fact. */
    networkChanged: { request: nothing, response: nothing },
    /** Answers the event `closing` where the user may not be asked: what was typed is on the disk, as far as it takes it. */
    saved: { request: z.object({ saveNumber: z.int() }), response: nothing },
    /** Answers the event `closing` where the user may be: everything typed is on the disk and the user agrees. Closes the window. */
    close: { request: nothing, response: nothing },
    /**
     * Answers the event `closing`: the user is being asked, for as long as it takes. Without any answer to the event the
     * window closes after ten seconds.
     */
    awaitUser: { request: nothing, response: nothing },
    /** Answers the event `closing`: the user stays, so the window does not close. */
    keepOpen: { request: nothing, response: nothing },
    /**
     * Opens a web page in the browser if the user agrees to its server. Fails with `link-refused` for anything but a page
     * on a secure server, and for a link that is too long for the system or that it does not open.
     */
    openLink: { request: z.strictObject({ url: z.string().max(longestTyped) }), response: nothing },
    /** Runs the diagnostics, for up to half a minute. What does not work is in the result, not a failure of this call. */
    diagnose: { request: nothing, response: diagnosisSchema },
    /** Copies a diagnosis as text, after shortening the ids in it. */
    copyDiagnosis: { request: z.strictObject({ text: z.string().max(20_000) }), response: nothing },
    /** Reports the time zone that Chromium sees, an IANA name: it may have changed while Colodesk runs. */
    zoneChanged: { request: z.strictObject({ zone: z.string().min(1).max(64) }), response: nothing },
    /** Reports something that failed in the page, for the log. */
    reportFault: { request: pageFaultSchema, response: nothing },
    /** Copies a text of any length: the links of all tickets are longer than what can be typed. */
    copyText: { request: z.strictObject({ text: z.string() }), response: nothing },
  },
  demo: {
    /** Whether the demo service's network is there. */
    network: { request: nothing, response: z.object({ isConnected: z.boolean() }) },
    /** Disconnects the demo service's network, or connects it again. */
    setNetwork: { request: z.strictObject({ isConnected: z.boolean() }), response: nothing },
  },
} as const satisfies Record<string, Record<string, { request: z.ZodType; response: z.ZodType }>>;

/** Every event that the main process can send to the window, with its payload. */
export const events = {
  /** The session's state changed. */
  session: sessionStateSchema,
  /** Something has been waiting for the keychain for a while, or nothing is any more. */
  keychainWait: z.object({ isWaiting: z.boolean() }),
  syncStatus: syncStatusSchema,
  /** These cached tickets changed; `ids` is `null` when any of them may have. */
  ticketsChanged: z.object({ ids: z.array(ticketIdSchema).nullable() }),
  /** The whole outbox, after any change to it. */
  outbox: outboxSchema,
  /** The rhythms of templates, or the prepared requests that wait, changed. */
  repeats: z.null(),
  /** A site's locations changed, or, if `site` is `null`, the sites and categories. */
  referenceData: z.object({ site: z.string().nullable() }),
  /**
   * The window is about to close. The page saves what is typed, asks the user about unsent changes if it may, and calls
   * `system.close`. Where it may not, as when the computer shuts down, it calls `system.saved` with the `saveNumber`; `null`: it may.
   */
  closing: z.object({ saveNumber: z.int().nullable() }),
  /** A link from outside or a notification asks for a ticket; `tickets.takeWanted` returns which. */
  ticketWanted: z.null(),
  /** How far an export, or the fetching before it, is. */
  exportProgress: exportProgressSchema,
  /** A menu asks for a command, whether it can be run now or not. */
  command: commandIdSchema,
} as const satisfies Record<string, z.ZodType>;

export type Calls = typeof calls;
export type Events = { [E in keyof typeof events]: z.infer<(typeof events)[E]> };
export type EventName = keyof Events;

/** The result of a call: a value or a problem. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

type Call<C> = C extends { request: infer Q extends z.ZodType; response: infer A extends z.ZodType }
  ? null extends z.input<Q>
    ? () => Promise<Outcome<z.infer<A>>>
    : (request: z.input<Q>) => Promise<Outcome<z.infer<A>>>
  : never;

/** The type of `window.desk`, the only way from the page to the main process. */
export type Desk = { [G in Exclude<keyof Calls, 'attachments'>]: { [N in keyof Calls[G]]: Call<Calls[G][N]> } } & {
  attachments: {
    [N in Exclude<keyof Calls['attachments'], 'attachPaths' | 'attachBytes'>]: Call<Calls['attachments'][N]>;
  } & {
    /** Attaches dropped or pasted files. The preload finds out where they are on the disk; the page never learns it. */
    attach(ticketId: TicketId, files: readonly File[]): Promise<Outcome<AttachedFiles>>;
  };
  /**
   * Sets the account whose tickets the window shows. What the user writes from now on goes to that account, or is refused
   * with `no-open-account` if another is open by then.
   */
  shows(account: AccountKey | null): void;
  /** The user's region, such as `de-DE`, for dates and numbers. */
  readonly locale: string;
  /** Calls `listener` for each event. Returns the function that unsubscribes. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
};

/** The handlers of all calls in the main process. A thrown `ProblemError` becomes a failed outcome. */
export type Handlers = {
  [G in keyof Calls]: { [N in keyof Calls[G]]: Handler<Calls[G][N]> };
};

type Handler<C> = C extends { request: infer Q extends z.ZodType; response: infer A extends z.ZodType }
  ? (request: z.infer<Q>) => z.infer<A> | Promise<z.infer<A>>
  : never;
