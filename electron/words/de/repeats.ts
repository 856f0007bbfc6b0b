/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {} as const;
