/* Exporting tickets and tables to files. */

export const exports = {} as const;
