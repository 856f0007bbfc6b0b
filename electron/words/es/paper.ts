/* The words on paper and in PDF files. */

export const paper = {} as const;
