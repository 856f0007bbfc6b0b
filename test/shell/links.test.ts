import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { WantedTicket, linkOfArguments, ticketOfLink } = await import('../../electron/shell/links.ts');

it('a link names a ticket', () => {
  expect(ticketOfLink('colodesk://ticket/WO9334196')).toBe('WO9334196');
  expect(ticketOfLink('colodesk://ticket/WO9334196/')).toBe('WO9334196');
  expect(ticketOfLink('COLODESK://TICKET/WO9334196')).toBe('WO9334196');
  expect(ticketOfLink('colodesk://ticket/wo9334196')).toBe('WO9334196');
});

it.each([
  '',
  'colodesk:',
  'colodesk://',
  'colodesk://ticket',
  'colodesk://ticket/',
  'colodesk://ticket/9334196',
  'colodesk://ticket/WO',
  'colodesk://ticket/WO93/../WO1',
  'colodesk://ticket/WO93%2F..%2Fsettings',
  'colodesk://ticket/WO93?open=https://evil.example',
  'colodesk://ticket/WO93#x',
  'colodesk://ticket/WO93 --inspect',
  'colodesk://ticket/WO93\n',
  'colodesk://ticket/WO93\u0000',
  'colodesk://ticket/WO１２３',
  'colodesk://ticket/WO1234567890123456789',
  'colodesk://user@ticket/WO93',
  'colodesk://ticket:80/WO93',
  'colodesk://evil/WO93',
  'colodesk:ticket/WO93',
  ' colodesk://ticket/WO93',
  'xcolodesk://ticket/WO93',
  'https://evil.example/colodesk://ticket/WO93',
  'file:///etc/passwd',
  'javascript:alert(1)',
  `colodesk://ticket/WO${'9'.repeat(100_000)}`,
])('nothing comes of %j', (link) => {
  expect(ticketOfLink(link)).toBeNull();
});

it('finds the link among other arguments, whatever they are, and also a bad one', () => {
  const link = 'colodesk://ticket/WO1';
  expect(linkOfArguments(['colodesk', '--flag', link, '--inspect=9229'])).toBe(link);
  expect(linkOfArguments(['colodesk', 'Colodesk:nonsense'])).toBe('Colodesk:nonsense');
  expect(linkOfArguments(['colodesk', `--x=${link}`, '.'])).toBeNull();
});

it('keeps the ticket until it is taken, and hands it out once', () => {
  const onWanted = vi.fn();
  const links = new WantedTicket(onWanted);
  links.want(null);
  expect(onWanted).not.toHaveBeenCalled();
  links.want(ticketOfLink('colodesk://ticket/WO1'));
  links.want(ticketOfLink('colodesk://ticket/WO2'));
  expect(onWanted).toHaveBeenCalledTimes(2);
  expect([links.take(), links.take()]).toEqual(['WO2', null]);
});
