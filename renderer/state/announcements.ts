/* What is said to a screen reader alone, because the eye sees it anyway: what the last step came to. */

import { accountStore } from './account-store.ts';

/** What was said last; another occasion for the same words says them again. */
export const useAnnounced = accountStore<{ readonly sentence: string; readonly occasion: number }>({
  sentence: '',
  occasion: 0,
});

/** Says a sentence to a screen reader, once it has said what it is saying. */
export function announce(sentence: string): void {
  useAnnounced.setState(({ occasion }) => ({ sentence, occasion: occasion + 1 }));
}
