import { execFile } from 'node:child_process';

const timeLimitMs = 2_000;

/** What asks the desktop's notification server for its abilities; each desktop has one of its own. */
const question = [
  ...[
    'call',
    '--session',
    '--dest',
    'org.freedesktop.Notifications',
    '--object-path',
    '/org/freedesktop/Notifications',
  ],
  ...['--method', 'org.freedesktop.Notifications.GetCapabilities'],
];

/**
 * Whether the body of a notification is read as markup, which Electron passes on as it is. On Linux nearly every server does,
 * so one that does not say counts as one that does. The title is plain text everywhere.
 */
export async function readsMarkup(platform: string = process.platform, program = 'gdbus'): Promise<boolean> {
  if (platform !== 'linux') return false;
  const abilities = await new Promise<string | null>((resolve) => {
    execFile(program, question, { timeout: timeLimitMs }, (error, answer) => resolve(error ? null : answer));
  });
  return abilities === null || abilities.includes("'body-markup'");
}
