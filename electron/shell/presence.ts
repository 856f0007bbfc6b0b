/*
 * Whether Colodesk stays in the tray when its window is closed, and starts with the system.
 */

import type { Policy } from '../contract/policy.ts';
import type { Settings } from '../contract/settings.ts';

type Wanted = Pick<Settings, 'staysInTray' | 'startsWithSystem'>;

type PresenceOptions = {
  policy: Pick<Policy, 'staysInTray' | 'startsWithSystem'>;
  tray: { set(isWanted: boolean): void };
  setLoginItem: (wanted: Wanted) => void;
  /** The window is not to stay hidden at the start, because there is no tray to open it from. */
  onNoTray: () => void;
  platform: string;
};

/** Carries out what the user and, before the user, the policy want. */
export class Presence {
  readonly #options: PresenceOptions;
  #wanted: Wanted | null = null;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** Whether a closed window is only hidden. On macOS an application runs on without a window anyway. */
  get hidesWindow(): boolean {
    return this.#options.platform !== 'darwin' && this.#wanted?.staysInTray === true;
  }

  /** Takes the settings as they are at the start, and as they change. */
  follow(settings: Wanted): void {
    const { policy, tray, setLoginItem, onNoTray } = this.#options;
    const before = this.#wanted;
    const wanted: Wanted = {
      staysInTray: policy.staysInTray ?? settings.staysInTray,
      startsWithSystem: policy.startsWithSystem ?? settings.startsWithSystem,
    };
    this.#wanted = wanted;
    tray.set(wanted.staysInTray);
    if (before ? isOtherLoginItem(wanted, before) : this.#mustRepeatLoginItem(wanted)) setLoginItem(wanted);
    if (!before && !wanted.staysInTray) onNoTray();
  }

  /**
   * Whether to tell the system again at the start. Without a policy the user may have switched it off in the system's own
   * settings, where that counts; an AppImage may have been moved, and its old place starts nothing.
   */
  #mustRepeatLoginItem({ startsWithSystem }: Wanted): boolean {
    const { policy, platform } = this.#options;
    return policy.startsWithSystem !== null || (startsWithSystem && platform === 'linux');
  }
}

const isOtherLoginItem = (wanted: Wanted, before: Wanted): boolean =>
  wanted.startsWithSystem !== before.startsWithSystem ||
  (wanted.startsWithSystem && wanted.staysInTray !== before.staysInTray);
