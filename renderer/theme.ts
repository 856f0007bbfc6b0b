/* Mantine's theme: our accent colour, fonts and sizes in its terms. */

import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  type PopoverProps,
} from '@mantine/core';

/*
 * The two palettes hold literal colours instead of tokens, because Mantine computes other colours from them (hover, contrast,
 * translucent variants) and cannot do that with `var()`.
 */

const cobalt: MantineColorsTuple = [
  '#eef3ff',
  '#dce6ff',
  '#b6caff',
  '#8faeff',
  '#6c93f9',
  '#4c79ee',
  '#2f5fdf',
  '#2450c4',
  '#1d43a6',
  '#173684',
];

/** The neutral colours of the dark scheme, from the text (0) to the deepest ground (9). */
const dark: MantineColorsTuple = [
  '#e6e9ee',
  '#c3c9d3',
  '#98a1b0',
  '#6d7686',
  '#353b46',
  '#292e37',
  '#1f232a',
  '#171a20',
  '#111418',
  '#0c0e11',
];

/**
 * Where something opens beside a button or a field: in the same landmark, never cut off by a part that scrolls, such as a form,
 * a bar or another menu, and never beyond the window, where the keyboard would scroll the whole page to it.
 */
const place = {
  withinPortal: false,
  floatingStrategy: 'fixed',
  // Mantine would move it no further than its button, which may be out of sight.
  middlewares: { flip: true, shift: { limiter: { fn: ({ x, y }) => ({ x, y }) } }, size: true },
} satisfies Partial<PopoverProps>;

const overlay = {
  ...place,
  shadow: 'md',
  transitionProps: { duration: 90 },
  // Mantine would hold its place while it is open, and in doing so keep what was shown each time before, for as long as the
  // button beside it stands: in `use-popover.ts` each list of middlewares refers to the one that it replaces.
  preventPositionChangeWhenVisible: false,
  // When its button is scrolled out of sight, it would be hidden and lose the focus, so that Escape could not close it.
  hideDetached: false,
} satisfies Partial<PopoverProps>;

/** One accent colour, the system's font, small steps between sizes. */
export const theme = createTheme({
  primaryColor: 'cobalt',
  primaryShade: { light: 6, dark: 6 },
  colors: { cobalt, dark },
  defaultRadius: 6,
  cursorType: 'default',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 'xs' } },
    Menu: { defaultProps: { ...overlay, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: overlay },
    Combobox: { defaultProps: place },
  },
});

/** Mantine's named colours, taken from the tokens in tokens.css, whose contrast was measured. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};

/** Follows the system's light or dark. Mantine's default reads the page's storage first, which costs 50 ms at every start. */
export const systemColorScheme: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
