import { app, type BrowserWindow } from 'electron';
import { words } from '../words/words.ts';
import { attentionDot } from './drawn-icons.ts';

/** Changes come in bursts, and each count is a query. */
const countAfterMs = 1_000;

type BadgeOptions = {
  /** How many tickets need attention; 0 while no account is open. */
  count: () => Promise<number>;
  show: (count: number) => void;
  /** The first count reads the whole cache into memory, so it waits until the tickets are on the screen. */
  mayCount: Promise<void>;
};

/** Keeps the number of tickets that need attention on the application's icon. */
export class Badge {
  readonly #options: BadgeOptions;
  #shown = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BadgeOptions) {
    this.#options = options;
  }

  /** The count may have changed: it is taken a second later, once for all changes until then. */
  noteChange(): void {
    this.#timer ??= setTimeout(() => void this.#options.mayCount.then(() => this.#update()), countAfterMs);
  }

  /** Shows the number again, where the system has forgotten it. */
  repeat(): void {
    if (this.#shown > 0) this.#options.show(this.#shown);
  }

  async #update(): Promise<void> {
    this.#timer = undefined;
    const count = await this.#options.count();
    if (count === this.#shown) return;
    this.#shown = count;
    this.#options.show(count);
  }
}

/** Shows a number on the dock or the launcher; on Windows, which has none there, in a dot that is drawn. 0 removes it. */
export function showOnIcon(count: number, window: BrowserWindow | undefined, platform: string): void {
  if (platform !== 'win32') app.setBadgeCount(count);
  else window?.setOverlayIcon(count > 0 ? attentionDot(count) : null, descriptionOf(count));
}

const descriptionOf = (count: number) => (count === 0 ? '' : words().notifications.attention({ count }));
