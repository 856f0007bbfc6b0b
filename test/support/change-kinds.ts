/* A change of each kind, and how often the server has it. */

import type { FormChange } from '../../electron/contract/change.ts';
import type { ChangeId } from '../../electron/contract/ids.ts';
import type { FaultKind } from '../../electron/demo/options.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { create, openTicket, type TestOutbox } from './outbox.ts';

export type Kind = 'create' | 'update' | 'cancel' | 'comment' | 'attachment';
export const kinds: readonly Kind[] = ['create', 'update', 'cancel', 'comment', 'attachment'];

/** Makes a change of a kind, of an open ticket of the service, and returns its id. */
export async function change(
  kind: Kind,
  service: DemoService,
  { outbox }: TestOutbox,
  { id: ticketId, title } = openTicket(service),
): Promise<ChangeId> {
  if (kind === 'attachment') {
    await outbox.attachBytes(ticketId, 'a file.txt', Buffer.from('content'));
    const id = outbox.list().items.at(-1)?.id;
    if (!id) throw new Error('nothing was attached');
    return id;
  }
  const forms: Record<Exclude<Kind, 'attachment'>, FormChange> = {
    create: create(service, { title: ' With white space ', description: 'And a description\n' }),
    update: { kind: 'update', ticketId, fields: { title: 'Another title ' }, base: { title } },
    cancel: { kind: 'cancel', ticketId, reason: 'Duplicate request' },
    comment: { kind: 'comment', ticketId, comment: ' Said once ' },
  };
  return outbox.add(forms[kind], null).id;
}

/** Makes a change of each of these kinds, each of another ticket, and returns their ids. */
export async function changesOf(
  some: readonly Kind[],
  service: DemoService,
  test: TestOutbox,
): Promise<Map<Kind, ChangeId>> {
  const targets = some.map((kind, place) => ({ kind, ticket: openTicket(service, place) }));
  const ids = new Map<Kind, ChangeId>();
  for (const { kind, ticket } of targets) ids.set(kind, await change(kind, service, test, ticket));
  return ids;
}

/** Returns how often the server has the change. */
export function timesThere(kind: Kind, service: DemoService): number {
  const tickets = service.tickets();
  switch (kind) {
    case 'create':
      return tickets.filter(({ title }) => title.trim() === 'With white space').length;
    case 'update':
      return tickets.filter(({ title }) => title.trim() === 'Another title').length;
    case 'cancel':
      return tickets.filter(
        ({ status, updatedOn }) => status === 'Cancelled' && Date.parse(`${updatedOn}Z`) > Date.now() - 60_000,
      ).length;
    case 'comment':
      return tickets.flatMap(({ comments }) => comments).filter(({ comment }) => comment.trim() === 'Said once').length;
    case 'attachment':
      return tickets.flatMap(({ id }) => service.attachments(id)).filter(({ filename }) => filename === 'a file.txt')
        .length;
  }
}

/** Faults of every call that changes something. */
export const writing = (kind: FaultKind, times = 1) =>
  ['POST', 'PUT'].map((method) => ({ kind, match: { method }, times }));
