/* The words on paper and in PDF files. */

export const paper = {
  page: 'Page {page} of {pages}',
} as const;
