/* What is on the screen until it is known who is signed in. */

import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { BrandMark } from '../ui/brand-mark.tsx';
import { KeychainWaitText } from '../ui/keychain-wait.tsx';
import { RowSkeletons } from '../ui/row-skeletons.tsx';
import shared from '../ui/shared.module.css';
import windowStyles from '../ui/window.module.css';
import { words } from '../words/words.ts';
import styles from './starting.module.css';

/** The outline of the inbox while the account is opened. After a moment it says if it waits for the keychain. */
export function Starting({ waitsForKeychain }: { waitsForKeychain: boolean }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), messageAfterMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <main className={windowStyles.window} aria-busy="true">
      <h1 className={shared.unseen}>{words.start.starting}</h1>
      <div className={windowStyles.header} aria-hidden="true">
        <BrandMark size={26} />
        <Skeleton height={34} maw={544} radius={7} mx="auto" animate={false} />
      </div>
      <div className={styles.rows}>
        <RowSkeletons count={40} />
        <div className={styles.note} role="status">
          {isLong && waitsForKeychain && (
            <div className={styles.card}>
              <KeychainWaitText />
            </div>
          )}
        </div>
      </div>
    </main>
  );
}

const messageAfterMs = 400;
