/* The part of the library that the tests use; it brings no types. */

declare module 'messageformat-validator' {
  type Report = (type: string, message: string) => void;
  /** Compares a message with its source, and calls the reporter for everything that is wrong. */
  export function validateMessage(
    message: {
      targetMessage: string;
      targetLocale: string;
      sourceMessage: string;
      sourceLocale: string;
      overrides: readonly string[];
    },
    reporter: { error: Report; warning: Report },
  ): void;
}
