/*
 * One run of a schedule: the world is made, each step is taken and checked, and in the end the trouble ends and everything has
 * to come right.
 */

import type { DemoOptions } from '../../electron/demo/options.ts';
import { Random } from '../../electron/demo/portfolio/random.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import { signOut, switchAccount } from './accounts.ts';
import { comeRight } from './calm.ts';
import { Computer, type Template } from './computer.ts';
import { settle } from './install.ts';
import { Broken, checkEntered, checkFiles, checkScreen, checkTwice, describe } from './invariants.ts';
import { checkKeptFiles } from './kept-files.ts';
import { Ledger } from './ledger.ts';
import type { Schedule, Step } from './schedule.ts';
import { ProcessDied, SimulatedDisk } from './simulated-disk.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedTime } from './simulated-time.ts';
import { current, type SimulatedProcess, Universe } from './universe.ts';
import { User } from './user.ts';
import { forgetWhatIsGone, heldIn } from './what-the-disk-holds.ts';

/** How often an account can be looked at before the user is told that its entries cannot be read. */
const mostLooksInVain = 3;

export class World {
  readonly universe: Universe;
  readonly server: SimulatedServer;
  readonly network: SimulatedNetwork;
  readonly computer: Computer;
  readonly user = new User(this);
  readonly trace: string[] | null;
  readonly ledgers: readonly [Ledger, Ledger] = [new Ledger(0), new Ledger(1)];
  /** Where the user is signing out: there the open account is closed before the session says so. */
  signingOutIn: SimulatedProcess | null = null;
  /** The credentials may have been forgotten by a sign-out that was cut off. */
  needsSignIn = false;
  readonly #random: Random;
  readonly #keepsFiles: boolean;
  /** What went wrong where nothing could be thrown. */
  #broken: Broken | null = null;
  /** How things were when everything was looked at last: what has not changed since is not read again. */
  #checked: { workspace: Workspace; writes: number; entryWrites: number; deeds: number } | null = null;

