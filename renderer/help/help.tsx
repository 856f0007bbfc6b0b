import './help.css';
import { Button } from '@mantine/core';
import { closeHelp, useHelp } from '../state/help.ts';
import { Dialog } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';

/** The page of help that was asked for, over whatever is on the screen. */
export function Help() {
  const page = useHelp((store) => store.page);
  if (page === 'diagnosis') return <DiagnosisDialog />;
  return page === 'keys' ? <KeysDialog /> : null;
}

/** Every key and what it does. */
function KeysDialog() {
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
