/**
 * Whether a spreadsheet may run a text as a formula instead of showing it: by its first character, which may also stand behind
 * white space, and be a wide form of the usual one, which Excel takes for the same in East Asia.
 */
export const runsAsFormula = (text: string): boolean => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text);
