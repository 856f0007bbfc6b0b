import { Button } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words.ts';
import { closeHelp } from './help-store.ts';

/** Every key and what it does. */
export function KeysDialog() {
  return (
    <Dialog title={words.help.keys.title} onClose={closeHelp}>
      <div className="help">
        {words.help.keys.groups.map(({ name, keys }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl className="keys">
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <div className="button-line help-buttons">
          <Button data-autofocus onClick={closeHelp}>
            {words.help.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
