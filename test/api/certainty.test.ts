import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { isSafeToRetry, UnsentError } from '../../electron/api/network-errors.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import type { FaultKind } from '../../electron/demo/options.ts';
import { clientOf } from '../support/client.ts';
import { ownService } from '../support/session.ts';
import { ticketId } from '../support/tickets.ts';

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

const kindOf = (error: unknown) => (error instanceof ProblemError ? error.problem.kind : error);

// Without `proxy-407`: Node’s fetch does not say why it fails there.
describe('a comment on a server that goes wrong', () => {
  it.each<[FaultKind, ProblemKind, boolean]>([
    ['unauthorized', 'unauthorized', true],
    ['gateway-401', 'gateway-refused', true],
    ['forbidden-html', 'gateway-refused', false],
    ['rate-limited', 'rate-limited', true],
    ['redirect', 'redirected', false],
    ['no-permission', 'not-found', false],
    ['error-json', 'server-error', false],
    ['error-xml', 'server-error', false],
    ['error-html', 'server-error', false],
    ['error-empty', 'server-error', false],
    ['cut-off', 'malformed-answer', false],
    ['cut-json', 'malformed-answer', false],
    ['not-json', 'malformed-answer', false],
    ['wrong-shape', 'malformed-answer', false],
    ['hang', 'timeout', false],
    ['drop-before', 'no-connection', false],
    ['drop-after', 'no-connection', false],
  ])('%s: %s, surely not done: %s', async (fault, kind, isSure) => {
    const service = await ownService();
    const api = await clientOf(service, fault === 'hang' ? { timeLimitMs: 300 } : {}); // a slow answer is no hanging one
    const id = ticketId(
      Number(
        service
          .tickets()
          .find((ticket) => ticket.status === 'New')
          ?.id.slice(2),
      ),
    );
    service.set({ faults: [{ kind: fault, match: { method: 'POST', path: 'comments' } }] });
    const error = await failureOf(api.addComment(id, 'Is there any news?'));
    expect([kindOf(error), isSafeToRetry(error)]).toEqual([kind, isSure]);
  });

  it('is surely not done when nobody listens', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    await service.setConnected(false);
    await failureOf(api.addComment(ticketId(1), 'The connection of before is still taken for good.'));
    const error = await failureOf(api.addComment(ticketId(1), 'Is there any news?'));
    expect([kindOf(error), isSafeToRetry(error)]).toEqual(['no-connection', true]);
  });

  it('is surely not done when the token cannot be had, however that ended', async () => {
    const service = await ownService();
    const http = new Http({ baseUrl: () => Promise.resolve(service.baseUrl), fetch });
    const current = () => Promise.reject(new ProblemError('timeout', { correlationId: 'abc' }));
    const api = new ApiClient(http, { current, renewed: current }, { masterAccountId: '1', accountId: '1' });
    const error = await failureOf(api.addComment(ticketId(1), 'Is there any news?'));
    expect(isSafeToRetry(error)).toBe(true);
    expect(error).toMatchObject({ problem: { kind: 'timeout', correlationId: 'abc' } });
    expect(service.requests).toEqual([]);
  });
});

it.each([
  [404, '<html>Not here</html>'],
  [404, '{"status":"blocked"}'],
  [403, '{"status":"blocked"}'],
  [401, '<html>Sign in to the gateway</html>'],
])('a %i of something on the way is no word of the vendor’s: %s', async (status, body) => {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const http = new Http({ baseUrl: () => Promise.resolve(`http://127.0.0.1:${port}`), fetch });
  const current = () => Promise.resolve('token');
  const api = new ApiClient(http, { current, renewed: current }, { masterAccountId: '1', accountId: '1' });
  expect(kindOf(await failureOf(api.readTicket(ticketId(1))))).toBe('gateway-refused');
});

it('knows the certain ones by their making, not by their kind alone', () => {
  expect(isSafeToRetry(new UnsentError(problem('no-connection')))).toBe(true);
  expect(isSafeToRetry(new ProblemError('no-connection'))).toBe(false);
  expect(isSafeToRetry(new ProblemError('rejected'))).toBe(false);
  expect(isSafeToRetry(new DOMException('aborted', 'AbortError'))).toBe(false);
  expect(isSafeToRetry(undefined)).toBe(false);
});
