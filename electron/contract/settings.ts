import { z } from 'zod';

/** What the user can set, for all accounts on this computer. */
export const settingsSchema = z.strictObject({
  /** Show a notification when someone else opens or changes a ticket. */
  notifies: z.boolean(),
  /** Descriptions and comments of tickets that changed within this many days are kept for reading offline. */
  historyDays: z.int().min(0).max(36_500),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { notifies: true, historyDays: 90 };
