/* Requests that are prepared in a rhythm, and the dates of planned maintenance. */

export const repeats = {} as const;
