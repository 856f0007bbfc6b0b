import { create, type StoreApi, type UseBoundStore } from 'zustand';

/**
 * A store that holds data of the open account. `resetAccountStores` empties it before another account is shown, so that
 * one customer's data never appears in another customer's account. Every store is one of these unless
 * test/renderer/account-store.test.ts lists it as belonging to the computer.
 */
export type AccountStore<State> = UseBoundStore<StoreApi<State>> & {
  /**
   * Waits for a response that is to fill the store. Returns `null` if the response is out of date on arrival: another
   * account was opened, a newer request was made about the same topic, or an event brought something newer.
   * @param topic tells requests apart that do not replace each other, such as those for the locations of two sites
   */
  newest<T>(response: Promise<T>, topic?: string): Promise<T | null>;
  /** Makes every response still under way out of date, because something newer is known. */
  supersede(): void;
  /** Puts the initial state back and makes every response still under way out of date. */
  reset(): void;
};

/** Makes a store for data of the open account and registers its reset. */
export function accountStore<State extends object>(initial: State): AccountStore<State> {
  const useStore = create<State>(() => initial);
  /** The newest request about each topic, while it is under way. */
  const pending = new Map<string, symbol>();

  async function newest<T>(response: Promise<T>, topic = ''): Promise<T | null> {
    const request = Symbol();
    pending.set(topic, request);
    const value = await response;
    if (pending.get(topic) !== request) return null;
    pending.delete(topic);
    return value;
  }

  function supersede(): void {
    pending.clear();
  }

  function reset(): void {
    supersede();
    useStore.setState(initial, true);
  }

  onAccountReset(reset);
  return Object.assign(useStore, { newest, supersede, reset });
}

const resets: (() => void)[] = [];
/** Rises with each reset, so that an action can find out whether its account is still the one that is shown. */
let resetCount = 0;

/** Registers what else must be undone for another account: timers, and state outside the stores. */
export function onAccountReset(reset: () => void): void {
  resets.push(reset);
}

/** Empties everything that belongs to the account shown so far. */
export function resetAccountStores(): void {
  resetCount += 1;
  for (const reset of resets) reset();
}

/** Waits for a step of an action. Returns `null` if another account was opened meanwhile: the action must end there. */
export async function inSameAccount<T>(step: Promise<T>): Promise<T | null> {
  const before = resetCount;
  const value = await step;
  return resetCount === before ? value : null;
}
