import { expect, vi } from 'vitest';
import { type ChangeId, type TicketId, ticketIdSchema } from '../../../electron/contract/ids.ts';
import type { DemoService } from '../../../electron/demo/service.ts';
import { condition } from '../../outbox/model/condition.ts';
import { create } from '../../support/outbox.ts';
import { Desk } from './desk.ts';
import { TicketModel } from './ticket-model.ts';

/** Longer than two times of one event can lie apart, so that what the operator does is never taken for an echo. */
const stepMs = 3 * 60_000;

const jumpMs = 26 * 3_600_000;

export type Step = {
  do:
    | `op ${'comment' | 'status' | 'title' | 'description' | 'touch' | 'create'}`
    | `own ${'comment' | 'title' | 'reference' | 'cancel' | 'create'}`
    | 'round'
    | 'read'
    | 'mark unread'
    | 'read all'
    | 'go offline'
    | 'go online'
    | 'restart'
    | 'break off a round'
    | 'clock ahead'
    | 'clock back';
  ticket: number;
};

/** The operator, the user and the model of what is unread. */
export class Run {
  readonly #service: DemoService;
  readonly #folder: string;
  #desk: Desk;
  readonly #models: TicketModel[];
  /** Of the user's changes that wait, and the tickets that they belong to. */
  #queued: { id: ChangeId; model: TicketModel; change: 'comment' | 'title' | 'reference' | 'cancel' }[] = [];
  /** The tickets that only the server has yet. */
  #created: TicketId[] = [];
  #isOnline = true;
  #number = 0;
  readonly #now = Date.now;
  #shiftMs = 0;
  #jumpMs = 0;

  private constructor(service: DemoService, folder: string, desk: Desk) {
    this.#service = service;
    this.#folder = folder;
    this.#desk = desk;
    const known = service.tickets().map(({ id }) => new TicketModel(service, ticketIdSchema.parse(id), true));
    // Mostly the same ones, of which some are open.
    this.#models = known.sort((one, other) => Number(other.isOpen) - Number(one.isOpen)).slice(0, 5);
  }

  static async begin(service: DemoService, folder: string): Promise<Run> {
    const run = new Run(service, folder, await Desk.open(service, folder));
    Date.now = () => run.#now() + run.#shiftMs;
    await run.#desk.settle();
    run.check(); // the first sync is read
    return run;
  }

  async end(): Promise<void> {
    Date.now = this.#now;
    await this.#desk.close();
  }

  async take({ do: what, ticket }: Step): Promise<void> {
    this.#shiftMs += stepMs;
    this.#number += 1;
    const model = this.#models[ticket % this.#models.length];
    if (!model) return;
    if (what.startsWith('op ')) this.#operate(what, model);
    else if (what === 'own create') await this.#createOwn();
    else if (what === 'own comment') await this.#change('comment', model);
    else if (what === 'own title') await this.#change('title', model);
    else if (what === 'own reference') await this.#change('reference', model);
    else if (what === 'own cancel') await this.#change('cancel', model);
    else if (what === 'round') await this.#round();
    else if (what === 'read') await this.#setRead([model], true);
    else if (what === 'read all') await this.#setRead(this.#models, true);
    else if (what === 'mark unread') await this.#setRead([model], false);
    else if (what === 'restart') await this.#restart();
    else if (what === 'break off a round') await this.#breakOff();
    else if (what === 'clock ahead') this.#jump(jumpMs);
    else if (what === 'clock back') this.#jump(-jumpMs);
    else await this.#connect(what === 'go online');
  }

