/** The form that dates and numbers have where the user lives. Words stay English until somebody translates them. */
export const locale: string = globalThis.window?.desk?.locale ?? 'en-GB'; // outside the application, as in a test
