import 'react';

declare module 'react' {
  interface CSSProperties {
    /** CSS variables, which a component hands to its style sheet. */
    [name: `--${string}`]: string | number | undefined;
  }
}