  /** Compares every ticket with its model. */
  check(): void {
    const { cache } = this.#desk;
    for (const model of this.#models) {
      const record = cache.record(model.id).map(({ change, isNew }) => ({ change, isNew }));
      expect({ id: model.id, isUnread: cache.isUnread(model.id), record }).toEqual(model.expected);
    }
    const known = new Set<string>(this.#models.map(({ id }) => id));
    for (const { id } of this.#service.tickets()) {
      if (!known.has(id)) expect(`${id} ${cache.isUnread(ticketIdSchema.parse(id))}`).toBe(`${id} false`);
    }
  }

  #operate(what: Step['do'], model: TicketModel): void {
    if (what === 'op create') {
      const id = ticketIdSchema.parse(this.#service.addTicket({ title: `Opened by a colleague ${this.#number}` }));
      this.#created.push(id);
      return;
    }
    const isQueued = this.#queued.some((one) => one.model === model);
    if (isQueued && what !== 'op comment' && what !== 'op description') return; // who came first would depend on the time
    model.operate(what, this.#number);
  }

  async #createOwn(): Promise<void> {
    if (!this.#isOnline) return;
    const { outbox } = this.#desk;
    const before = new Set(this.#service.tickets().map(({ id }) => id));
    outbox.add(create(this.#service, { title: `Own ${this.#number}` }), null);
    await this.#ownConfirmed();
    const made = this.#service.tickets().find(({ id }) => !before.has(id));
    if (made) this.#models.push(new TicketModel(this.#service, ticketIdSchema.parse(made.id), true));
  }

  async #change(change: 'comment' | 'title' | 'reference' | 'cancel', model: TicketModel): Promise<void> {
    if (!model.isOpen || model.isAmbiguous || this.#queued.some((one) => one.model === model)) return;
    const { outbox } = this.#desk;
    const ticketId = model.id;
    const shown = outbox.tickets.ticket(ticketId);
    const text = `Own ${this.#number}`;
    const base = { title: shown?.summary.title ?? '', customerReference: shown?.detail?.customerReference ?? '' };
    const { id } =
      change === 'comment'
        ? outbox.add({ kind: 'comment', ticketId, comment: text }, null)
        : change === 'cancel'
          ? outbox.add({ kind: 'cancel', ticketId, reason: 'Duplicate request' }, null)
          : change === 'title'
            ? outbox.add({ kind: 'update', ticketId, fields: { title: text }, base: { title: base.title } }, null)
            : outbox.add(
                {
                  kind: 'update',
                  ticketId,
                  fields: { customerReference: text },
                  base: { customerReference: base.customerReference },
                },
                null,
              );
    this.#queued.push({ id, model, change });
    if (this.#isOnline) await this.#ownConfirmed();
  }

  /** Waits until what the user did has arrived, or was refused, and reads those tickets. */
  async #ownConfirmed(): Promise<void> {
    await vi.waitFor(() => expect(this.#desk.isOutboxIdle()).toBe(true), { interval: 2 });
    await this.#round();
  }

  async #round(): Promise<void> {
    if (!this.#isOnline) {
      this.#desk.engine.syncNow();
      return;
    }
    await this.#desk.settle();
    const waiting = new Set(this.#desk.outbox.list().items.map(({ id }) => id));
    for (const { id, model, change } of this.#queued) if (!waiting.has(id)) model.ownConfirmed(change);
    this.#queued = [];
    for (const model of this.#models) model.observe();
    for (const id of this.#created.splice(0)) this.#models.push(new TicketModel(this.#service, id, false));
    this.check();
  }

  async #setRead(models: readonly TicketModel[], isRead: boolean): Promise<void> {
    await this.#desk.cache.setRead(
      models.map(({ id }) => id),
      isRead,
    );
    for (const model of models) model.setRead(isRead);
    this.check();
  }

  async #connect(isOnline: boolean): Promise<void> {
    this.#isOnline = isOnline;
    await this.#service.setConnected(isOnline);
    if (isOnline) await this.#round();
  }

  async #restart(): Promise<void> {
    await this.#desk.close();
    this.#desk = await Desk.open(this.#service, this.#folder);
    this.check();
  }

  /** Ends everything in the middle of a round; nothing happens before the next one. */
  async #breakOff(): Promise<void> {
    if (!this.#isOnline) return;
    const goal = this.#service.requests.length + 1 + (this.#number % 5);
    this.#desk.engine.syncNow();
    await condition(() => this.#service.requests.length >= goal, 100); // the round may make fewer
    await this.#desk.close();
    this.#desk = await Desk.open(this.#service, this.#folder);
    await this.#round();
  }

  /** Moves this computer's clock, and not the server's. */
  #jump(byMs: number): void {
    this.#shiftMs += byMs;
    this.#jumpMs += byMs;
    this.#service.set({ clockOffsetMs: -this.#jumpMs });
  }
}
