/* Printing, and saving as PDF. */

export const paper = {} as const;
