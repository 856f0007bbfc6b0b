/*
 * One run of a schedule: the world is made, each step is taken and checked, and in the end the trouble ends and everything has
 * to come right.
 */

import { join } from 'node:path';
import type { DraftContent } from '../../electron/contract/draft.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import { ProblemError, problemOf } from '../../electron/contract/problem.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { Random } from '../../electron/demo/portfolio/random.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import { accountOf, Computer, type Template } from './computer.ts';
import { settle } from './install.ts';
import { Broken, checkFiles, checkOpen, checkTwice, difference } from './invariants.ts';
import { type Kind, keyOf, Ledger, textOf, textOfDraft } from './ledger.ts';
import type { Schedule, Step } from './schedule.ts';
import { ProcessDied, SimulatedDisk } from './simulated-disk.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { markerOf, SimulatedServer } from './simulated-server.ts';
import { SimulatedTime } from './simulated-time.ts';
import { current, Universe } from './universe.ts';
import { forgetWhatIsGone, heldIn } from './what-the-disk-holds.ts';

/** Longer than any wait of the application's, once everything works. */
const longestCalmMs = 3 * 3_600_000;
const calmStepMs = 30_000;

type UserStep = Extract<Step, { ticket: number } | { change: number } | { form: string } | { text: string }>;

export class World {
  readonly universe: Universe;
  readonly server: SimulatedServer;
  readonly network: SimulatedNetwork;
  readonly computer: Computer;
  readonly trace: string[] | null;
  readonly ledgers: readonly [Ledger, Ledger] = [new Ledger(0), new Ledger(1)];
  readonly #template: Template;
  readonly #random: Random;
  /** What went wrong where nothing could be thrown. */
  #broken: Broken | null = null;

