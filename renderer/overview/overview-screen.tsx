/* Charts over the cached tickets. */

import { words } from '../words/words.ts';

export function OverviewScreen() {
  return (
    <main data-work-area tabIndex={-1}>
      <h1>{words.overview.title}</h1>
    </main>
  );
}
