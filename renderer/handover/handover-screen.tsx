/* What the next shift should know. */

import { words } from '../words/words.ts';

export function HandoverScreen() {
  return (
    <main data-work-area tabIndex={-1}>
      <h1>{words.handover.title}</h1>
    </main>
  );
}
