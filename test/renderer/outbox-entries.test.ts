import { expect, it } from 'vitest';
import type { ChangeGroup } from '../../electron/contract/change.ts';
import { groupIdSchema } from '../../electron/contract/ids.ts';
import { lostComment } from '../../renderer/outbox/draft-list.tsx';
import { groupWords } from '../../renderer/state/change-words.ts';
import { outboxEntries } from '../../renderer/state/outbox.ts';
import { localId, outboxItem, someComment, someCreate, someTicketId } from '../support/outbox-items.ts';

const id = groupIdSchema.parse('10000000-0000-4000-8000-000000000001');
const group: ChangeGroup = { id, kind: 'comment', total: 12, confirmed: 9 };
const alone = outboxItem(1, someComment());
const waiting = outboxItem(2, someComment(), { groupId: id });
const other = outboxItem(3, someComment());
const refused = outboxItem(4, someComment(), { groupId: id, state: 'refused' });

it('lists the changes of one action at the place of the first of them', () => {
  expect(outboxEntries([alone, waiting, other, refused], [group])).toEqual([
    { group: null, item: alone },
    { group, items: [waiting, refused] },
    { group: null, item: other },
  ]);
});

it('lists a change by itself whose group is not known', () => {
  expect(outboxEntries([waiting], [])).toEqual([{ group: null, item: waiting }]);
});

it('says what became of each change of an action', () => {
  expect(groupWords(group, [waiting, outboxItem(5, someComment(), { groupId: id }), refused])).toBe(
    'Comment on 12 tickets: 9 confirmed, 2 waiting, 1 refused',
  );
  expect(groupWords({ ...group, kind: 'cancel', total: 1, confirmed: 0 }, [waiting])).toBe(
    'Cancellation of 1 ticket: 1 waiting',
  );
});

it.each([
  ['one on a new ticket that is not in the outbox', localId(2), 'Any news?'],
  ['one on a new ticket in the outbox', localId(1), null],
  ['one on a ticket of the server', someTicketId, null],
])(
  'of comments that are drafts, only what may have lost its ticket is offered for copying: %s',
  (_what, ticketId, text) => {
    const content = { form: 'comment', ticketId, comment: 'Any news?', changeId: null } as const;
    expect(lostComment(content, [outboxItem(1, someCreate)])).toBe(text);
  },
);
