/* Whether something waits for the keychain, whichever screen is shown. */

import { create } from 'zustand';
import { attemptInBackground } from './feedback.ts';

/** Whether something has been waiting for the keychain for a while. */
export const useKeychain = create<{ readonly isWaiting: boolean }>(() => ({ isWaiting: false }));

/** Ends all waiting for the keychain. What waited fails, and the screen where it was asked for says what to do. */
export const stopWaiting = () => attemptInBackground(window.desk.session.stopWaiting());
