import { expect, it } from 'vitest';
import { openPolicy, strictPolicy } from '../../electron/contract/policy.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import type { SignInRequest } from '../../electron/contract/session.ts';
import { requestedServer, requireAllowed, requireSafeBaseUrl } from '../../electron/session/environment.ts';

const request = (environment: SignInRequest['environment'], baseUrl = ''): SignInRequest => ({
  environment,
  baseUrl,
  clientId: 'id',
  clientSecret: 'secret',
  sessionOnly: false,
});
const fixed = { ...openPolicy, environment: 'custom', baseUrl: 'https://tickets.example' } as const;

const kindOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof ProblemError ? error.problem.kind : error;
  }
};

it('means the environment’s own address, or the typed one where one may be typed', () => {
  expect(requestedServer(request('production', 'https://evil.example'), openPolicy).baseUrl).toBe(
    'https://api.digitalrealty.com',
  );
  expect(requestedServer(request('sandbox'), openPolicy).baseUrl).toBe('https://sandbox.digitalrealty.com');
  expect(requestedServer(request('sandbox', 'https://other.example/'), openPolicy).baseUrl).toBe(
    'https://other.example',
  );
  expect(kindOf(() => requestedServer(request('custom'), openPolicy))).toBe('invalid-input');
});

it('a policy leaves its environment and its address only', () => {
  expect(requestedServer(request('custom'), fixed).baseUrl).toBe('https://tickets.example');
  expect(kindOf(() => requestedServer(request('custom', 'https://evil.example'), fixed))).toBe('policy-refused');
  expect(kindOf(() => requestedServer(request('production'), fixed))).toBe('policy-refused');
  expect(kindOf(() => requestedServer(request('sandbox'), strictPolicy))).toBe('policy-refused');
  expect(requestedServer(request('production'), strictPolicy).environment).toBe('production');
});

it('a policy that names the sandbox without an address leaves that to the user', () => {
  const sandbox = { ...openPolicy, environment: 'sandbox' } as const;
  expect(requestedServer(request('sandbox'), sandbox).baseUrl).toBe('https://sandbox.digitalrealty.com');
  expect(requestedServer(request('sandbox', 'https://other.example'), sandbox).baseUrl).toBe('https://other.example');
  expect(kindOf(() => requestedServer(request('production'), sandbox))).toBe('policy-refused');
});

it('a policy holds for what was signed in to before it, and never for the demo', () => {
  expect(kindOf(() => requireAllowed({ environment: 'custom', baseUrl: 'https://old.example' }, fixed))).toBe(
    'policy-refused',
  );
  expect(kindOf(() => requireAllowed({ environment: 'demo', baseUrl: '' }, fixed))).toBeUndefined();
});

it.each([
  'http://tickets.example',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.1@evil.example',
  'http://evil.example#127.0.0.1',
  'http://[::1].evil.example',
  'ftp://127.0.0.1',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:password@tickets.example',
  '//evil.example',
  '',
])('no credentials go to %s', (baseUrl) => {
  expect(kindOf(() => requireSafeBaseUrl(baseUrl))).toBe('invalid-input');
});
