import { Button } from '@mantine/core';
import { closeHelp, useHelp } from '../state/screen.ts';
import { Dialog } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import styles from './help.module.css';

/** The help page that was requested, as a dialog over any screen. */
export function Help() {
  const page = useHelp((store) => store.page);
  if (page === 'diagnosis') return <DiagnosisDialog />;
  return page === 'keys' ? <KeysDialog /> : null;
}

/** Lists every key and what it does. */
function KeysDialog() {
  return (
    <Dialog title={words.help.keys.title} onClose={closeHelp}>
      <div className={styles.help}>
        {words.help.keys.groups.map(({ name, keys }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl className={styles.keys}>
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
        <div className={`${shared.buttonLine} ${styles.buttons}`}>
          <Button data-autofocus onClick={closeHelp}>
            {words.help.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
