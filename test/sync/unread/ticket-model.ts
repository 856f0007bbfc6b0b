import type { TicketId } from '../../../electron/contract/ids.ts';
import type { TicketChange } from '../../../electron/contract/news.ts';
import { openStatuses } from '../../../electron/contract/specification.ts';
import type { DemoService } from '../../../electron/demo/service.ts';

type Seen = { status: string; title: string; description: string };

const fields = ['title', 'description'] as const;

/** What the user must see of one ticket: whether it is unread, and what others did to it. */
export class TicketModel {
  readonly id: TicketId;
  readonly #service: DemoService;
  #seen: Seen;
  #record: { change: TicketChange; isNew: boolean }[] = [];
  #isUnread = false;
  /** Who changed each thing last since the user's computer last saw the ticket. */
  readonly #by = new Map<'status' | 'title' | 'moved', 'operator' | 'user'>();
  #comments: TicketChange[] = [];
  #isTouched = false;

  /** @param isKnown whether it was there in the first sync, or the user made it; another one is new */
  constructor(service: DemoService, id: TicketId, isKnown: boolean) {
    this.#service = service;
    this.id = id;
    this.#seen = this.#now();
    if (!isKnown) this.#add([{ what: 'created' }]);
  }

  get isOpen(): boolean {
    return openStatuses.includes(this.#now().status);
  }

  /** The operator did what cannot be told from what the user does now. */
  get isAmbiguous(): boolean {
    return this.#by.get('status') === 'operator' || this.#isTouched;
  }

  get expected() {
    return { id: this.id, isUnread: this.#isUnread, record: this.#record };
  }

  operate(what: string, number: number): void {
    this.#by.set('moved', 'operator');
    if (what === 'op touch') {
      this.#service.changeTicket(this.id, {});
      this.#isTouched = true;
    } else if (what === 'op title' || what === 'op description') {
      const field = what === 'op title' ? 'title' : 'description';
      this.#service.changeTicket(this.id, { [field]: `By the operator ${number}` });
      if (field === 'title') this.#by.set('title', 'operator');
    } else if (what === 'op status') {
      const others = ['New', 'In Progress', 'Completed'].filter((status) => status !== this.#now().status);
      this.#service.changeTicket(this.id, { status: others[number % others.length] ?? 'New' });
      this.#by.set('status', 'operator');
    } else {
      const { comments, updatedOn: commentedOn } = this.#ticket();
      const comment = { comment: `Comment ${number}`, commentedBy: 'A technician', commentedOn };
      this.#service.changeTicket(this.id, { comments: [...comments, comment] });
      this.#comments.push({ what: 'comment', comment: comment.comment, by: comment.commentedBy, on: commentedOn });
    }
  }

  /** A change of the user's has arrived. */
  ownConfirmed(change: 'comment' | 'title' | 'reference' | 'cancel'): void {
    this.#by.set('moved', 'user');
    if (change === 'title') this.#by.set('title', 'user');
    if (change === 'cancel') this.#by.set('status', 'user');
  }

  /** The user's computer sees the ticket as it is now. */
  observe(): void {
    const [now, seen] = [this.#now(), this.#seen];
    const found: TicketChange[] = [];
    if (now.status !== seen.status && this.#by.get('status') === 'operator') {
      found.push({ what: 'status', from: seen.status, to: now.status });
    }
    for (const field of fields) {
      const isOthers = field === 'description' || this.#by.get('title') === 'operator';
      if (now[field] !== seen[field] && isOthers) {
        found.push({ what: 'field', field, from: seen[field], to: now[field] });
      }
    }
    found.push(...this.#comments.splice(0));
    // Better known now.
    if (found.some(({ what, ...rest }) => what === 'comment' || ('field' in rest && rest.field === 'description'))) {
      this.#record = this.#record.filter(({ change, isNew }) => !(isNew && change.what === 'touched'));
    }
    if (found.length === 0 && this.#by.get('moved') === 'operator') found.push({ what: 'touched' });
    this.#add(found);
    this.#seen = now;
    this.#by.clear();
    this.#isTouched = false;
  }

  setRead(isRead: boolean): void {
    this.#isUnread = !isRead;
    if (isRead) this.#record = this.#record.map(({ change }) => ({ change, isNew: false }));
  }

  #add(changes: readonly TicketChange[]): void {
    if (changes.length > 0) this.#isUnread = true;
    this.#record.push(...changes.map((change) => ({ change, isNew: true })));
  }

  #ticket() {
    const ticket = this.#service.tickets().find(({ id }) => id === this.id);
    if (!ticket) throw new Error(`no ticket ${this.id}`);
    return ticket;
  }

  #now(): Seen {
    const { status, title, description } = this.#ticket();
    return { status, title: title.trim(), description: description.trim() };
  }
}
