/* The forms of errors that the vendor's host was seen to use, and what is read from each. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isErrorBody, readErrorBody } from '../../electron/api/error-body.ts';

const id = '3f0c8f6e-5a5d-4a53-9d0e-0c4c7d1f2b9a';

const wrapper = (fields: Record<string, string>) =>
  JSON.stringify({
    ErrorWrapper: { Errors: { Error: { Error: { Source: 'SNOW', ...fields, Recoverable: 'false' } } } },
  });
const xmlWrapper = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ErrorWrapper><Errors><Error><Error>${inner}</Error></Error></Errors></ErrorWrapper>`;

describe('the words and the correlation id', () => {
  it.each<[form: string, body: string, message: string, code: string, correlationId: string]>([
    [
      'application',
      `{"error":{"correlationId":"${id}","type":"client","message":"Resource not found."}}`,
      ...(['Resource not found.', '', id] as const),
    ],
    [
      'JSON wrapper',
      wrapper({
        ReasonCode: 'REQUEST_ID_INVALID',
        Description: 'Request ID is invalid.',
        Details: `Request ID is invalid ,correlationid : ${id}`,
      }),
      ...(['Request ID is invalid.', 'REQUEST_ID_INVALID', id] as const),
    ],
    [
      'JSON wrapper whose details say more',
      wrapper({
        ReasonCode: 'BAD_REQUEST',
        Description: 'Bad request was submitted.',
        Details: `Missing accounts : [0011A00001AaAB1ABC] ,correlationid : ${id}`,
      }),
      ...(['Bad request was submitted. Missing accounts : [0011A00001AaAB1ABC]', 'BAD_REQUEST', id] as const),
    ],
    [
      'JSON wrapper whose details alone speak',
      wrapper({
        ReasonCode: '400',
        Description: '',
        Details: `Payload attribute site contain incorrect size,correlationid:${id}`,
      }),
      ...(['Payload attribute site contain incorrect size', '400', id] as const),
    ],
    [
      'XML wrapper',
      xmlWrapper(
        `<ReasonCode>0503</ReasonCode><Description>Backend &amp; service unavailable</Description><Details>,correlationid : ${id}</Details>`,
      ),
      ...(['Backend & service unavailable', '0503', id] as const),
    ],
    ['XML wrapper with a code alone', xmlWrapper('<ReasonCode>0503</ReasonCode>'), '0503', '0503', ''],
    [
      'XML wrapper with names spaces and attributes',
      `\ufeff<ns:ErrorWrapper xmlns:ns="urn:x"><ns:Errors><ns:Error code="1"><ns:Description lang="en"><![CDATA[No <right>]]></ns:Description></ns:Error></ns:Errors></ns:ErrorWrapper>`,
      ...(['No', '', ''] as const),
    ],
    [
      'gateway',
      '{"fault":{"faultstring":"Invalid Access Token","detail":{"errorcode":"keymanagement.service.invalid_access_token"}}}',
      ...(['Invalid Access Token', 'keymanagement.service.invalid_access_token', ''] as const),
    ],
    [
      'gateway in XML',
      '<fault><faultstring>Invalid Access Token</faultstring><detail><errorcode>oauth.v2.InvalidAccessToken</errorcode></detail></fault>',
      ...(['Invalid Access Token', 'oauth.v2.InvalidAccessToken', ''] as const),
    ],
    [
      'OAuth',
      '{"error":"invalid_client","error_description":"The client secret has expired."}',
      ...(['The client secret has expired.', 'invalid_client', ''] as const),
    ],
    ['OAuth without words', '{"error":"invalid_client"}', 'invalid_client', 'invalid_client', ''],
    [
      'gateway’s OAuth',
      '{"ErrorCode":"invalid_client","Error":"ClientId is Invalid"}',
      ...(['ClientId is Invalid', 'invalid_client', ''] as const),
    ],
    [
      'two errors',
      '{"ErrorWrapper":{"Errors":{"Error":[{"Error":{"Description":"No title."}},{"Error":{"Description":"No site."}},{"Error":{"Description":"no title"}}]}}}',
      ...(['No title. No site.', '', ''] as const),
    ],
    [
      'other names and nesting',
      `{"response":[{"errorwrapper":{"errors":[{"error":{"error":{"reasonCode":"X1","DESCRIPTION":"Refused","correlation_id":"${id}"}}}]}}]}`,
      ...(['Refused', 'X1', id] as const),
    ],
    [
      'an error inside the words of another',
      JSON.stringify({ error: { message: xmlWrapper(`<Description>Refused</Description>`), correlationId: id } }),
      ...(['Refused', '', id] as const),
    ],
    ['number for an id', '{"error":{"message":"Refused","correlationId":1234}}', 'Refused', '', '1234'],
    ['null for an id', '{"error":{"message":"Refused","correlationId":null}}', 'Refused', '', ''],
    ['nothing inside', '{"error":{}}', '', '', ''],
    ['XML cut off', '<ErrorWrapper><Errors>', '', '', ''],
  ])('of the form: %s', (_form, body, message, code, correlationId) => {
    const expected = { isFromVendor: true, isPage: false, isRateLimit: false, message, code, correlationId };
    expect(readErrorBody(body)).toEqual(expected);
    expect(readErrorBody(`\ufeff\r\n ${body}\n`)).toEqual(expected);
  });

  it.each([
    `Not allowed ,correlationid : ${id}`,
    `Not allowed; CorrelationId=${id}.`,
    `Not allowed (correlation id: "${id}")`,
    `Not allowed - X-Correlation-ID: ${id}`,
    `Not allowed | correlation_id is ${id}`,
    `correlationid : ${id}, Not allowed`,
  ])('in the details %j', (details) => {
    const read = readErrorBody(wrapper({ Description: 'Bad request.', Details: details }));
    expect([read.message.replace(/\W*$/, ''), read.correlationId]).toEqual(['Bad request. Not allowed', id]);
  });

  it('without an id where the words only speak of one', () => {
    const words = 'The correlation id is missing.';
    expect(readErrorBody(wrapper({ Details: words }))).toMatchObject({ message: words, correlationId: '' });
  });

  it.each(['N/A', 'null', '-', 'bad  REQUEST was submitted', 'Request'])('without the empty phrase %j', (details) => {
    const body = wrapper({ Description: 'Bad request was submitted.', Details: details });
    expect(readErrorBody(body).message).toBe('Bad request was submitted.');
  });

  it('of XML with thousands of entities', () => {
    const read = readErrorBody(xmlWrapper(`<Description>A &lt; B</Description>${'<X>&amp;</X>'.repeat(5_000)}`));
    expect(read.message).toBe('A < B');
  });

  it('of a huge body, to a length that a person reads', () => {
    const long = 'No site. '.repeat(300_000);
    const details = `${long},correlationid : ${id}`;
    for (const body of [
      wrapper({ Description: 'Refused.', Details: details }),
      xmlWrapper(`<Description>Refused.</Description><Details>${details}</Details>`),
    ]) {
      const read = readErrorBody(body);
      expect(read).toMatchObject({ isFromVendor: true, correlationId: id });
      expect(read.message).toMatch(/^Refused\. No site\. No site\./);
      expect(read.message.length).toBe(500);
    }
  });
});

it.each([
  ['', false, ''],
  ['Unauthorized', false, ''],
  ['<html><body>Proxy</body></html>', true, ''],
  ['<?xml version="1.0"?><WISPAccessGatewayParam/>', true, ''],
  ['{"error": {"mess', false, ''],
  ['{"status": "blocked"}', false, ''],
  ['{"error": "blocked"}', false, 'blocked'],
  ['{"message": "Unauthorized"}', false, 'Unauthorized'],
  ['{"content": [{"description": "Of a ticket"}], "size": 1}', false, ''],
  ['[]', false, ''],
])('%j is none of the vendor’s', (body, isPage, message) => {
  expect(readErrorBody(body)).toMatchObject({ isFromVendor: false, isPage, message, isRateLimit: false });
});

it.each([
  ['{"fault":{"faultstring":"Spike","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}}', true],
  ['{"fault":{"faultstring":"Quota","detail":{"errorcode":"policies.ratelimit.QuotaViolation"}}}', true],
  ['{"fault":{"faultstring":"x","detail":{"errorcode":"policies.ratelimit.InvalidMessageWeight"}}}', true],
  ['{"fault":{"faultstring":"Spike arrest violation. Allowed rate : 10ps"}}', true],
  [wrapper({ ReasonCode: 'policies.ratelimit.QuotaViolation' }), true],
  [xmlWrapper('<ReasonCode>policies.ratelimit.SpikeArrestViolation</ReasonCode>'), true],
  ['{"fault":{"faultstring":"x","detail":{"errorcode":"messaging.adaptors.http.flow.GatewayTimeout"}}}', false],
  ['{"error":{"message":"The rate of this cage is limited."}}', false],
  ['{"error":{"message":"The title \'Spike arrest violation\' is taken."}}', false],
])('is %s a rate limit: %s', (body, isRateLimit) => {
  expect(readErrorBody(body).isRateLimit).toBe(isRateLimit);
});

it.each([
  [{ error: { message: 'Refused' } }, true],
  [[{ error: { message: 'Refused' } }], true],
  [{ error: 'invalid_client' }, true],
  [{ error: {} }, false],
  [{ error: null, message: 'Done' }, false],
  [{ id: 'WO1', title: 'error', description: 'fault' }, false],
  [{ content: [{ id: 'WO1', description: 'error' }] }, false],
  [[], false],
  [null, false],
])('%j says what is wrong: %s', (value, isError) => {
  expect(isErrorBody(value)).toBe(isError);
});

const markup = /<[a-z/!?]/i;
const piece = fc.constantFrom(
  ...[
    '<',
    '>',
    '</',
    '<b>',
    '<!--',
    '&lt;',
    '&amp;',
    '&#39;',
    '{"error":',
    '{',
    '}',
    '[',
    '"',
    ':',
    ',',
    '\\',
    '\u202e',
  ],
  ...[
    '<ErrorWrapper>',
    '</ErrorWrapper>',
    '<Description>',
    '</Description>',
    'ErrorWrapper',
    'fault',
    'message',
    'Details',
  ],
  ...['correlationid : ', '\ud83d', '\0', '\ufeff', ' ', 'word', '7f'],
);
const soup = fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }).map((pieces) => pieces.join(''));
const anyBody = fc.oneof(
  soup,
  fc.json(),
  fc.record({ error: fc.record({ message: soup, correlationId: soup }) }).map((value) => JSON.stringify(value)),
  fc.tuple(soup, soup).map(([description, details]) => wrapper({ Description: description, Details: details })),
  fc.tuple(soup, soup).map(([a, b]) => xmlWrapper(`<Description>${a}</Description><Details>${b}</Details>`)),
);

it('whatever body comes, the words are plain text of a bounded length', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const { message, code, correlationId } = readErrorBody(body);
      for (const text of [message, code, correlationId]) {
        expect(text).not.toMatch(markup);
        expect(text).not.toMatch(/[\p{Cc}\p{Surrogate}\u202e]/u);
      }
      expect(message.length).toBeLessThanOrEqual(500);
    }),
    { numRuns: 500 },
  );
});
