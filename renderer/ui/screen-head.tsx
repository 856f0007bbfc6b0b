import type { ReactNode } from 'react';
import { BackButton } from './back-button.tsx';
import styles from './screen-head.module.css';

type Props = {
  title: string;
  /** What the button says that leads back. */
  back: string;
  onBack: () => void;
  /** What stands below the title. */
  children: ReactNode;
};

/** The head of a screen that takes the list's place, with the way back to the list. */
export function ScreenHead({ title, back, onBack, children }: Props) {
  return (
    <>
      <BackButton label={back} onClick={onBack} />
      <header className={styles.head}>
        <h2>{title}</h2>
        {children}
      </header>
    </>
  );
}