  constructor(schedule: Schedule, template: Template, folder: string, isTraced: boolean) {
    this.trace = isTraced ? [] : null;
    this.#random = new Random(schedule.chance);
    this.#keepsFiles = schedule.keepsFiles;
    const time = new SimulatedTime(this.#random);
    this.universe = new Universe(time, new SimulatedDisk(folder), new Random(schedule.chance + 1));
    current.universe = this.universe;
    this.server = new SimulatedServer(time, this.#random, schedule.dialect as Partial<DemoOptions>);
    const trace = (line: string) => this.note(line);
    this.network = new SimulatedNetwork(this.universe, this.server, this.#random, trace);
    this.network.speed = schedule.speed;
    this.network.errorForm = schedule.dialect.errorForm;
    const keepsOldCopies = schedule.steps.some((step) => step.do === 'lie' && step.kind === 'old-copy');
    this.computer = new Computer(this.universe, this.network, template, folder, keepsOldCopies, {
      trace,
      onProblem: (problem, error) => {
        if (problem.kind === 'internal') this.break(`an error of the application's own: ${describe(error)}`);
      },
      onSetAside: (kind) => this.#noteSetAside(kind),
    });
  }

  /** Lets the application start, and the first things happen. */
  async begin(): Promise<void> {
    this.computer.start();
    if (this.#keepsFiles) this.#keepFiles();
    await this.pass(100);
  }

  async take(step: Step): Promise<void> {
    this.note(`— ${JSON.stringify(step)}`);
    await this.#take(step);
    await this.#settle();
    if (!this.universe.process.isAlive) await this.#startAgain();
    this.check();
  }

  /** Checks everything that must always be true. */
  check(): void {
    this.server.latestClockMs = Math.max(this.server.latestClockMs, this.universe.time.clockMs);
    if (this.#broken) throw this.#broken;
    for (const ledger of this.ledgers) checkTwice(ledger, this.server);
    const open = this.open();
    if (!open) return;
    const { workspace, ledger } = open;
    ledger.isUsed = true;
    if (ledger.isUnreadable) {
      ledger.looksInVain += 1;
      if (ledger.looksInVain > mostLooksInVain) throw new Broken('nobody was told that the entries cannot be read');
    }
    const { writes, entryWrites } = this.universe.disk;
    const deeds = this.server.deeds.length;
    const before = this.#checked;
    if (before?.workspace !== workspace || before.entryWrites !== entryWrites || before.deeds !== deeds)
      checkEntered(workspace, ledger, this.server);
    if (before?.workspace !== workspace || before.writes !== writes)
      checkScreen(workspace, ledger.account, this.server);
    this.#checked = ledger.isUnreadable ? null : { workspace, writes, entryWrites, deeds };
  }

  /** The user did something: everything is looked at again, also what was not written. */
  lookAgain(): void {
    this.#checked = null;
  }

  /** Lets time pass, from when all that was begun waits for it. */
  async pass(ms: number): Promise<void> {
    const { time } = this.universe;
    const untilMs = time.monotonicMs + ms;
    await this.#settle();
    while (this.#step(untilMs)) {
      await this.#settle();
      if (!this.universe.process.isAlive) await this.#startAgain();
    }
    time.monotonicMs = untilMs;
  }

  /** Ends all trouble, and waits until both accounts have come right. */
  async calm(): Promise<void> {
    this.note('— the trouble ends');
    this.network.calm();
    this.server.calm();
    this.universe.disk.recover();
    this.computer.keychain.calm();
    for (const ledger of this.ledgers) {
      if (!ledger.isUsed) continue;
      await comeRight(this, ledger);
      if (!this.#keepsFiles) continue;
      this.#keepFiles(); // the disk may have refused it before
      await checkKeptFiles(this, ledger);
    }
    checkFiles(this.computer.folder, this.computer.keys);
    this.check();
  }

  remove(): void {
    this.computer.remove();
    current.universe = null;
  }

  async #take(step: Step): Promise<unknown> {
    const { time, disk } = this.universe;
    switch (step.do) {
      case 'let':
        return await this.pass(step.seconds * 1_000);
      case 'operator':
        return this.server.work(step.account, step.kind, step.ticket);
      case 'fault':
        this.network.faults.push({ kind: step.kind, method: step.method, times: step.times });
        return;
      case 'network':
        this.network.isConnected = step.isConnected;
        this.network.speed = step.speed;
        return;
      case 'tokens':
        return this.server.forgetTokens();
      case 'disk':
        return disk.fail(step.trouble, step.writes);
      case 'keychain':
        return this.computer.keychain.fail(step.kind, step.times);
      case 'clock':
        this.server.latestClockMs = Math.max(this.server.latestClockMs, time.clockMs);
        time.clockErrorMs += step.hours * 3_600_000;
        return;
      case 'wake':
        return this.computer.session.wake();
      case 'switch':
        return switchAccount(this);
      case 'sign-out':
        return signOut(this);
      case 'quit':
        return await this.#quit();
      case 'die':
        if (step.writes === null) this.computer.kill();
        else disk.dieIn(step.writes);
        return;
      case 'power-cut':
        return await this.#losePower(step.share);
      case 'lie':
        return await this.#lie(step.kind, step.share);
      default:
        return this.user.use(step);
    }
  }

  /** What was marked as read or unread is in the cache, which need not survive this. */
  async #losePower(share: number): Promise<void> {
    await this.computer.startAgain((folder) => this.computer.losePower(folder, share));
    for (const { unread } of this.ledgers) unread.clear();
  }

  /** The computer loses its power, and its disk what it had promised to keep. What it still holds then is all that must be there. */
  async #lie(kind: 'lost-end' | 'old-copy', share: number): Promise<void> {
    const { computer } = this;
    const open = this.open();
    // A lie costs something only where something was entered.
    if (open?.ledger.entries.size === 0) this.user.use({ do: 'comment', ticket: 0, text: 'other' });
    const held = (folder: string) => this.ledgers.map(({ account }) => heldIn(computer.folderOf(account, folder)));
    await computer.startAgain((folder) => {
      const before = held(folder);
      if (kind === 'lost-end') computer.loseEnd(folder, share);
      else computer.restoreOldCopy(folder);
      const after = held(folder);
      for (const ledger of this.ledgers)
        forgetWhatIsGone(ledger, before[ledger.account] ?? null, after[ledger.account] ?? null);
      this.note(`the disk holds ${after.map((each) => each?.changes.length ?? 'nothing readable').join(' and ')}`);
    });
  }

  /** An orderly end, and the next start. */
  async #quit(): Promise<void> {
    let isClosed = false;
    void this.computer.session.close().finally(() => {
      isClosed = true;
    });
    for (let waitedMs = 0; !isClosed && this.universe.process.isAlive; waitedMs += 1_000) {
      if (waitedMs > 120_000) throw new Broken('the application does not end');
      await this.#passAlive(1_000);
    }
    await this.#startAgain();
  }

  /** As `pass`, but a process that dies is left to the caller. */
  async #passAlive(ms: number): Promise<void> {
    const { time, process } = this.universe;
    const untilMs = time.monotonicMs + ms;
    await this.#settle();
    while (process.isAlive && this.#step(untilMs)) await this.#settle();
    time.monotonicMs = Math.max(time.monotonicMs, untilMs);
  }

  /** The open account, if there is any. */
  open(): { workspace: Workspace; ledger: Ledger } | null {
    const { session } = this.computer;
    const { process } = this.universe;
    if (session.state.phase !== 'open' || !process.isAlive || this.signingOutIn === process) return null;
    const { workspace } = session;
    const ledger = this.ledgers[this.computer.accountOf(workspace.key)];
    return { workspace, ledger };
  }

  #keepFiles(): void {
    this.user.begin(() => this.computer.session.changeSettings({ keptFilesMb: 50 }));
  }

  /** Lets the next thing happen. A process may die over it, and that alone may be thrown. */
  #step(untilMs: number): boolean {
    try {
      return this.universe.time.step(untilMs);
    } catch (error) {
      if (!(error instanceof ProcessDied)) this.break(`nobody caught ${describe(error)}`);
      return true;
    }
  }

  async #startAgain(): Promise<void> {
    await this.computer.startAgain();
  }

  async #settle(): Promise<void> {
    do await settle();
    while (this.network.busy > 0);
  }

  /** The application said that the user's entries in the open account, or the list of accounts, could not be read. */
  #noteSetAside(kind: string): void {
    if (kind !== 'outbox-set-aside') return;
    const { state } = this.computer.session;
    const key = 'account' in state ? state.account.key : null;
    const ledger = key && this.ledgers[this.computer.accountOf(key)];
    if (!ledger) return;
    // After a sign-out that was cut off, the files may still be there without their key.
    if (!ledger.isUnreadable && !ledger.mayBeGone) this.break('entries were set aside that could be read');
    ledger.startOver();
  }

  /** Notes what went wrong where nothing could be thrown. */
  break(text: string): void {
    this.#broken ??= new Broken(text);
  }

  /** Adds a line to the trace. */
  note(line: string): void {
    this.trace?.push(`${this.universe.time.monotonicMs.toFixed(1)} ${line}`);
  }
}
