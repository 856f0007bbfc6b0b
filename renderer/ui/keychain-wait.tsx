import { Button } from '@mantine/core';
import { stopWaiting, useKeychain } from '../state/keychain.ts';
import { words } from '../words/words.ts';
import styles from './keychain-wait.module.css';
import shared from './shared.module.css';

/** Says that the keychain is waited for, what may be the reason, and how to go on without it. */
export function KeychainWaitText() {
  return (
    <>
      <p className={styles.title}>{words.start.waitsForKeychain}</p>
      <p>{words.start.waitsHint}</p>
      <div className={shared.buttonLine}>
        <Button variant="default" size="xs" onClick={() => void stopWaiting()}>
          {words.start.stopWaiting}
        </Button>
      </div>
    </>
  );
}

/** The same where something else is on the screen, and only while the keychain is waited for. */
export function KeychainWait() {
  const isWaiting = useKeychain((store) => store.isWaiting);
  return (
    <div className={styles.region} role="status">
      {isWaiting && (
        <div className={styles.note}>
          <KeychainWaitText />
        </div>
      )}
    </div>
  );
}
