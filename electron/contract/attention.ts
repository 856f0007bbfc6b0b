/*
 * Why a ticket needs the user.
 */

import { z } from 'zod';

/**
 * In the order of their urgency. `reminder`: a snooze is over. `refused`: a change of the user's was. `unconfirmed`: the user
 * must decide about a change. `answered`: somebody else commented on it or changed its status since the user last looked.
 * `quiet`: it is open, and nothing has happened for longer than its request type should take (`quietDaysOf`).
 */
export const attentionReasons = ['reminder', 'refused', 'unconfirmed', 'answered', 'quiet'] as const;
export const attentionReasonSchema = z.enum(attentionReasons);
export type AttentionReason = z.infer<typeof attentionReasonSchema>;

/** The most days after which a ticket can count as quiet; the fewest is one. */
export const mostQuietDays = 365;

/** After how many days without any change an open ticket counts as quiet, by request type; `''` for all others. */
export const quietDaysSchema = z.record(z.string(), z.int().min(1).max(mostQuietDays));
export type QuietDays = z.infer<typeof quietDaysSchema>;

export const defaultQuietDays: QuietDays = {
  'Facilities Request': 3,
  'Cross Connect': 5,
  Amenities: 5,
  'Account Management': 7,
  'Accounts Receivable': 14,
  '': 7,
};

/** Returns after how many days a ticket of a type is quiet. The type is the server's word, and may be any. */
export const quietDaysOf = (days: QuietDays, requestType: string): number =>
  (Object.hasOwn(days, requestType) ? days[requestType] : days['']) ?? defaultQuietDays[''] ?? 7;
