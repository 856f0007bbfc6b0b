import { expect, it } from 'vitest';
import { credentialsIn, formFor } from '../../electron/shell/proxy-dialog.ts';

it('reads what the form sends, and nothing else', () => {
  const target = 'https://proxy-sign-in.invalid/';
  expect(credentialsIn(`${target}?user=j%C3%B6rg&password=a%26b+c`)).toEqual({ user: 'jörg', password: 'a&b c' });
  expect(credentialsIn(`${target}?user=&password=x`)).toBeNull();
  expect(credentialsIn('https://evil.example/?user=u&password=p')).toBeNull();
});

it('shows the proxy’s name as text, and runs no script', () => {
  const form = formFor({ host: '"><script>alert(1)</script>', isRefused: false });
  expect(form).not.toContain('<script');
  expect(form).toContain("default-src 'none'");
  expect(formFor({ host: 'proxy', isRefused: true })).toContain('did not accept');
});
