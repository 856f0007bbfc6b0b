/* The user: what is done in the window, and what the ledger is told of it. */

import type { DraftContent } from '../../electron/contract/draft.ts';
import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind, problemOf } from '../../electron/contract/problem.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import { describe } from './invariants.ts';
import { type Kind, keyOf, type Ledger, textOf, textOfDraft } from './ledger.ts';
import { mark } from './marks.ts';
import type { Step } from './schedule.ts';
import { ProcessDied } from './simulated-disk.ts';
import { markerOf } from './simulated-server.ts';
import type { World } from './world.ts';

/** A step that the user takes in the window. */
export type UserStep = Extract<
  Exclude<Step, { do: 'operator' }>,
  { ticket: number } | { tickets: number } | { change: number } | { form: string } | { text: string }
>;

export class User {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The user looks at the server: sends again what is not there, takes what is, and waits for what may still arrive. */
  decide(workspace: Workspace, ledger: Ledger, id: ChangeId, kind: Kind, text: string): unknown {
    if (this.#world.network.underWay > 0) return null;
    const key = keyOf(kind, text);
    const made = this.#world.server.deeds.filter(
      (deed) => deed.account === ledger.account && keyOf(deed.kind, deed.text) === key,
    );
    const { outbox } = workspace;
    const confirmed = outbox
      .sent(0, 500)
      .items.filter(({ change }) => keyOf(change.kind, textOf(change)) === key).length;
    if (made.length <= confirmed) return this.#attempt(() => outbox.send(id));
    // A ticket that somebody else opened with the same words is not taken for the user's own.
    const isPossible = ({ ref }: { ref: string }) => kind !== 'create' || made.some(({ ticketId }) => ticketId === ref);
    const lookalike = outbox
      .list()
      .items.find((item) => item.id === id)
      ?.lookalikes.find(isPossible);
    if (lookalike) return this.begin(() => outbox.claim(id, lookalike.ref));
    return this.#discard(workspace, ledger, id);
  }

  /** What the user does in the window. */
  use(step: UserStep): unknown {
    const open = this.#world.open();
    if (!open) return null;
    const { workspace, ledger } = open;
    const { outbox } = workspace;
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
      case 'comment-all':
        return this.#commentAll(open.workspace, ledger, step.tickets, marker + step.text);
      case 'discard':
      case 'send': {
        const item = pick(outbox.list().items, step.change);
        if (!item) return null;
        if (step.do === 'discard') return this.#discard(workspace, ledger, item.id);
        if (item.needsDecision) return this.decide(workspace, ledger, item.id, item.change.kind, textOf(item.change));
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
        const { process } = this.#world.universe;
        return this.begin(async () => {
          const { added } = await outbox.attachBytes(id, fileName, Buffer.from(fileName));
          if (added === 0 && process.isAlive) attempt.refused(); // a dead process may have added it
        });
      }
      case 'look':
        return this.#attempt(() => workspace.ticket(id));
      default:
        return mark(this.#world, workspace, ledger, id, step);
    }
  }

  #fields(ledger: Ledger, title: string) {
    const site = this.#world.server.account(ledger.account).sites[0].site;
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

  /** One comment on the first so many tickets: on all that can have one, or on none. */
  #commentAll({ outbox, cache }: Workspace, ledger: Ledger, count: number, text: string): void {
    const ids = cache.openTickets().sort().slice(0, count);
    if (ids.length === 0) return;
    const attempts = ids.map(() => ledger.attempt('comment', text));
    this.begin(
      async () => {
        const { groupId, added } = await outbox.groups.add(ids, { kind: 'comment', comment: text }, null);
        for (const attempt of attempts) attempt.refused();
        const own = outbox.list().items.filter((item) => item.groupId === groupId);
        if (own.length !== added) this.#world.break(`${added} comments were added, ${own.length} are there`);
        for (const { id } of own) if (!ledger.entries.has(id)) ledger.add(id, 'comment', text);
      },
      () => {
        for (const attempt of attempts) attempt.refused();
      },
    );
  }

  #discard({ outbox }: Workspace, ledger: Ledger, id: ChangeId): void {
    const item = outbox.list().items.find((each) => each.id === id);
    const leaving = outbox
      .list()
      .items.filter((each) => each.id === id || (item?.change.kind === 'create' && each.ticketId === item.ticketId))
      .flatMap((each) => ledger.entries.get(each.id) ?? []);
    for (const entry of leaving) entry.discards += 1;
    if (item) ledger.disowned.add(item.ticketId);
    const stay = () => {
      for (const entry of leaving) entry.discards -= 1;
    };
    this.begin(() => outbox.discard(id), stay);
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
    this.begin(
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

  /** One of the tickets that the user sees: the server's first ones, and those that are new here. */
  #ticket(workspace: Workspace, place: number): TicketId | null {
    const local = workspace.outbox
      .list()
      .items.flatMap(({ change, ticketId }) => (change.kind === 'create' ? [ticketId] : []));
    const open = workspace.cache.openTickets().sort();
    return pick([...open.slice(0, 2), ...local.slice(0, 2), ...open.slice(2)], place) ?? null;
  }

  /** Does something that may be refused. What a death leaves behind stays as it is: both outcomes are possible. */
  #attempt(work: () => unknown, onRefused: () => void = () => undefined): void {
    try {
      work();
    } catch (error) {
      this.#noteRefusal(error, onRefused);
    }
    this.#world.lookAgain();
  }

  /** The same for what takes time. */
  begin(work: () => Promise<unknown>, onRefused: (kind: ProblemKind) => void = () => undefined): void {
    const { process } = this.#world.universe;
    work()
      .catch((error: unknown) => {
        if (process.isAlive) this.#noteRefusal(error, onRefused);
      })
      .finally(() => this.#world.lookAgain());
  }

  #noteRefusal(error: unknown, onRefused: (kind: ProblemKind) => void): void {
    if (!this.#world.universe.process.isAlive || error instanceof ProcessDied) return;
    const { kind } = problemOf(error);
    this.#world.note(`refused: ${kind}`);
    if (!(error instanceof ProblemError) || kind === 'internal')
      this.#world.break(`an error of the application's own: ${describe(error)}`);
    onRefused(kind);
  }
}

const pick = <T>(from: readonly T[], place: number): T | undefined => from[place % Math.max(1, from.length)];
