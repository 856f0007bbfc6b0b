import { expect, it } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { Drafts, Templates } from '../../electron/outbox/drafts.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { create, diskOf, kindOf, outboxKey, ownOutbox } from '../support/outbox.ts';
import { ownPersonal } from '../support/personal.ts';
import { ownService } from '../support/session.ts';

const draft = (title: string): DraftContent => ({ form: 'new', fields: { ...emptyNewTicket, title }, changeId: null });

it('has a draft on the disk as soon as it is saved, one a form', async () => {
  const service = await ownService();
  let now = 1_000;
  const test = await ownOutbox(service, { nowMs: () => now });
  test.outbox.drafts.save('new', draft('Half a ti'));
  now = 2_000;
  test.outbox.drafts.save('new', draft('Half a title'));
  test.outbox.drafts.save('another', draft('x'.repeat(100_000)));
  const copy = await diskOf(test.folder);
  const reopened = await ownOutbox(service, { folder: copy });
  expect(reopened.outbox.drafts.list().map(({ key, savedAtMs }) => [key, savedAtMs])).toEqual([
    ['another', 2_000],
    ['new', 2_000],
  ]);
  expect(reopened.outbox.drafts.list()[1]?.content).toEqual(draft('Half a title'));
  reopened.outbox.drafts.remove('new');
  expect(reopened.outbox.drafts.list()).toHaveLength(1);
});

it('removes the draft in the same step in which its change is written', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  test.outbox.drafts.save('new', draft('A title'));
  test.outbox.add(create(service), 'new');
  const reopened = await ownOutbox(service, { folder: await diskOf(test.folder) });
  expect(reopened.outbox.drafts.list()).toEqual([]);
  expect([...reopened.outbox.list().items, ...reopened.outbox.sent(0, 1).items]).toHaveLength(1);
});

it('says that nothing typed is lost when the disk is full, and keeps the draft', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  test.outbox.drafts.save('new', draft('A title'));
  await test.outbox.close();
  const { file } = await openOutboxFile(test.folder, outboxKey);
  const pages = Number(file.first('PRAGMA page_count')?.page_count);
  await file.close();
  const full = await ownOutbox(service, { folder: test.folder, maxPages: pages });
  const change = create(service, { description: 'x'.repeat(30_000) });
  expect(await kindOf(() => full.outbox.add(change, 'new'))).toBe('disk-full');
  expect(full.outbox.drafts.list()).toHaveLength(1);
  expect(full.outbox.list().items).toEqual([]);
});

it('keeps templates by their name', async () => {
  const test = await ownOutbox(await ownService());
  const { templates } = test.outbox;
  templates.save({ name: 'Monthly check', fields: { ...emptyNewTicket, title: 'Check' } });
  templates.save({ name: 'access', fields: emptyNewTicket });
  templates.save({ name: 'Monthly check', fields: { ...emptyNewTicket, title: 'Check of cooling' } });
  expect(templates.list().map(({ name, fields }) => [name, fields.title])).toEqual([
    ['access', ''],
    ['Monthly check', 'Check of cooling'],
  ]);
  templates.remove(templates.list()[0]?.id ?? '');
  expect(templates.list()).toHaveLength(1);
});

it.each(['no JSON', '{"form":"of another version"}'])(
  'a draft that holds “%s” hides no others, and stays',
  async (content) => {
    const test = await ownOutbox(await ownService());
    test.outbox.drafts.save('new', draft('A title'));
    await test.outbox.close();
    const { file } = await openOutboxFile(test.folder, outboxKey);
    file.run('INSERT INTO draft (key, content, saved_at_ms) VALUES (?, ?, 3)', 'other', content);
    const drafts = new Drafts(file, Date.now, null as never);
    expect(drafts.list().map(({ key }) => key)).toEqual(['new']);
    expect(file.all('SELECT key FROM draft')).toHaveLength(2);
    await file.close();
  },
);

it.each(['no JSON', '{"title":1}'])('a template that holds “%s” hides no others, and stays', async (fields) => {
  const { file } = await ownPersonal();
  const templates = new Templates(file);
  templates.save({ name: 'Check', fields: emptyNewTicket });
  templates.save({ name: 'Other', fields: emptyNewTicket });
  file.run("UPDATE template SET fields = ? WHERE name = 'Other'", fields);
  expect(templates.list().map(({ name }) => name)).toEqual(['Check']);
  expect(file.all('SELECT name FROM template')).toHaveLength(2);
});
