import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { ComponentProps } from 'react';
import styles from './busy-button.module.css';

type Props = Omit<ButtonProps, 'loading' | 'className'> &
  Omit<ComponentProps<'button'>, 'className'> & { isBusy: boolean };

/**
 * A button that shows a spinner and ignores clicks while its work is going on. It replaces Mantine's `loading`, which
 * disables the button, because a browser takes the keyboard away from a disabled element.
 */
export function BusyButton({ isBusy, onClick, children, ...others }: Props) {
  return (
    <Button
      {...others}
      className={styles.button}
      {...(isBusy && { 'aria-busy': true, 'aria-disabled': true })}
      onClick={(event) => {
        if (isBusy)
          event.preventDefault(); // a submit button must not send its form either
        else onClick?.(event);
      }}
    >
      {children}
      {isBusy && <Loader className={styles.loader} color="var(--button-color)" size="1.125rem" aria-hidden="true" />}
    </Button>
  );
}
