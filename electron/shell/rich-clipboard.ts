import { ClipboardItem, clipboard } from 'electron';

/** The clipboard, for texts that have a plain and a formatted form: each program pastes the one that it understands. */
export const richClipboard = {
  write: ({ text, html }: { text: string; html: string }): Promise<void> =>
    clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]),
};
