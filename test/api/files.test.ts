/* Lists of files and their downloads, where the server answers something else than a list or a file. */

import { describe, expect, it } from 'vitest';
import { ticketId } from '../support/tickets.ts';
import { type Answer, clientOfServer, kindOf, problemFrom } from './own-server.ts';

const json = (message: string) => JSON.stringify({ error: { message } });
const wrapper = (code: string, description: string) =>
  JSON.stringify({ ErrorWrapper: { Errors: { Error: { Error: { ReasonCode: code, Description: description } } } } });

describe('a ticket without files', () => {
  it.each<[Answer]>([
    [{ status: 204 }],
    [{ body: 'null' }],
    [{ body: '' }],
    [{ body: '{}' }],
    [{ body: '{"content":null}' }],
    [{ status: 404, body: json('Resource not found.') }],
    [{ status: 404, body: json('No attachments found for ticket WO1.') }],
    [{ status: 404, body: wrapper('NO_ATTACHMENTS', 'No attachments found') }],
    [{ status: 401, body: json('Resource not found.') }],
  ])('may answer %j', async (answer) => {
    const { api } = await clientOfServer(() => answer);
    expect(await api.listAttachments(ticketId(1))).toEqual([]);
  });

  it.each<[Answer, string]>([
    [{ status: 404, body: wrapper('REQUEST_ID_INVALID', 'The id is not valid.') }, 'not-found'],
    [{ status: 404, body: json('Service ticket not found.') }, 'not-found'],
    [{ status: 404, body: '<html>Not here</html>' }, 'gateway-refused'],
    [{ body: '{"items":{"count":3}}' }, 'malformed-answer'],
    [{ body: '<html>Sign in</html>' }, 'captive-portal'],
    [{ body: json('Snow downstream error') }, 'server-error'],
  ])('does not answer %j', async (answer, kind) => {
    const { api } = await clientOfServer(() => answer);
    expect(await kindOf(api.listAttachments(ticketId(1)))).toBe(kind);
  });
});

async function text(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a download', () => {
  const page = '<!doctype html><title>Report</title>';
  const html = { 'Content-Type': 'text/html; charset=utf-8' };
  const accounts: Answer = { body: '[]' };

  const download = async (file: Answer, others: Answer = accounts) => {
    const { api, seen } = await clientOfServer(({ path }) => (path.includes('/file/') ? file : others));
    return { work: api.downloadAttachment(ticketId(1), 'a').then(text), seen };
  };

  it('of a page is the file where the server can be reached, and none where the network answers', async () => {
    expect(await (await download({ body: page, headers: html })).work).toBe(page);
    const { work } = await download({ body: page, headers: html }, { body: '<html>Sign in</html>' });
    expect(await kindOf(work)).toBe('captive-portal');
  });

  it('of a page that comes with a file’s name asks no more', async () => {
    const { work, seen } = await download({ body: page, headers: { ...html, 'Content-Disposition': 'attachment' } });
    expect([await work, seen.length]).toEqual([page, 1]);
  });

  it.each(['application/json', 'application/xml'])('of an error with status 200 (%s) is that error', async (type) => {
    const body = type.endsWith('json')
      ? json('Refused')
      : '<ErrorWrapper><Errors><Error><Description>Refused</Description></Error></Errors></ErrorWrapper>';
    const { work } = await download({ body, headers: { 'Content-Type': type } });
    expect(await problemFrom(work)).toMatchObject({ kind: 'server-error', serverMessage: 'Refused' });
  });

  it.each(['{"a":1}', '', 'text'])('of JSON is the file: %s', async (body) => {
    expect(await (await download({ body, headers: { 'Content-Type': 'application/json' } })).work).toBe(body);
  });

  it('tells the server’s time', async () => {
    const { http } = await clientOfServer(() => ({
      body: 'file',
      headers: { Date: 'Tue, 08 Aug 2023 12:00:00 GMT' },
    }));
    const times: number[] = [];
    await http({ onServerTime: (ms) => times.push(ms) }).download({ method: 'GET', path: 'x' }, async () => undefined);
    expect(times).toEqual([Date.UTC(2023, 7, 8, 12)]);
  });
});

it('a page in place of the answer to an upload is the network’s, and 413 is about the size', async () => {
  const file = {
    fileName: 'a',
    sizeBytes: 1,
    chunks: async function* () {
      yield new Uint8Array(1);
    },
  };
  const upload = async (answer: Answer) => {
    const { api } = await clientOfServer(() => answer);
    return await kindOf(api.uploadAttachment(ticketId(1), file, () => undefined));
  };
  expect(await upload({ body: '<html>Sign in</html>' })).toBe('captive-portal');
  expect(await upload({ status: 413, body: '<html>nginx</html>' })).toBe('file-too-large');
});
