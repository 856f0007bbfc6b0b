/* The queue in front of the system's keychain, with a keychain that hangs or refuses. */

import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { osKeychain } from '../../electron/keychain/os-keychain.ts';

const keytar = vi.hoisted(() => ({ getPassword: vi.fn(), setPassword: vi.fn(), deletePassword: vi.fn() }));
vi.mock('keytar', () => ({ default: keytar }));

const own = process.platform;
beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  keytar.getPassword.mockReset().mockRejectedValue(new Error('Falscher Parameter.'));
  keytar.setPassword.mockReset().mockResolvedValue(undefined);
  keytar.deletePassword.mockReset().mockResolvedValue(true);
});
afterEach(() => void Object.defineProperty(process, 'platform', { value: own }));

it('gives up the question whether anything can be stored when that hangs too', async () => {
  keytar.setPassword.mockReturnValue(new Promise(() => undefined));
  const keychain = osKeychain('Test', 20);
  await expect(keychain.read('token/a')).rejects.toThrow('keychain-locked');
  expect(keychain.isHanging()).toBe(true);
});

it('makes one call at a time, also to find out what a failure means', async () => {
  let running = 0;
  let most = 0;
  const counted = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  keytar.setPassword.mockImplementation(counted);
  keytar.getPassword.mockImplementation(async () => {
    await counted();
    throw new Error('Falscher Parameter.');
  });
  const keychain = osKeychain('Test');
  const reads = ['a', 'b', 'c'].map((name) => expect(keychain.read(name)).rejects.toThrow('keychain-refused'));
  await Promise.all(reads);
  expect(keytar.setPassword).toHaveBeenCalledTimes(3);
  expect(most).toBe(1);
});

it('tells that a call waits and when none does any more, and lets the user end the waiting', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let answer: (secret: string) => void = () => undefined;
  keytar.getPassword.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const told: boolean[] = [];
  const keychain = osKeychain('Test');
  keychain.whenWaiting((isWaiting) => told.push(isWaiting));
  const reads = ['a', 'b'].map((name) => expect(keychain.read(name)).rejects.toThrow('keychain-locked'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([true, true]);
  keychain.stopWaiting();
  await Promise.all(reads);
  expect(told).toEqual([true, true, false]);

  await expect(keychain.read('at once')).rejects.toThrow('keychain-locked');
  await vi.advanceTimersByTimeAsync(5_000);
  const later = keychain.read('c'); // waits anew, since the system may answer by now
  await vi.advanceTimersByTimeAsync(1_000);
  answer('kept');
  expect(await later).toBe('kept');
  expect(told).toEqual([true, true, false, true, false]);
});

it('once closed fails each call at once, so that nothing holds up the end of the application', async () => {
  keytar.getPassword.mockReturnValue(new Promise(() => undefined));
  const keychain = osKeychain('Test');
  const read = expect(keychain.read('a')).rejects.toThrow('keychain-locked');
  keychain.close();
  await read;
  await expect(keychain.read('b')).rejects.toThrow('keychain-locked');
});

/** A keychain that holds `entries`, and carries a call of a kind out only when it is let go on. */
function slowKeychain(slow: keyof typeof keytar, entries: Record<string, string>) {
  const held = new Map(Object.entries(entries));
  let goOn: () => void = () => undefined;
  const unlocked = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const after = (kind: keyof typeof keytar) => (kind === slow ? unlocked : Promise.resolve());
  keytar.getPassword.mockImplementation(async (_service, name) => {
    await after('getPassword');
    return held.get(name) ?? null;
  });
  keytar.setPassword.mockImplementation(async (_service, name, secret) => {
    await after('setPassword');
    held.set(name, secret);
  });
  keytar.deletePassword.mockImplementation(async (_service, name) => {
    await after('deletePassword');
    return held.delete(name);
  });
  const keychain = osKeychain('Test', 20);
  const carriedOut = async () => {
    goOn();
    await vi.waitUntil(() => !keychain.isHanging());
    return Object.fromEntries(held);
  };
  return { keychain, carriedOut };
}

it.each(['new', 'old'])('a write that failed leaves nothing when it comes through late: %s', async (name) => {
  const { keychain, carriedOut } = slowKeychain('setPassword', { old: 'before' });
  await expect(keychain.write(name, 'secret')).rejects.toThrow('keychain-locked');
  expect(await carriedOut()).toEqual({ old: 'before' });
});

it('a removal that failed has removed nothing when it comes through late', async () => {
  const { keychain, carriedOut } = slowKeychain('deletePassword', { 'database-key/a': 'key' });
  await expect(keychain.remove('database-key/a')).rejects.toThrow('keychain-locked');
  expect(await carriedOut()).toEqual({ 'database-key/a': 'key' });
});

it('what was given up behind a call that hangs is not done when that ends', async () => {
  const { keychain, carriedOut } = slowKeychain('setPassword', { 'database-key/a': 'key' });
  const given = [keychain.remove('database-key/a'), keychain.write('token/a', 'secret')];
  await Promise.all(given.map((call) => expect(call).rejects.toThrow('keychain-locked')));
  expect(await carriedOut()).toEqual({ 'database-key/a': 'key' });
});
