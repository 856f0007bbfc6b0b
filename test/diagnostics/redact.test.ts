import { expect, it } from 'vitest';
import { redact } from '../../electron/diagnostics/redact.ts';

const jwt = `eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(40)}.c2ln-_`;

it.each([
  ['WO9334196 was not found', 'WO…196 was not found'],
  ['account 0011A00001MeRiDEUR', 'account 001…DEUR'],
  ['id 5f3c1e9a-0b6d-4a57-9c37-0d2b6f1f4a11.', 'id 5f3c1e9a….'],
  [`Authorization: Bearer ${jwt}`, 'Authorization: Bearer (hidden)'],
  [`token ${jwt} refused`, 'token (token) refused'],
  ['client_secret=hunter2&client_id=abc', 'client_secret= (hidden)&client_id= (hidden)'],
  [`key ${'0123456789abcdef'.repeat(4)}`, 'key (hidden)'],
  ['at /home/jane/app/main.js:10:5', 'at ~/app/main.js:10:5'],
  ['HTTP 503, 8,567 tickets, 2026-01-02', 'HTTP 503, 8,567 tickets, 2026-01-02'],
])('%s', (text, shorter) => {
  expect(redact(text, '/home/jane')).toBe(shorter);
});

it('removes the user’s name from the addresses of scripts too, as they are written on Windows', () => {
  const home = 'C:\\Users\\Jürgen M';
  expect(redact('at file:///C:/Users/J%C3%BCrgen%20M/app.asar/main.js:10:5', home)).toBe(
    'at file:///~/app.asar/main.js:10:5',
  );
  expect(redact('C:\\Users\\Jürgen M\\logs', home)).toBe('~\\logs');
});
