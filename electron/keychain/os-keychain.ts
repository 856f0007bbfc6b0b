import PQueue from 'p-queue';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { inPieces } from './pieces.ts';
import type { Vault } from './vault.ts';

type Keytar = typeof import('keytar');

/** How long the keychain may take, which includes a person typing its password, before it counts as locked. */
const defaultTimeLimitMs = 30_000;

/** The name of an entry without a secret, which is there for a moment only. */
const markerName = 'unlocked';

type OsKeychain = Vault & {
  /** A call hangs in the system. It holds a thread that Node waits for at its end, so the process cannot end in peace. */
  isHanging(): boolean;
};

/**
 * The operating system's keychain: Windows Credential Manager, macOS Keychain, or a Secret Service on Linux.
 * `service` is the name under which its entries are found.
 *
 * A locked keyring on Linux makes a call wait without a limit and holds one of Node's few file threads; four of them
 * would stop the whole application. So there is one call at a time, and those behind it give up by the clock.
 */
export function osKeychain(service: string, timeLimitMs: number = defaultTimeLimitMs): OsKeychain {
  const oneAtATime = new PQueue({ concurrency: 1 });
  let loaded: Promise<Keytar> | undefined;

  async function call<T>(use: (keytar: Keytar) => Promise<T>): Promise<T> {
    loaded ??= load();
    const keytar = await loaded;
    const answer = oneAtATime.add(() => use(keytar));
    try {
      return await withinTime(answer, timeLimitMs);
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError(kindOfFailure(error), {}, error);
    }
  }

  const vault = inPieces({
    read: (name) => call((keytar) => keytar.getPassword(service, name)),
    write: (name, secret) => call((keytar) => keytar.setPassword(service, name, secret)),
    remove: (name) => call(async (keytar) => void (await keytar.deletePassword(service, name))),
  });

  /** A locked keyring takes no entry: it asks for its password first, or refuses. In one call, so that a late answer leaves none. */
  const proveUnlocked = () =>
    call(async (keytar) => {
      await keytar.setPassword(service, markerName, markerName);
      await keytar.deletePassword(service, markerName);
    });
  // Windows and macOS tell a locked keychain from a missing entry.
  const proven = process.platform === 'linux' ? provenUnlocked(vault, proveUnlocked) : vault;
  return { ...proven, isHanging: () => oneAtATime.pending > 0 };
}

/** Loaded on first use: where libsecret is missing, the application must start all the same and say so. */
async function load(): Promise<Keytar> {
  try {
    const module: { default: Keytar } = await import('keytar');
    return module.default;
  } catch (error) {
    throw new ProblemError('keychain-missing', {}, error);
  }
}

async function withinTime<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('keychain-locked')), limitMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** keytar hands on the system's own words as the error's message; these parts of them are stable. */
const failureWords: readonly [RegExp, ProblemKind][] = [
  [
    /autolaunch|org\.freedesktop\.secrets|could not connect|no such secret collection|logon session/i,
    'keychain-missing',
  ],
  [/locked|dismissed|interaction is not allowed|passphrase you entered/i, 'keychain-locked'],
];

function kindOfFailure(error: unknown): ProblemKind {
  const message = error instanceof Error ? error.message : '';
  return failureWords.find(([pattern]) => pattern.test(message))?.[1] ?? 'keychain-refused';
}

/**
 * A vault for a keyring that answers "nothing there" for what it holds as long as it is locked: no secret counts as missing,
 * or as removed, before `proveUnlocked` has come through. That costs little, since hardly ever is a secret not there.
 */
export function provenUnlocked(vault: Vault, proveUnlocked: () => Promise<void>): Vault {
  return {
    async read(name) {
      const found = await vault.read(name);
      if (found !== null) return found;
      await proveUnlocked();
      return await vault.read(name);
    },
    write: (name, secret) => vault.write(name, secret),
    async remove(name) {
      await proveUnlocked();
      await vault.remove(name);
    },
  };
}
