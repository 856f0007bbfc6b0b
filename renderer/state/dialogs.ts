/* Which dialog of the inbox is open, so that a command, a menu and a button open the same one. */

import type { TicketId } from '../../electron/contract/ids.ts';
import { accountStore } from './account-store.ts';

export type OpenDialog =
  | {
      readonly name:
        | 'commands'
        | 'saveView'
        | 'columns'
        | 'templates'
        | 'export'
        | 'signOut'
        | 'bulkCancel'
        | 'bulkRecipient';
    }
  /** With the key of a draft, opened to go on with that one. */
  | { readonly name: 'commentTexts' | 'bulkComment'; readonly draft?: string }
  | { readonly name: 'settings'; readonly at?: 'language' }
  /** With a site, opened for editing that one. */
  | { readonly name: 'siteNotes'; readonly site?: string }
  /** Asks until when tickets are out of the way; where no menu did, with the menu's choices as well. */
  | { readonly name: 'snoozeDate'; readonly ids: readonly TicketId[]; readonly offersChoices?: true }
  /** Asks for another name of a saved view. */
  | { readonly name: 'renameView'; readonly id: string };

export const useDialog = accountStore<{ readonly open: OpenDialog | null }>({ open: null });

export function openDialog(open: OpenDialog): void {
  useDialog.setState({ open });
}

export function closeDialog(): void {
  useDialog.setState({ open: null });
}

/**
 * Returns whether the dialog that is open now still is, for what takes a while: it may have been left by then, and another one
 * opened.
 */
export function watchDialog(): () => boolean {
  const { open } = useDialog.getState();
  return () => useDialog.getState().open === open;
}
