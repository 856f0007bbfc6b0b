/** Returns a text without the mark with which editors on Windows begin a file. */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '');
