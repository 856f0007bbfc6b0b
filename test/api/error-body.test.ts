import { describe, expect, it } from 'vitest';
import { readErrorBody } from '../../electron/api/error-body.ts';

describe('error bodies', () => {
  it('read the application’s JSON', () => {
    const body = '{"error": {"type": "client", "message": "Resource not found.", "correlationId": "ab-12"}}';
    expect(readErrorBody(body)).toEqual({ isFromVendor: true, message: 'Resource not found.', correlationId: 'ab-12' });
  });

  it('read the gateway’s XML and keep a code as it is written', () => {
    const wrap = (inner: string) =>
      `<ErrorWrapper><Errors><Error><Error>${inner}</Error></Error></Errors></ErrorWrapper>`;
    expect(readErrorBody(wrap('<ReasonCode>0503</ReasonCode><Description>Spike arrest</Description>'))).toEqual({
      isFromVendor: true,
      message: 'Spike arrest',
    });
    expect(readErrorBody(wrap('<ReasonCode>0503</ReasonCode>'))).toEqual({ isFromVendor: true, message: '0503' });
  });

  it.each([
    ['', false],
    ['<html><body>Proxy</body></html>', false],
    ['{"error": {"mess', false],
    ['{"fault": "other"}', true],
    ['<ErrorWrapper><Errors>', true],
  ])('find no words in %j', (body, isFromVendor) => {
    expect(readErrorBody(body)).toEqual({ isFromVendor });
  });

  it('never hand on markup, nor a message without end', () => {
    const body = JSON.stringify({ error: { message: `<b>Down</b> for\n <i>repair</i> ${'x'.repeat(2_000)}` } });
    const { message } = readErrorBody(body);
    expect(message).toMatch(/^Down for repair x+$/);
    expect(message?.length).toBe(500);
  });
});
