import './no-eval.ts';
import '@mantine/core/styles.layer.css';
import './app.css';
import './parts/parts.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { listenToDesk } from './desk-events.ts';
import { Help } from './help/help.tsx';
import { listenToHelp } from './help/help-store.ts';
import { loadPolicy } from './start/policy-store.ts';
import { cssVariables, theme } from './theme.ts';
import { listenToLinks } from './ticket/wanted-ticket.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <App />
      <Help />
    </MantineProvider>
  </StrictMode>,
);
listenToLinks();
listenToHelp();
void loadPolicy();
void listenToDesk();
