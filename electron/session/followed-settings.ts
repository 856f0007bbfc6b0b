/* The user's settings, together with what follows them: the window, and the sync and the files of the account that is open. */

import type { Policy } from '../contract/policy.ts';
import type { Settings, SettingsChange } from '../contract/settings.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Workspace } from './workspace.ts';

type Followers = {
  policy: Policy;
  onSettings: (settings: Settings) => void;
  /** The open account. */
  workspace: () => Workspace | null;
};

/** The settings of a file. Each time that they are read or changed they are passed on. */
export class FollowedSettings {
  readonly #file: SettingsFile;
  readonly #followers: Followers;

  constructor(file: SettingsFile, followers: Followers) {
    this.#file = file;
    this.#followers = followers;
  }

  get current(): Settings {
    return this.#file.current;
  }

  /** Whether it is not known what the user has set, because the file could not be read. */
  get isUnread(): boolean {
    return this.#file.isUnread;
  }

  /** The policy takes precedence over the user's setting. */
  get historyDays(): number {
    return this.#followers.policy.historyDays ?? this.current.historyDays;
  }

  /** `null` while it is not known what the user has set: nothing that is kept may be dropped for a default. */
  get keptFilesBytes(): number | null {
    return this.isUnread ? null : this.current.keptFilesMb * 1_000_000;
  }

  load(): Promise<void> {
    return this.#passOn(() => this.#file.load());
  }

  /** Reads the file again if that has failed. */
  async readUnread(): Promise<void> {
    if (this.isUnread) await this.load();
  }

  /** @throws ProblemError `disk-error` */
  change(settings: SettingsChange): Promise<void> {
    return this.#passOn(() => this.#file.change(settings));
  }

  async #passOn(work: () => Promise<void>): Promise<void> {
    const before = this.current;
    await work();
    this.#followers.onSettings(this.current);
    const workspace = this.#followers.workspace();
    workspace?.sync.setHistoryDays(this.historyDays);
    workspace?.files.setBudget(this.keptFilesBytes);
    const { quietDays } = this.current;
    if (quietDays !== before.quietDays) workspace?.setQuietDays(quietDays);
  }
}
