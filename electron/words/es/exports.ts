/* The words in exported files. */

export const exports = {} as const;
