import { expect, it } from 'vitest';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { rawClient, requestToken } from './client.ts';
import { cancelSample, categoriesSample, createSample, listSample, ticketSample, updateSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';
const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const keys = (value: unknown) => Object.keys(value as object);
/** The sample's fields, and the one that the vendor's server sends besides. */
const ticketKeys = [...keys(ticketSample), 'cancelReason'].sort();

it('section 4, list: the sample’s form, its figures and its default size', async () => {
  const { send } = await rawClient({ ticketCount: 8_567 });
  const { status, value } = await send('GET', tickets);
  expect(status).toBe(200);
  const { content, pageable } = value as typeof listSample;
  expect(pageable).toEqual(listSample.pageable);
  expect(content).toHaveLength(25);
  for (const row of content) {
    expect(keys(row)).toEqual(keys(listSample.content[0]));
    expect(row).toMatchObject({
      id: expect.stringMatching(/^WO\d{7}$/),
      createdOn: expect.stringMatching(time),
      updatedOn: expect.stringMatching(time),
    });
  }
});

it('section 4, single ticket: the sample’s form', async () => {
  const { send, service } = await rawClient();
  for (const ticket of service.tickets().slice(0, 50)) {
    const { status, value } = await send('GET', `${tickets}/${ticket.id}`);
    expect(status).toBe(200);
    expect(keys(value).sort()).toEqual(ticketKeys);
    expect(value).toMatchObject({ id: ticket.id, ticketType: 'Customer Support', description: ticket.description });
  }
});

it.each(['site', 'status', 'requestType', 'category', 'createdBy'] as const)(
  'section 4, list: filters by %s',
  async (field) => {
    const { send, service } = await rawClient({ pageCap: 300 });
    const [, ticket] = service.tickets();
    const wanted = ticket?.[field] ?? '';
    const { value } = await send('GET', `${tickets}?${new URLSearchParams({ [field]: wanted, size: '300' })}`);
    const found = (value as typeof listSample).content.map((row) => row.id);
    expect(found).toEqual(
      service
        .tickets()
        .filter((each) => each[field] === wanted)
        .map((each) => each.id),
    );
    expect(found.length).toBeLessThan(300);
  },
);

it('section 4, list: pages join to the whole, and the cap shows in `size`', async () => {
  const { send, service } = await rawClient({ pageCap: 40 });
  const pages = [];
  for (let page = 0; page < 8; page++)
    pages.push((await send('GET', `${tickets}?size=1000&page=${page}`)).value as typeof listSample);
  expect(pages.flatMap((page) => page.content.map((row) => row.id))).toEqual(
    service.tickets().map((ticket) => ticket.id),
  );
  expect(pages.map((page) => page.pageable.size)).toEqual(Array(8).fill(40));
  expect(pages.at(-1)?.pageable).toMatchObject({ last: true, first: false, numberOfElements: 20, totalPages: 8 });
});

it('sections 5 to 7: the samples’ requests create, update and cancel', async () => {
  const { send, service } = await rawClient();
  const site = service.tickets()[0]?.site;
  const created = await send('POST', tickets, { ...createSample, site });
  const asCreated = { ...createSample, site, status: 'New', id: ticketSample.id, comments: null, cancelReason: null };
  expect(created).toMatchObject({ status: 201, value: asCreated });
  expect(keys(created.value).sort()).toEqual(ticketKeys);

  const updated = await send('PUT', `${tickets}/${ticketSample.id}`, updateSample);
  expect(updated).toMatchObject({ status: 200, value: { ...createSample, ...updateSample, site } });
  expect(keys(updated.value).sort()).toEqual(ticketKeys);

  const cancelled = await send('PUT', `${tickets}/${ticketSample.id}/cancel`, cancelSample);
  expect(cancelled).toEqual({ status: 200, value: { message: "ServiceTicket 'WO9334196' has been Cancelled" } });
  expect((await send('GET', `${tickets}/${ticketSample.id}`)).value).toMatchObject({
    status: 'Cancelled',
    ...cancelSample,
    closedOn: expect.stringMatching(time), // the specification reserves it for Completed, the vendor's server does not
  });
});

it('section 8: the sample’s categories, all or those of one request type', async () => {
  const { send } = await rawClient();
  expect((await send('GET', `${tickets}/categories`)).value).toEqual({ result: categoriesSample });
  const one = await send('GET', `${tickets}/categories?requestType=Amenities`);
  expect(one.value).toEqual({ result: categoriesSample.filter(({ requestType }) => requestType.name === 'Amenities') });
});

it('companion page "Access token": seconds as a text, a token as long as a JWT', async () => {
  const service = await startDemoService({ ticketCount: 1 });
  const { clientId, clientSecret } = demoCredentials;
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' };
  const answer = await (await requestToken(service, form)).json();
  expect(answer).toMatchObject({ token_type: 'BearerToken', expires_in: '3599' });
  expect(answer.access_token.length).toBeGreaterThan(1_200);
  expect((await requestToken(service, { ...form, client_secret: 'wrong' })).status).toBe(401);
  expect((await requestToken(service, { ...form, grant_type: 'password' })).status).toBe(400);
  await service.stop();
});

it('companion pages "Sites" and "Locations": trees with a cycle, an orphan and roots', async () => {
  const { send } = await rawClient();
  const sites = (await send('GET', '/v1/sites')).value as { site: string }[];
  expect(sites.map((site) => keys(site))).toEqual(sites.map(() => ['site', 'address', 'city', 'metro', 'country']));
  for (const { site } of sites) {
    const rows = (await send('GET', `/v1/locations?site=${site}`)).value as {
      id: string;
      location: string;
      parentId: string | null;
    }[];
    const parentOf = new Map(rows.map((row) => [row.id, row.parentId]));
    expect(rows.some((row) => row.parentId === null)).toBe(true);
    expect(rows.some((row) => row.parentId !== null && !parentOf.has(row.parentId))).toBe(true);
    expect(rows.some((row) => parentOf.get(row.parentId ?? '') === row.id)).toBe(true);
    expect(Math.max(...rows.map((row) => row.location.length))).toBeLessThanOrEqual(40);
  }
  expect((await send('GET', '/v1/locations')).status).toBe(400);
  expect((await send('GET', '/v1/locations?site=XXX001')).status).toBe(404);
});

it('companion pages "Comments" and "Attachments": add, list, download', async () => {
  const { send, service } = await rawClient({ commentDelayMs: 60_000 });
  const id = service.tickets().find((ticket) => ticket.status === 'New')?.id ?? '';
  const added = await send('POST', '/v1/comments', { requestId: id, comment: 'Is there any news?' });
  expect(added).toMatchObject({
    status: 200,
    value: { comment: 'Is there any news?', commentedOn: expect.stringMatching(time) },
  });
  const commentsNow = async () =>
    JSON.stringify(((await send('GET', `${tickets}/${id}`)).value as typeof ticketSample).comments);
  expect(await commentsNow()).not.toContain('any news');
  service.set({ commentDelayMs: 0 });
  expect(await commentsNow()).toContain('any news');

  const form = new FormData();
  form.set('file', new Blob(['rack;temperature']), 'ignored.csv');
  const uploaded = await send('POST', `/v1/attachments?requestId=${id}&file_name=r%C3%A9adings.csv`, form);
  expect(uploaded).toMatchObject({ status: 200, value: { filename: 'réadings.csv' } });
  expect((await send('GET', `/v1/attachments/${id}`)).value).toEqual([uploaded.value]);
  const fileId = (uploaded.value as { id: string }).id;
  expect(await send('GET', `/v1/attachments/${id}/file/${fileId}`)).toEqual({ status: 200, value: 'rack;temperature' });
});
