/** What the Wine of `npm run test:windows` does otherwise than Windows; build/docs/checklist.md has each as a line to see by hand. */
type Gap = 'alternate streams';

/** Whether a test that needs this cannot be run, since `npm run test:windows` uses Wine instead of Windows. */
export const isMissingUnderWine = (_gap: Gap): boolean => process.env.COLODESK_TEST_UNDER_WINE !== undefined;
