/* Which problem a response stands for. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeToRetry } from '../../electron/api/network-errors.ts';
import { jsonOf, parseRetryAfter, problemOfResponse } from '../../electron/api/response.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';

const json = (message: string) => JSON.stringify({ error: { type: 'client', message, correlationId: 'c-1' } });
const wrapper = (code: string, description = '') =>
  JSON.stringify({ ErrorWrapper: { Errors: { Error: { Error: { ReasonCode: code, Description: description } } } } });
const xmlWrapper = (description: string) =>
  `<ErrorWrapper><Errors><Error><Error><Description>${description}</Description></Error></Error></Errors></ErrorWrapper>`;
const spike =
  '{"fault":{"faultstring":"Spike arrest violation.","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}}';
const page = '<!doctype html><html><title>Sign in</title></html>';

const problemFor = (status: number, body: string, headers: Record<string, string> = {}) =>
  problemOfResponse({ status, headers: new Headers(headers), body });

describe('an error', () => {
  it.each<[number, string, ProblemKind]>([
    [400, json('Bad request was submitted.'), 'rejected'],
    [400, wrapper('REQUEST_ID_INVALID'), 'not-found'],
    [400, json('Site not found.'), 'rejected'],
    [401, json('The access token is invalid.'), 'unauthorized'],
    [401, json('Service ticket not found.'), 'not-found'],
    [401, wrapper('REQUEST_ID_INVALID'), 'not-found'],
    [401, page, 'gateway-refused'],
    [403, json('Forbidden'), 'not-permitted'],
    [403, xmlWrapper('Forbidden'), 'not-permitted'],
    [403, '{"fault":{"faultstring":"Forbidden"}}', 'not-permitted'],
    [403, json('Service ticket not found.'), 'not-found'],
    [403, page, 'gateway-refused'],
    [404, json('Resource not found.'), 'not-found'],
    [404, wrapper('REQUEST_ID_INVALID', 'The request id is not valid.'), 'not-found'],
    [404, xmlWrapper('Resource not found.'), 'not-found'],
    [404, '{"fault":{"faultstring":"Unable to identify proxy for host"}}', 'not-found'],
    [404, page, 'gateway-refused'],
    [404, '{"status":"blocked"}', 'gateway-refused'],
    [407, page, 'proxy-auth'],
    [408, '', 'server-error'],
    [413, json('Too large'), 'rejected'],
    [429, page, 'rate-limited'],
    [500, json('SNOW error. System Error'), 'server-error'],
    [500, wrapper('REQUEST_ID_INVALID'), 'server-error'],
    [502, page, 'server-error'],
    [511, page, 'captive-portal'],
    [200, page, 'captive-portal'],
    [203, page, 'captive-portal'],
    [200, xmlWrapper('Refused'), 'server-error'],
    [200, json('Refused'), 'server-error'],
    [200, '{"cont', 'malformed-answer'],
  ])('%i with %s is %s', (status, body, kind) => {
    expect(problemFor(status, body).problem.kind).toBe(kind);
  });

  it.each([200, 400, 401, 403, 404, 500, 503])(
    'of the gateway’s rate limit under %i was surely not carried out',
    (status) => {
      const error = problemFor(status, spike);
      expect(error.problem).toMatchObject({ kind: 'rate-limited', httpStatus: status, retryAfterMs: 3_000 });
      expect(isSafeToRetry(error)).toBe(true);
      expect(problemFor(status, spike, { 'Retry-After': '7' }).problem.retryAfterMs).toBe(7_000);
    },
  );

  it('keeps words, code and correlation id, the latter from the headers too', () => {
    expect(
      problemFor(404, wrapper('REQUEST_ID_INVALID', 'No such ticket'), { 'X-Correlation-Id': 'h-1' }).problem,
    ).toMatchObject({
      serverMessage: 'No such ticket',
      serverCode: 'REQUEST_ID_INVALID',
      correlationId: 'h-1',
    });
    expect(problemFor(400, json('No'), { 'X-Correlation-Id': 'h-1' }).problem.correlationId).toBe('c-1');
  });

  it.each([400, 403])('under %i sends nobody to read a message that is not there', (status) => {
    expect(problemFor(status, json('')).problem.todo).not.toContain('message');
    expect(problemFor(status, json('Because')).problem.todo).toContain('message');
  });

  it('is surely without effect only where it was given before the request was processed', () => {
    const safe = [...[200, 400, 401, 403, 404, 413, 429, 500, 511]].filter((status) =>
      isSafeToRetry(problemFor(status, json('No'))),
    );
    expect(safe).toEqual([401, 429]);
    expect(isSafeToRetry(new ProblemError('not-permitted', { httpStatus: 401 }))).toBe(false);
    expect(isSafeToRetry(problemFor(401, json('Service ticket not found.')))).toBe(false);
    expect(isSafeToRetry(problemFor(200, page))).toBe(false);
  });

  it('of any status with any body is a problem with its own sentences', () => {
    const part = fc.constantFrom(
      '{"error":',
      '{"message":"',
      'x',
      '<',
      'ErrorWrapper',
      '>',
      '"}',
      '}',
      '[',
      'correlationid : 1',
    );
    const anyBody = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), anyBody, (status, body) => {
        const { message, todo, serverMessage = '' } = problemFor(status, body).problem;
        expect(message && todo).toMatch(/\.$/);
        expect(serverMessage).not.toMatch(/<[a-z/!?]/i);
      }),
    );
  });
});

describe('a success', () => {
  const jsonFor = (body: string) => jsonOf({ status: 200, headers: new Headers(), body });

  it.each([
    ['', null],
    [' \n', null],
    ['null', null],
    ['\ufeff{"a":1}', { a: 1 }],
    ['{"error":null}', { error: null }],
  ])('of %j is %j', (body, value) => {
    expect(jsonFor(body)).toEqual(value);
  });

  it.each([json('Refused'), xmlWrapper('Refused'), '{"error":"invalid_client","error_description":"Refused"}'])(
    'in name only, with %s, is that error',
    (body) => {
      const problem = { kind: 'server-error', serverMessage: 'Refused', httpStatus: 200 };
      expect(() => jsonFor(body)).toThrow(expect.objectContaining({ problem: expect.objectContaining(problem) }));
    },
  );
});

const hourMs = 60 * 60_000;
const sixHoursBehind = new Date(Date.now() + 6 * hourMs);
const inSeconds = (seconds: number) => new Date(sixHoursBehind.getTime() + seconds * 1_000).toUTCString();

it.each([
  [null, undefined],
  ['', undefined],
  ['7', 7_000],
  [' 1.5 ', 1_500],
  ['soon', undefined],
  ['-5', undefined],
  ['5 seconds', undefined],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  [inSeconds(20), 20_000],
  [inSeconds(20).replace(' GMT', ''), 20_000],
  ['9'.repeat(400), hourMs],
  ['Fri, 31 Dec 9999 23:59:59 GMT', hourMs],
])('Retry-After %j, where this computer’s clock is hours behind, is %s', (value, expected) => {
  const headers = new Headers({ Date: sixHoursBehind.toUTCString(), ...(value !== null && { 'Retry-After': value }) });
  expect(parseRetryAfter(headers)).toBe(expected);
});

it('a date in Retry-After counts by this computer’s clock where the response has none', () => {
  const headers = new Headers({ 'Retry-After': new Date(Date.now() + 60_000).toUTCString() });
  expect(parseRetryAfter(headers)).toBeGreaterThan(50_000);
  expect(parseRetryAfter(headers)).toBeLessThanOrEqual(60_000);
});
