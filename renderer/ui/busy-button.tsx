import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { ComponentProps } from 'react';

type Props = Omit<ButtonProps, 'loading'> & ComponentProps<'button'> & { isBusy: boolean };

/**
 * A button that shows that it is at work, and does nothing more meanwhile. Mantine's `loading` would disable it, and the
 * browser takes the keyboard away from what is disabled.
 */
export function BusyButton({ isBusy, className, onClick, children, ...others }: Props) {
  return (
    <Button
      {...others}
      className={`busy-button ${className ?? ''}`}
      {...(isBusy && { 'aria-busy': true, 'aria-disabled': true })}
      onClick={(event) => {
        if (isBusy)
          event.preventDefault(); // nor does it send its form
        else onClick?.(event);
      }}
    >
      {children}
      {isBusy && <Loader className="busy-loader" color="var(--button-color)" size="1.125rem" aria-hidden="true" />}
    </Button>
  );
}
