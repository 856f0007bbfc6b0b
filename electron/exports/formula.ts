/**
 * Whether a spreadsheet may run a text as a formula instead of showing it: by its first character, which may also stand behind
 * white space or characters that show nothing, and be a wide form of the usual one, which Excel takes for the same in East Asia.
 */
export const runsAsFormula = (text: string): boolean => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text);
