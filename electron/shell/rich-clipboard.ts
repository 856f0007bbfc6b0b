import * as electron from 'electron';

type Forms = { text: string; html: string };

/** The clipboard, for texts that have a plain and a formatted form: each program pastes the one that it understands. */
export const richClipboard = {
  async write({ text, html }: Forms): Promise<void> {
    const { clipboard, ClipboardItem } = electron;
    // Development may run on an Electron from before 45, which takes the forms as they are.
    if (ClipboardItem) await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    else (clipboard as unknown as { write(forms: Forms): void }).write({ text, html });
  },
};
