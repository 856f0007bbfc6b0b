import { z } from 'zod';
import { defaultQuietDays, quietDaysSchema } from './attention.ts';
import { baseViewSchema, sortSchema } from './query.ts';
import { languageSchema } from './translation.ts';
import { defaultLayout, listLayoutSchema } from './views.ts';

/**
 * What a notification can be about: `TicketNews`, a snooze that is over, a change of the user's that was refused, or a request
 * that was prepared.
 */
export const notificationKinds = ['answer', 'status', 'new', 'changed', 'reminder', 'refused', 'repeat'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** The kinds that every version of Colodesk knew. What was saved without a list of those known then knew these. */
const firstNotificationKinds: readonly NotificationKind[] = [
  'answer',
  'status',
  'new',
  'changed',
  'reminder',
  'refused',
];

/** Returns the chosen kinds with those that were not known when they were chosen: a new kind is on at first. */
export const withNewKinds = (
  kinds: readonly NotificationKind[],
  known: readonly string[] = firstNotificationKinds,
): NotificationKind[] => notificationKinds.filter((kind) => kinds.includes(kind) || !known.includes(kind));

/** A time of day, `HH:mm`, where the user is. */
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const notificationsSchema = z.strictObject({
  kinds: z.array(z.enum(notificationKinds)),
  /** `mine`: opened, changed or commented on here. A saved view is named by its id. */
  of: z.union([z.enum(['all', 'mine', 'starred']), z.uuid()]),
  /** From and until when none are shown; a span that ends before it begins goes past midnight. */
  quietHours: z.strictObject({ from: timeOfDaySchema, until: timeOfDaySchema }).nullable(),
  /** None are shown before this moment, in milliseconds since 1970. */
  mutedUntilMs: z.number().nullable(),
});

/** What the user can set, for all accounts on this computer. */
export const settingsSchema = z.strictObject({
  /** Show notifications at all. */
  notifies: z.boolean(),
  notifications: notificationsSchema,
  /** Descriptions and comments of tickets that changed within this many days are kept for reading offline. */
  historyDays: z.int().min(0).max(36_500),
  quietDays: quietDaysSchema,
  layout: listLayoutSchema,
  /** How the user sorted the built-in views that are not in their own order. */
  sorts: z.partialRecord(baseViewSchema, sortSchema),
  /** The views at the left are folded away. */
  foldsViews: z.boolean(),
  /** Single letters are shortcuts (WCAG 2.1.4). */
  usesSingleKeys: z.boolean(),
  /** Closing the window leaves Colodesk running in the tray. */
  staysInTray: z.boolean(),
  /** Colodesk starts with the system, in the tray if it stays there. */
  startsWithSystem: z.boolean(),
  /** Mark misspelled words. On at first on macOS and Windows; elsewhere there is a checker only for dictionaries in the folder of the user's data. */
  checksSpelling: z.boolean(),
  /** The language of the words on the screen; `null`: the first of the system’s languages that Colodesk speaks. */
  language: languageSchema.nullable(),
  /** How much of the disk each account’s files may take for reading offline, in MB (10⁶ bytes). */
  keptFilesMb: z.int().min(0).max(10_000),
  /** What `{name}` stands for in templates; `''`: asked for when it is used. */
  userName: z.string().max(80),
});
export type Settings = z.infer<typeof settingsSchema>;

/** About which tickets notifications are shown. */
export type NotificationScope = Settings['notifications']['of'];

/** Some settings with new values. One that is `undefined` stays as it is. */
export type SettingsChange = { [Name in keyof Settings]?: Settings[Name] | undefined };

export const defaultSettings: Settings = {
  notifies: true,
  notifications: { kinds: [...notificationKinds], of: 'all', quietHours: null, mutedUntilMs: null },
  historyDays: 90,
  quietDays: defaultQuietDays,
  layout: defaultLayout,
  sorts: {},
  foldsViews: false,
  usesSingleKeys: true,
  staysInTray: false,
  startsWithSystem: false,
  checksSpelling: false,
  language: null,
  keptFilesMb: 200,
  userName: '',
};
