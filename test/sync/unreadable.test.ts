import { expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { Unreadable } from '../../electron/sync/unreadable.ts';

const id = (number: number) => ticketIdSchema.parse(`WO${number}`);
const failWith = (kind: ProblemKind) => () => Promise.reject(new ProblemError(kind));
const read = () => Promise.resolve();

function own() {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const problems: ProblemKind[] = [];
  return { problems, tickets: new Unreadable(({ kind }) => problems.push(kind)) };
}

it.each(['server-error', 'timeout'] as const)(
  'reports a ticket that cannot be read (%s), and leaves it alone for a while',
  async (kind) => {
    const { tickets, problems } = own();
    await tickets.attempt(id(1), failWith(kind));
    expect(problems).toEqual([kind]);
    const again = vi.fn(read);
    await tickets.attempt(id(1), again);
    expect(again).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 16 * 60_000);
    await tickets.attempt(id(1), again);
    expect(again).toHaveBeenCalledOnce();
  },
);

it('reads it again after a while although the clock was set back', async () => {
  const { tickets } = own();
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  await tickets.attempt(id(1), failWith('timeout'));
  vi.setSystemTime(Date.now() - 24 * 60 * 60_000);
  vi.advanceTimersByTime(16 * 60_000);
  const again = vi.fn(read);
  await tickets.attempt(id(1), again);
  expect(again).toHaveBeenCalledOnce();
});

it('throws a problem of the connection, and one that many tickets in a row have', async () => {
  const { tickets } = own();
  for (const kind of ['no-connection', 'rate-limited', 'unauthorized'] as const)
    await expect(tickets.attempt(id(1), failWith(kind))).rejects.toMatchObject({ problem: { kind } });

  for (let number = 2; number < 6; number++) await tickets.attempt(id(number), failWith('malformed-answer'));
  await tickets.attempt(id(6), read); // one that can be read: the fault is not the server’s
  for (let number = 7; number < 11; number++) await tickets.attempt(id(number), failWith('malformed-answer'));
  await expect(tickets.attempt(id(11), failWith('malformed-answer'))).rejects.toMatchObject({
    problem: { kind: 'malformed-answer' },
  });
});

it('leaves alone all that cannot be read, however many they are in a row, a few at each try', async () => {
  const { tickets, problems } = own();
  const broken = Array.from({ length: 12 }, (_, number) => id(number));
  const asked = vi.fn(failWith('server-error'));
  /** As a round does: it ends with what is thrown. */
  const round = async () => {
    for (const each of broken) await tickets.attempt(each, asked);
  };
  await expect(round()).rejects.toMatchObject({ problem: { kind: 'server-error' } });
  expect(asked).toHaveBeenCalledTimes(5);
  await expect(round()).rejects.toMatchObject({ problem: { kind: 'server-error' } });
  expect(asked).toHaveBeenCalledTimes(10);
  await round();
  expect(asked).toHaveBeenCalledTimes(broken.length);
  await round(); // nothing is left to ask for
  expect(asked).toHaveBeenCalledTimes(broken.length);
  expect(problems).toHaveLength(10); // who catches what is thrown reports it
});
