import { describe, expect, it } from 'vitest';
import { parseRetryAfter, readErrorBody } from '../../electron/api/response.ts';

describe('error bodies', () => {
  it('of the application are read as JSON', () => {
    const body = '{"error": {"type": "client", "message": "Resource not found.", "correlationId": "ab-12"}}';
    expect(readErrorBody(body)).toMatchObject({
      isFromVendor: true,
      message: 'Resource not found.',
      correlationId: 'ab-12',
    });
  });

  it('of the gateway are read as XML, and keep a code as it is written', () => {
    const wrap = (inner: string) =>
      `<ErrorWrapper><Errors><Error><Error>${inner}</Error></Error></Errors></ErrorWrapper>`;
    expect(readErrorBody(wrap('<ReasonCode>0503</ReasonCode><Description>Spike arrest</Description>'))).toMatchObject({
      isFromVendor: true,
      message: 'Spike arrest',
    });
    expect(readErrorBody(wrap('<ReasonCode>0503</ReasonCode>'))).toMatchObject({ isFromVendor: true, message: '0503' });
  });

  it.each([
    ['', false, false],
    ['Unauthorized', false, false],
    ['<html><body>Proxy</body></html>', false, true],
    ['{"error": {"mess', false, false],
    ['{"status": "blocked"}', false, false],
    ['{"error": "blocked"}', false, false],
    ['{"error": {}}', true, false],
    ['{"fault": {"faultstring": "Invalid access token"}}', true, false],
    ['<ErrorWrapper><Errors>', true, false],
  ])('have no message in %j', (body, isFromVendor, isPage) => {
    expect(readErrorBody(body)).toEqual({ isFromVendor, isPage });
  });

  it.each([
    ['null', undefined],
    ['1234', '1234'],
  ])('keep the message beside a correlation id that is %s', (id, correlationId) => {
    const body = `{"error": {"message": "Resource not found.", "correlationId": ${id}}}`;
    const read = readErrorBody(body);
    expect([read.message, read.correlationId]).toEqual(['Resource not found.', correlationId]);
  });

  it('never yield markup, nor a message without end', () => {
    const body = JSON.stringify({ error: { message: `<b>Down</b> for\n <i>repair</i> ${'x'.repeat(2_000)}` } });
    const { message } = readErrorBody(body);
    expect(message).toMatch(/^Down for repair x+$/);
    expect(message?.length).toBe(500);
  });
});

const dayMs = 24 * 60 * 60_000;

it.each([
  [null, undefined],
  ['7', 7_000],
  ['soon', undefined],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['9'.repeat(400), dayMs],
  ['Fri, 31 Dec 9999 23:59:59 GMT', dayMs],
])('Retry-After %j', (value, expected) => {
  expect(parseRetryAfter(value)).toBe(expected);
});
