/*
 * A screen reader for tests: it reads the tree that Debian's AT-SPI hands on, and keeps what it heard. The application must be
 * started with its environment, which switches accessibility on.
 */

import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startChild } from '../../build/desktop/child.ts';
import { type Keyring, nameOnBus } from '../../build/desktop/keyring.ts';

/** Something that is read: `states` are those a reader tells. */
const readSchema = z.object({
  role: z.string(),
  name: z.string(),
  description: z.string(),
  states: z.array(z.string()),
  level: z.string().optional(),
  posinset: z.string().optional(),
  setsize: z.string().optional(),
  rowindex: z.string().optional(),
  current: z.string().optional(),
});
export type Read = z.infer<typeof readSchema>;

const lineSchema = z.union([
  z.object({ heard: z.string(), live: z.string() }),
  z.object({ failed: z.string() }),
  z.object({ answer: z.unknown() }),
]);

const limitMs = 30_000;
/** Between two questions, since the application answers them where it also draws. */
const pauseMs = 100;

/** Starts the accessibility bus beside a keyring's message bus, and the reader on it; both end with the test. */
export async function startScreenReader(keyring: Keyring) {
  const env = { ...keyring.env, GNOME_ACCESSIBILITY: '1' };
  const own = { env: { ...process.env, ...env } };
  const bus = startChild('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately'], { ...own, stdio: 'ignore' });
  onTestFinished(() => bus.stop());
  await nameOnBus('org.a11y.Bus', keyring.env);
  const reader = startChild('/usr/bin/python3', [join(import.meta.dirname, 'reader.py')], {
    ...own,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => reader.stop());

  /** What was announced, in its order. */
  const heard: string[] = [];
  const waiting: ((line: z.infer<typeof lineSchema>) => void)[] = [];
  const next = () => new Promise<z.infer<typeof lineSchema>>((resolve) => void waiting.push(resolve));
  const { stdin, stdout } = reader.process;
  if (!stdin || !stdout) throw new Error('the reader has no streams');
  const ready = next();
  createInterface({ input: stdout }).on('line', (text) => {
    const line = lineSchema.parse(JSON.parse(text));
    if ('heard' in line) heard.push(line.heard);
    else waiting.shift()?.(line);
  });
  await ready;

  /** Asks again where the tree has changed while it was read. */
  async function ask(question: Record<string, string>): Promise<unknown> {
    for (;;) {
      const answer = next();
      stdin?.write(`${JSON.stringify(question)}\n`);
      const line = await answer;
      if ('answer' in line) return line.answer;
    }
  }

  /** Asks about an element until it is there. @param name its name, or what it contains */
  async function untilFound(what: 'find' | 'press' | 'focus', role: string, name: string | RegExp): Promise<Read> {
    const pattern = name instanceof RegExp ? name.source : `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
    const untilMs = Date.now() + limitMs;
    while (Date.now() < untilMs) {
      const found = readSchema.nullable().parse(await ask({ do: what, role, name: pattern }));
      if (found) return found;
      await wait(pauseMs);
    }
    const all = z.array(readSchema).parse(await ask({ do: 'read' }));
    throw new Error(`there is no ${role} ${name} in:\n${all.map(spoken).join('\n')}`);
  }

  return {
    env,
    heard,
    /** Everything that is read, in its order. */
    read: async () => z.array(readSchema).parse(await ask({ do: 'read' })),
    /** The element that has the focus. */
    focused: async () => readSchema.nullable().parse(await ask({ do: 'focused' })),
    find: (role: string, name: string | RegExp) => untilFound('find', role, name),
    /** Does what a reader's key for a control does. */
    press: (role: string, name: string | RegExp) => untilFound('press', role, name),
    focus: (role: string, name: string | RegExp) => untilFound('focus', role, name),
    /** Waits until something was announced since the last time, and returns all that was. */
    async untilHeard(words: string | RegExp) {
      await expect.poll(() => heard.join('\n')).toMatch(words);
      return heard.splice(0);
    },
  };
}

/** What is said of an element, in a line. */
export function spoken({ role, name, description, states, level }: Read): string {
  const said = [role + (level && role === 'heading' ? ` ${level}` : ''), ...states, description && `(${description})`];
  return `${name || '–'} | ${said.filter(Boolean).join(' ')}`;
}
