/* The dialogs that ask for the name of a view. */

import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { closeDialog, useDialog } from '../state/dialogs.ts';
import { focusGrid } from '../state/screen.ts';
import { renameView, saveView, useViews } from '../state/views.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';

/** The dialog of the views that is open, if any. */
export function ViewDialogs() {
  const open = useDialog((store) => store.open);
  if (open?.name === 'saveView') return <ViewNameDialog renamedId={null} />;
  return open?.name === 'renameView' ? <ViewNameDialog key={open.id} renamedId={open.id} /> : null;
}

/**
 * Asks for the name of a view, and saves or renames it. It stays open with the reason where that cannot be.
 * @param renamedId the view that gets another name; `null` to save what the list shows as a new one
 */
function ViewNameDialog({ renamedId }: { renamedId: string | null }) {
  const renamed = useViews(({ views }) => views.find(({ id }) => id === renamedId));
  const [name, setName] = useState(renamed?.name ?? '');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isRenaming = renamedId !== null;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return; // a second time, the name would count as taken
    setBusy(true);
    const refused = await (isRenaming ? renameView(renamedId, name) : saveView(name));
    setBusy(false);
    setError(refused);
    if (refused !== null) return;
    // The button that opened the dialog is gone once nothing is left to save.
    if (document.activeElement === document.body) focusGrid();
  }

  return (
    <Dialog title={isRenaming ? words.views.renameTitle : words.views.save} onClose={closeDialog}>
      <form className={shared.dialogBody} noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={words.views.nameLabel}
          description={isRenaming ? undefined : words.views.nameHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={name}
          error={error}
          dir="auto"
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
            setError(null);
          }}
        />
        <DialogButtons>
          <Button variant="default" onClick={closeDialog}>
            {words.views.cancel}
          </Button>
          <BusyButton type="submit" isBusy={isBusy}>
            {isRenaming ? words.views.confirmRename : words.views.save}
          </BusyButton>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
