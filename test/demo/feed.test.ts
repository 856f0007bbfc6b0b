import { expect, it } from 'vitest';
import { noPermissionCredentials } from '../../electron/demo/credentials.ts';
import { rawClient } from './client.ts';
import { listSample } from './samples.ts';

const feed = '/v1/service-tickets';

type Row = (typeof listSample)['content'][0] & { ticketType: string; description: string };
type Page = { content: Row[]; pageable: (typeof listSample)['pageable'] };

async function feedClient() {
  const { send, service } = await rawClient({ hasFeed: true });
  const pageOf = async (query: string) => (await send('GET', `${feed}?${query}`)).value as Page;
  const pages = async () => {
    const read = [await pageOf('size=25&page=0')];
    while (read.at(-1)?.pageable.last === false) read.push(await pageOf(`size=25&page=${read.length}`));
    return read;
  };
  return { service, send, pageOf, pages };
}

it('answers 404 unless it is allowed', async () => {
  const { send, service } = await rawClient({ ticketCount: 30 });
  expect((await send('GET', feed)).status).toBe(404);
  service.set({ hasFeed: true });
  expect((await send('GET', feed)).status).toBe(200);
  const withoutPermission = await rawClient({ hasFeed: true }, noPermissionCredentials);
  expect((await withoutPermission.send('GET', feed)).status).toBe(404);
});

it('lists tickets of all kinds by their last change, in pages that come short and empty', async () => {
  const { service, pages } = await feedClient();
  const read = await pages();
  const rows = read.flatMap(({ content }) => content);
  const changed = rows.map(({ updatedOn }) => updatedOn);
  expect(changed).toEqual([...changed].sort().reverse());
  expect(new Set(rows.map(({ ticketType }) => ticketType))).toEqual(
    new Set(['Customer Support', 'Remote Hands', 'Shipping and Receiving', 'Facility Access']),
  );
  const ownIds = rows.filter(({ ticketType }) => ticketType === 'Customer Support').map(({ id }) => id);
  expect(ownIds.sort()).toEqual(
    service
      .tickets()
      .map(({ id }) => id)
      .sort(),
  );
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...Object.keys(listSample.content[0] ?? {}),
    'ticketType',
    'description',
  ]);

  const lengths = read.slice(0, -1).map(({ content }) => content.length);
  expect(Math.min(...lengths)).toBe(0);
  expect(lengths.some((length) => length > 0 && length < 25)).toBe(true);
  expect(read[0]?.pageable.totalElements).toBeGreaterThan(rows.length);
});

it('shows a change on its first page, whatever the ticket’s age and kind', async () => {
  const { service, pageOf } = await feedClient();
  const oldest = service.tickets().at(-1)?.id ?? '';
  service.set({ clockOffsetMs: 1_000 });
  service.changeTicket(oldest, { title: 'Changed after years' });
  expect((await pageOf('size=5')).content[0]).toMatchObject({ id: oldest, title: 'Changed after years' });
  service.set({ clockOffsetMs: 3_000 });
  const id = service.addTicket({ ticketType: 'Remote Hands' });
  expect(service.tickets().some((ticket) => ticket.id === id)).toBe(false);
  expect((await pageOf('size=5')).content[0]).toMatchObject({ id, ticketType: 'Remote Hands' });
});

it('leaves out what the user may not see, after it has cut the page', async () => {
  const { service, pageOf } = await feedClient();
  service.set({ clockOffsetMs: 1_000 });
  service.set({ emptyListForm: 'null' }); // this page is not an empty list
  service.changeUnseen(30);
  const pages = [await pageOf('size=25&page=0'), await pageOf('size=25&page=1')];
  expect(pages[0]?.content).toEqual([]);
  expect(pages[0]?.pageable).toMatchObject({ last: false, numberOfElements: 0, empty: true });
  expect(pages[1]?.content.length).toBeGreaterThan(10);
});

it('filters, also by id', async () => {
  const { service, pageOf } = await feedClient();
  const [, ticket] = service.tickets();
  expect((await pageOf(`id=${ticket?.id}`)).content.map(({ id }) => id)).toEqual([ticket?.id]);
  const { content } = await pageOf(`site=${ticket?.site}&status=New`);
  expect(content.length).toBeGreaterThan(0);
  for (const row of content) expect(row).toMatchObject({ site: ticket?.site, status: 'New' });
});
