/* An element, such as a link, inside a sentence whose words and their order are a translator's. */

import type { ReactNode } from 'react';

/** Stands in a message for what is put in there, as the argument of that place. */
export const slot = '\uFFFC';

/** Shows a message with its children in the place of `slot`. */
export function InMessage({ message, children }: { message: string; children: ReactNode }) {
  const [before, after] = message.split(slot);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
