/* Code that must not be in the application at all, since it would open its sandbox or trust foreign text. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

/** Patterns that the application's source must not contain, with the reason and an example that must be found. */
const forbidden: readonly { pattern: RegExp; why: string; offender: string; except?: string }[] = [
  {
    pattern: /\bopenExternal\b/,
    why: 'links go through one place',
    offender: 'shell.openExternal(url)',
    except: 'electron/shell/dialogs.ts',
  },
  {
    pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write\b/,
    why: 'text is never markup',
    offender: 'part.innerHTML = title',
  },
  { pattern: /\beval\(|new Function\(/, why: 'no text is run', offender: 'eval(text)' },
  {
    pattern: /<img\s+(?!draggable=\{false\})\S/,
    why: 'a picture that is dragged over a ticket counts as a file, and would be attached to it',
    offender: '<img src={url} alt="" />',
    except: 'electron/paper/ticket-sections.ts', // on paper nothing is dragged
  },
  { pattern: /crashReporter/, why: 'a report of a crash holds the memory', offender: 'crashReporter.start({})' },
  {
    pattern: /<webview|enableRemoteModule|allowpopups|enableBlinkFeatures/,
    why: 'no such thing is needed',
    offender: '<webview allowpopups>',
  },
  {
    pattern:
      /(nodeIntegration\w*|allowRunningInsecureContent|experimentalFeatures|webviewTag): true|(sandbox|contextIsolation|webSecurity): false/,
    why: 'the page stays in its sandbox',
    offender: 'sandbox: false',
  },
  {
    pattern: /no-sandbox/,
    why: 'only the commands, as root, switch the sandbox off',
    offender: "appendSwitch('no-sandbox')",
    except: 'electron/shell/sandbox.ts', // which refuses to start with it
  },
  {
    pattern: /\.terminate\(/,
    why: 'ending a thread that is inside libsql aborts the process',
    offender: 'void worker.terminate();',
  },
  { pattern: /\bsendSync\b/, why: 'a page never waits for the main process', offender: 'ipc.sendSync(channel)' },
  {
    pattern: /rejectUnauthorized|NODE_TLS_REJECT|setCertificateVerifyProc|certificate-error|ignore-certificate/,
    why: 'the system decides on certificates',
    offender: "app.on('certificate-error', trust)",
  },
];

async function sources(): Promise<{ name: string; text: string }[]> {
  const names: string[] = [];
  for (const top of ['electron', 'renderer']) {
    const files = await readdir(join(projectFolder, top), { recursive: true });
    names.push(...files.filter((file) => /\.(tsx?|html)$/.test(file)).map((file) => `${top}/${file}`));
  }
  return Promise.all(
    names.map(async (name) => ({
      name: name.replaceAll('\\', '/'),
      text: await readFile(join(projectFolder, name), 'utf8'),
    })),
  );
}

/** Comments may mention what the code must not contain. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');

it.each(forbidden)('no source contains $pattern: $why', async ({ pattern, offender, except }) => {
  expect(pattern.test(offender)).toBe(true);
  const all = await sources();
  expect(all.length).toBeGreaterThan(100);
  const breaches = all
    .filter(({ name, text }) => name !== except && pattern.test(codeOf(text)))
    .map(({ name }) => name);
  expect(breaches).toEqual([]);
});
