import { app, type BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';

const scheme = 'colodesk';
/** Nothing but this: no other host, no query, no second path, no user name, in no other spelling. */
const linkForm = new RegExp(`^${scheme}://ticket/(WO[0-9]{1,18})/?$`);

/** The ticket that a link names, or `null` for whatever else anybody may have put into a link. */
export function ticketOfLink(link: string): TicketId | null {
  const id = linkForm.exec(link)?.[1];
  return id === undefined ? null : ticketIdSchema.parse(id);
}

/** The ticket that a command line names. Systems other than macOS hand a link over as an argument among others. */
export function ticketOfArguments(args: readonly string[]): TicketId | null {
  return args.map(ticketOfLink).findLast((id) => id !== null) ?? null;
}

/** Keeps the ticket that a link or a notification named until the page can show it: an account may first have to be opened, or a window. */
export class WantedTicket {
  #wanted: TicketId | null = null;
  readonly #onWanted: () => void;

  constructor(onWanted: () => void) {
    this.#onWanted = onWanted;
  }

  want(id: TicketId | null): void {
    if (id === null) return;
    this.#wanted = id;
    this.#onWanted();
  }

  /** Answers the wanted ticket once. */
  take(): TicketId | null {
    const id = this.#wanted;
    this.#wanted = null;
    return id;
  }
}

/** Makes the system hand `colodesk:` links to the installed application; one that is developed must not take them from it. */
export function registerLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme);
}

/** The only links that leave: pages on secure servers, without a name and password that would go along. */
export function outsideLink(text: string): URL | null {
  if (!URL.canParse(text) || !/^https:\/\/[^\s\\\p{Cc}]+$/u.test(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

/**
 * Opens a link in the browser when the user, who sees the server's real name, agrees: what a link in a ticket says and
 * where it leads are written by others. @throws ProblemError `link-refused`
 */
export async function openOutside(text: string, window: BrowserWindow | undefined): Promise<void> {
  const url = outsideLink(text);
  if (!url) throw new ProblemError('link-refused');
  const question: MessageBoxOptions = {
    message: `Open a page of ${url.host} in the browser?`,
    detail: url.href,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  };
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  if (response === 0) await shell.openExternal(url.href);
}
