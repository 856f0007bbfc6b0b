import { z } from 'zod';

/** What the user may set; the same for all accounts on this computer. */
export const settingsSchema = z.strictObject({
  /** A notification of the system's for what a round found. */
  notifies: z.boolean(),
  /** Descriptions and comments of tickets that changed within so many days are kept for reading without a network. */
  historyDays: z.int().min(0).max(36_500),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { notifies: true, historyDays: 90 };
