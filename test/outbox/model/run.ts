import type { ApiClient } from '../../../electron/api/client.ts';
import { type Change, type OutboxItem, refusedAndMadeOn } from '../../../electron/contract/change.ts';
import type { ChangeId, TicketId } from '../../../electron/contract/ids.ts';
import { ProblemError } from '../../../electron/contract/problem.ts';
import type { Fault } from '../../../electron/demo/options.ts';
import type { DemoService } from '../../../electron/demo/service.ts';
import { clientOf } from '../../support/client.ts';
import { create, diskOf, itemIn, openTicket, ownOutbox, type TestOutbox } from '../../support/outbox.ts';
import { condition } from './condition.ts';
import { longestLagMs, type Step } from './steps.ts';

/** Short, since some faults never answer. On a slow machine an answer that takes longer is one more fault. */
const timeLimitMs = 100;

const retryPolicy = {
  searchDelaysMs: [0, 10, 1.5 * longestLagMs],
  discardSearchDelaysMs: [0, 1.5 * longestLagMs],
};

/** One outbox and one server through kills and faults, with everything that the user did. */
export class Run {
  readonly service: DemoService;
  readonly #api: ApiClient;
  /** With the usual time limit, for when everything works again. */
  readonly #patientApi: ApiClient;
  test: TestOutbox;
  /** Every change that was added, in order. */
  readonly added: ChangeId[] = [];
  /** Every change that was seen to be confirmed. */
  readonly confirmed = new Set<ChangeId>();
  readonly #tickets: TicketId[];
  #faults: readonly Fault[] = [];

  private constructor(service: DemoService, api: ApiClient, patientApi: ApiClient, test: TestOutbox) {
    this.service = service;
    this.#api = api;
    this.#patientApi = patientApi;
    this.test = test;
    this.#tickets = [openTicket(service, 0).id, openTicket(service, 1).id];
  }

  static async begin(service: DemoService): Promise<Run> {
    const api = await clientOf(service, { timeLimitMs });
    return new Run(service, api, await clientOf(service), await ownOutbox(service, { api, retryPolicy }));
  }

  async take(step: Step): Promise<void> {
    await this.#take(step);
    for (const { id } of this.test.outbox.sent(0, 200).items) this.confirmed.add(id);
  }

  async #take(step: Step): Promise<void> {
    const { outbox } = this.test;
    switch (step.do) {
      case 'create': {
        const { id, ticketId } = outbox.add(create(this.service, { title: step.text }), null);
        this.added.push(id);
        this.#tickets.push(ticketId);
        return;
      }
      case 'comment':
      case 'cancel':
      case 'update':
      case 'attach':
        return await expected(() => this.#change(step));
      case 'discard':
        return await expected(() => outbox.discard(this.#pick(this.added, step.change)));
      case 'send':
        return await expected(() => outbox.send(this.#pick(this.added, step.change)));
      case 'replace':
        return await expected(() => this.#replace(step));
      case 'fault':
        this.#faults = [
          ...this.#faults,
          {
            kind: step.kind,
            times: step.times,
            retryAfterS: 0,
            match: { ...(step.method && { method: step.method }) },
          },
        ];
        return this.service.set({ faults: this.#faults });
      case 'network':
        return await this.service.setConnected(step.isConnected);
      case 'let': {
        const goal = this.service.requests.length + step.requests;
        return await condition(() => this.service.requests.length >= goal || this.#isIdle(), 40);
      }
      case 'kill':
        return await this.#kill();
    }
  }

  /** Ends all faults, kills the outbox once more, and sends again what was not found, as the user would. */
  async calm(): Promise<void> {
    this.service.set({ faults: [] });
    await this.service.setConnected(true);
    await this.#kill(this.#patientApi);
    const isDone = () => {
      for (const item of this.test.outbox.list().items) if (item.needsDecision) this.test.outbox.send(item.id);
      return this.#isIdle();
    };
    await condition(isDone, 30_000);
    if (!isDone()) throw new Error(`the outbox does not become idle: ${JSON.stringify(this.test.outbox.list())}`);
  }

  /** Returns the changes as they are now, except those that were discarded. */
  get items(): OutboxItem[] {
    return this.added.flatMap((id) => itemIn(this.test, id) ?? []);
  }

  #isIdle(): boolean {
    const { items } = this.test.outbox.list();
    return items.every((item) => item.state === 'refused' || item.needsDecision || this.waitsForRefused(item));
  }

  /** Whether a change waits for a ticket whose creation was refused, or is an edit on top of a refused one. */
  waitsForRefused({ id, ticketId, change }: OutboxItem): boolean {
    const { items } = this.test.outbox.list();
    const isCreate = (item: OutboxItem) => item.change.kind === 'create' && item.ticketId === ticketId;
    if (change.kind !== 'create' && items.find(isCreate)?.state === 'refused') return true;
    return change.kind === 'update' && [...refusedAndMadeOn(items)].some((item) => item.id === id);
  }

  #pick<T>(from: readonly T[], place: number): T {
    const picked = from[place % Math.max(1, from.length)];
    if (picked === undefined) throw new ProblemError('invalid-input');
    return picked;
  }

  async #replace(step: Extract<Step, { do: 'replace' }>): Promise<void> {
    const id = this.#pick(this.added, step.change);
    const change = create(this.service, { title: step.text });
    if (itemIn(this.test, id)?.change.kind === 'create') await this.test.outbox.replace(id, change, null);
  }

  async #change(step: Extract<Step, { ticket: number }>): Promise<void> {
    const { outbox } = this.test;
    const ticketId = this.#pick(this.#tickets, step.ticket);
    if (step.do === 'attach') {
      const before = new Set(outbox.list().items.map((item) => item.id));
      await outbox.attachBytes(ticketId, step.text.trim(), Buffer.from(step.text));
      this.added.push(
        ...outbox
          .list()
          .items.map((item) => item.id)
          .filter((id) => !before.has(id)),
      );
      return;
    }
    this.added.push(outbox.add(this.#form(step, ticketId), null).id);
  }

  #form(
    step: Exclude<Extract<Step, { ticket: number }>, { do: 'attach' }>,
    ticketId: TicketId,
  ): Exclude<Change, { kind: 'attachment' }> {
    if (step.do === 'cancel') return { kind: 'cancel', ticketId, reason: 'Duplicate request' };
    if (step.do === 'comment') return { kind: 'comment', ticketId, comment: step.text };
    const title = this.test.outbox.tickets.ticket(ticketId)?.summary.title ?? this.#serverTitle(ticketId);
    return { kind: 'update', ticketId, fields: { title: step.text }, base: { title } };
  }

  #serverTitle(id: TicketId): string {
    return this.service.tickets().find((ticket) => ticket.id === id)?.title ?? '';
  }

  async #kill(api = this.#api): Promise<void> {
    const folder = await diskOf(this.test.folder);
    await this.test.outbox.close();
    this.test = await ownOutbox(this.service, { folder, api, retryPolicy });
  }
}

/** Passes over expected problems: a change that was sent meanwhile, or a server that cannot be asked. */
async function expected(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind === 'internal') throw error;
  }
}