  constructor(schedule: Schedule, template: Template, folder: string, isTraced: boolean) {
    this.trace = isTraced ? [] : null;
    this.#template = template;
    this.#random = new Random(schedule.chance);
    const time = new SimulatedTime(this.#random);
    this.universe = new Universe(time, new SimulatedDisk(folder), new Random(schedule.chance + 1));
    current.universe = this.universe;
    this.server = new SimulatedServer(time, this.#random, schedule.dialect as Partial<DemoOptions>);
    const trace = (line: string) => this.#note(line);
    this.network = new SimulatedNetwork(this.universe, this.server, this.#random, trace);
    this.network.speed = schedule.speed;
    this.network.errorForm = schedule.dialect.errorForm;
    const keepsOldCopies = schedule.steps.some((step) => step.do === 'lie' && step.kind === 'old-copy');
    this.computer = new Computer(this.universe, this.network, template, folder, keepsOldCopies, {
      trace,
      onProblem: (problem, error) => {
        if (problem.kind === 'internal') this.#break(`an error of the application's own: ${describe(error)}`);
      },
      onSetAside: (kind) => this.#noteSetAside(kind),
    });
  }

  /** Lets the application start, and the first things happen. */
  async begin(): Promise<void> {
    this.computer.start();
    await this.pass(100);
  }

  async take(step: Step): Promise<void> {
    this.#note(`— ${JSON.stringify(step)}`);
    await this.#take(step);
    await this.#settle();
    if (!this.universe.process.isAlive) await this.#startAgain();
    this.check();
  }

  /** Checks everything that must always be true. */
  check(): void {
    if (this.#broken) throw this.#broken;
    for (const ledger of this.ledgers) checkTwice(ledger, this.server);
    const open = this.#open();
    if (open) open.ledger.isUsed = true;
    if (open) checkOpen(open.workspace, open.ledger, this.server);
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    const { time } = this.universe;
    const untilMs = time.monotonicMs + ms;
    while (this.#step(untilMs)) {
      await this.#settle();
      if (!this.universe.process.isAlive) await this.#startAgain();
    }
    time.monotonicMs = untilMs;
  }

  /** Ends all trouble, and waits until both accounts have come right. */
  async calm(): Promise<void> {
    this.#note('— the trouble ends');
    this.network.calm();
    this.server.calm();
    this.universe.disk.recover();
    for (const ledger of this.ledgers) if (ledger.isUsed) await this.#comeRight(ledger);
    checkFiles(this.computer.folder, this.#template.keys);
    this.check();
  }

  remove(): void {
    this.computer.remove();
    current.universe = null;
  }

  async #comeRight(ledger: Ledger): Promise<void> {
    const untilMs = this.universe.time.monotonicMs + longestCalmMs;
    let reason = 'it was not looked at';
    while (this.universe.time.monotonicMs < untilMs) {
      await this.pass(calmStepMs / 10);
      reason = this.#notRight(ledger) ?? '';
      this.check();
      if (reason === '' && this.network.underWay === 0) return;
      await this.pass(calmStepMs);
    }
    throw new Broken(`account ${ledger.account} does not come right: ${reason}`);
  }

  /** Does what a user would do who wants everything to be right. Returns what is not right yet. */
  #notRight(ledger: Ledger): string | null {
    const { session } = this.computer;
    const open = this.#open();
    if (!open || open.ledger !== ledger) {
      this.#begin(() => session.choose(this.#template.keys[ledger.account]));
      return `the session is ${session.state.phase}`;
    }
    const { workspace } = open;
    for (const { id, change, needsDecision } of workspace.outbox.list().items) {
      if (needsDecision) this.#decide(workspace, ledger, id, change.kind, textOf(change));
    }
    const waiting = workspace.outbox
      .list()
      .items.find((item) => item.state !== 'refused' && !waitsForRefused(workspace, item.ticketId));
    if (waiting) return `a ${waiting.change.kind} is ${waiting.state}: ${waiting.problem?.kind ?? 'no problem'}`;
    return difference(workspace, ledger.account, this.server);
  }

  /** The user looks at the server: sends again what is not there, takes what is, and waits for what may still arrive. */
  #decide(workspace: Workspace, ledger: Ledger, id: ChangeId, kind: Kind, text: string): unknown {
    if (this.network.underWay > 0) return null;
    const key = keyOf(kind, text);
    const made = this.server.deeds.filter(
      (deed) => deed.account === ledger.account && keyOf(deed.kind, deed.text) === key,
    ).length;
    const { outbox } = workspace;
    const confirmed = outbox
      .sent(0, 500)
      .items.filter(({ change }) => keyOf(change.kind, textOf(change)) === key).length;
    const entry = ledger.entries.get(id);
    if (made <= confirmed) return this.#attempt(() => outbox.send(id));
    const ref = outbox.list().items.find((item) => item.id === id)?.lookalikes[0]?.ref;
    if (ref) return this.#begin(() => outbox.claim(id, ref));
    if (entry) entry.isLeaving = true;
    return this.#begin(() => outbox.discard(id));
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
      case 'clock':
        time.clockErrorMs += step.hours * 3_600_000;
        return;
      case 'wake':
        return this.computer.session.wake();
      case 'switch':
        return this.#switch();
      case 'quit':
        return await this.#quit();
      case 'die':
        if (step.writes === null) this.computer.kill();
        else disk.dieIn(step.writes);
        return;
      case 'power-cut':
        return await this.computer.startAgain((folder) => Computer.losePower(folder, this.#template.keys, step.share));
      case 'lie':
        return await this.#lie(step.kind, step.share);
      default:
        return this.#use(step);
    }
  }

  /** The computer loses its power, and its disk what it had promised to keep. What it still holds then is all that must be there. */
  async #lie(kind: 'lost-end' | 'old-copy', share: number): Promise<void> {
    const { keys } = this.#template;
    const folders = (folder: string) => keys.map((key) => join(folder, 'accounts', key));
    await this.computer.startAgain((folder) => {
      const before = folders(folder).map(heldIn);
      if (kind === 'lost-end') Computer.loseEnd(folder, keys, share);
      else this.computer.restoreOldCopy(folder);
      const after = folders(folder).map(heldIn);
      for (const ledger of this.ledgers)
        forgetWhatIsGone(ledger, before[ledger.account] ?? null, after[ledger.account] ?? null);
      this.#note(`the disk holds ${after.map((held) => held?.changes.length ?? 'nothing readable').join(' and ')}`);
    });
  }

  #switch(): void {
    const { session } = this.computer;
    const open = this.#open();
    this.#begin(() => session.choose(this.#template.keys[open?.ledger.account === 0 ? 1 : 0]));
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
    while (process.isAlive && this.#step(untilMs)) await this.#settle();
    time.monotonicMs = Math.max(time.monotonicMs, untilMs);
  }

  /** What the user does in the window. */
  #use(step: UserStep): unknown {
    const open = this.#open();
    if (!open) return null;
    const { workspace, ledger } = open;
    const { outbox, personal } = workspace;
    const marker = markerOf(ledger.account);
    switch (step.do) {
      case 'create': {
        const text = marker + step.text;
        return this.#enter(
          ledger,
          'create',
          text.trim(),
          () => outbox.add({ kind: 'create', fields: this.#fields(ledger, text) }, null).id,
        );
      }
      case 'discard':
      case 'send': {
        const item = pick(outbox.list().items, step.change);
        if (!item) return null;
        if (step.do === 'discard') return this.#discard(workspace, ledger, item.id);
        if (item.needsDecision) return this.#decide(workspace, ledger, item.id, item.change.kind, textOf(item.change));
        return this.#attempt(() => outbox.send(item.id));
      }
      case 'replace': {
        const item = pick(
          outbox.list().items.filter(({ change }) => change.kind === 'create' || change.kind === 'comment'),
          step.change,
        );
        return item && this.#replace(workspace, ledger, item.id, marker + step.text);
      }
      case 'type': {
        const content = this.#draft(workspace, ledger, step.form, step.ticket, marker + step.text);
        return content && this.#setDraft(ledger, step.form, content, () => outbox.drafts.save(step.form, content));
      }
      case 'drop-draft':
        return this.#setDraft(ledger, step.form, null, () => outbox.drafts.remove(step.form));
      case 'send-draft':
        return this.#sendDraft(workspace, ledger, step.form);
      default:
        break;
    }
    const id = this.#ticket(workspace, step.ticket);
    if (!id) return null;
    switch (step.do) {
      case 'comment': {
        const text = marker + step.text;
        return this.#enter(
          ledger,
          'comment',
          text,
          () => outbox.add({ kind: 'comment', ticketId: id, comment: text }, null).id,
        );
      }
      case 'update': {
        const text = marker + step.text;
        const title = outbox.tickets.ticket(id)?.summary.title ?? '';
        const change = { kind: 'update' as const, ticketId: id, fields: { title: text }, base: { title } };
        return this.#enter(ledger, 'update', text.trim(), () => outbox.add(change, null).id);
      }
      case 'cancel':
        return this.#enter(
          ledger,
          'cancel',
          '',
          () => outbox.add({ kind: 'cancel', ticketId: id, reason: 'Duplicate request' }, null).id,
        );
      case 'attach': {
        const fileName = `${marker}${step.text.trim()}.txt`;
        const attempt = ledger.attempt('attachment', fileName);
        return this.#begin(async () => {
          const { added } = await outbox.attachBytes(id, fileName, Buffer.from(fileName));
          if (added === 0) attempt.refused();
        });
      }
      case 'star':
        return this.#mark(ledger.stars, id, false, step.on, () => personal.star([id], step.on));
      case 'note':
        return this.#mark(ledger.notes, id, '', marker + step.text, () => personal.note(id, marker + step.text));
      case 'snooze': {
        const untilMs = step.hours === 0 ? null : this.universe.time.clockMs + step.hours * 3_600_000;
        return this.#begin(() => personal.snooze([id], untilMs));
      }
      case 'read':
        return this.#begin(() => workspace.setRead([id], true));
      case 'look':
        return this.#attempt(() => workspace.ticket(id));
    }
    return null;
  }

  #fields(ledger: Ledger, title: string) {
    const site = this.server.account(ledger.account).sites[0].site;
    const rest = { location: '', customerReference: '', notificationRecipients: '', description: title };
    return { title, site, requestType: 'Amenities', category: 'Parking', ...rest };
  }

  /** Enters a change in one go. */
  #enter(ledger: Ledger, kind: Kind, text: string, add: () => string): void {
    const attempt = ledger.attempt(kind, text);
    this.#attempt(
      () => attempt.accepted(add()),
      () => attempt.refused(),
    );
  }

  #discard({ outbox }: Workspace, ledger: Ledger, id: ChangeId): void {
    const item = outbox.list().items.find((each) => each.id === id);
    const leaving = outbox
      .list()
      .items.filter((each) => each.id === id || (item?.change.kind === 'create' && each.ticketId === item.ticketId))
      .flatMap((each) => ledger.entries.get(each.id) ?? []);
    for (const entry of leaving) entry.isLeaving = true;
    const stay = () => {
      for (const entry of leaving) entry.isLeaving = false;
    };
    this.#begin(() => outbox.discard(id), stay);
  }

  #replace({ outbox }: Workspace, ledger: Ledger, id: ChangeId, text: string): void {
    const item = outbox.list().items.find((each) => each.id === id);
    const entry = ledger.entries.get(id);
    if (!item || !entry) return;
    const kept = entry.kind === 'create' ? text.trim() : text;
    const before = [...entry.texts];
    entry.texts.add(kept);
    ledger.count(entry.kind, text); // for as long as it is not known which of them was sent
    const { change } = item;
    const form =
      change.kind === 'create'
        ? ({ kind: 'create', fields: this.#fields(ledger, text) } as const)
        : ({ kind: 'comment', ticketId: item.ticketId, comment: text } as const);
    this.#begin(
      async () => {
        await outbox.replace(id, form, null);
        entry.texts = new Set([kept]);
      },
      () => {
        entry.texts = new Set(before);
      },
    );
  }

  #draft(
    workspace: Workspace,
    ledger: Ledger,
    form: 'new' | 'comment',
    place: number,
    text: string,
  ): DraftContent | null {
    if (form === 'new') return { form, fields: this.#fields(ledger, text), changeId: null };
    const ticketId = this.#ticket(workspace, place);
    return ticketId && { form, ticketId, comment: text, changeId: null };
  }

  #setDraft(ledger: Ledger, key: string, content: DraftContent | null, save: () => void): void {
    const before = ledger.drafts.get(key) ?? [null];
    const after = content && textOfDraft(content);
    ledger.drafts.set(key, [...before, after]);
    this.#attempt(
      () => {
        save();
        ledger.drafts.set(key, [after]);
      },
      () => ledger.drafts.set(key, before),
    );
  }

  #sendDraft({ outbox }: Workspace, ledger: Ledger, key: 'new' | 'comment'): void {
    const content = outbox.drafts.list().find((draft) => draft.key === key)?.content;
    if (content?.form !== 'new' && content?.form !== 'comment') return;
    const before = ledger.drafts.get(key) ?? [null];
    ledger.drafts.set(key, [...before, null]);
    const change =
      content.form === 'new'
        ? ({ kind: 'create', fields: content.fields } as const)
        : ({ kind: 'comment', ticketId: content.ticketId, comment: content.comment } as const);
    const attempt = ledger.attempt(change.kind, textOf(change));
    this.#attempt(
      () => {
        attempt.accepted(outbox.add(change, key).id);
        ledger.drafts.set(key, [null]);
      },
      () => {
        attempt.refused();
        ledger.drafts.set(key, before);
      },
    );
  }

  #mark<T>(marks: Map<string, T[]>, id: TicketId, none: T, value: T, mark: () => Promise<void>): void {
    const before = marks.get(id) ?? [none];
    marks.set(id, [...before, value]);
    this.#begin(mark, () => marks.set(id, before));
  }

  /** One of the tickets that the user sees: the server's first ones, and those that are new here. */
  #ticket(workspace: Workspace, place: number): TicketId | null {
    const local = workspace.outbox
      .list()
      .items.flatMap(({ change, ticketId }) => (change.kind === 'create' ? [ticketId] : []));
    const open = workspace.cache.openTickets().sort();
    return pick([...open.slice(0, 2), ...local.slice(0, 2), ...open.slice(2)], place) ?? null;
  }

  #open(): { workspace: Workspace; ledger: Ledger } | null {
    const { session } = this.computer;
    if (session.state.phase !== 'open' || !this.universe.process.isAlive) return null;
    const { workspace } = session;
    const ledger = this.ledgers[accountOf(this.#template.keys, workspace.key)];
    return { workspace, ledger };
  }

  /** Does something that may be refused. What a death leaves behind stays as it is: both outcomes are possible. */
  #attempt(work: () => unknown, onRefused: () => void = () => undefined): void {
    try {
      work();
    } catch (error) {
      this.#noteRefusal(error, onRefused);
    }
  }

  /** The same for what takes time. */
  #begin(work: () => Promise<unknown>, onRefused: () => void = () => undefined): void {
    const { process } = this.universe;
    work().catch((error: unknown) => {
      if (process.isAlive) this.#noteRefusal(error, onRefused);
    });
  }

  #noteRefusal(error: unknown, onRefused: () => void): void {
    if (!this.universe.process.isAlive || error instanceof ProcessDied) return;
    const { kind } = problemOf(error);
    this.#note(`refused: ${kind}`);
    if (!(error instanceof ProblemError) || kind === 'internal')
      this.#break(`an error of the application's own: ${describe(error)}`);
    onRefused();
  }

  /** Lets the next thing happen. A process may die over it, and that alone may be thrown. */
  #step(untilMs: number): boolean {
    try {
      return this.universe.time.step(untilMs);
    } catch (error) {
      if (!(error instanceof ProcessDied)) this.#break(`nobody caught ${describe(error)}`);
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
    const ledger = key && this.ledgers[accountOf(this.#template.keys, key)];
    if (!ledger) return;
    if (!ledger.isUnreadable) this.#break('entries were set aside that could be read');
    ledger.startOver();
  }

  #break(text: string): void {
    this.#broken ??= new Broken(text);
  }

  #note(line: string): void {
    this.trace?.push(`${this.universe.time.monotonicMs.toFixed(1)} ${line}`);
  }
}

const pick = <T>(from: readonly T[], place: number): T | undefined => from[place % Math.max(1, from.length)];

function waitsForRefused({ outbox }: Workspace, ticketId: TicketId): boolean {
  return outbox
    .list()
    .items.some((item) => item.change.kind === 'create' && item.ticketId === ticketId && item.state === 'refused');
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
