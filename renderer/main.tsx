/* Starts the page: stylesheets, the events of the main process, and the first screen. */

import './no-eval.ts';
import './watch-faults.ts';

import { listenToClock } from './state/clock.ts';
import { listenToDesk } from './state/desk-events.ts';
import { markPicture, reportFirstPaint, untilDrawn } from './state/first-paint.ts';
import { loadPolicy } from './state/settings.ts';
import { listenToCommands } from './state/shortcuts.ts';
import { listenToWantedTicket } from './state/ticket.ts';
import { listenToReading } from './state/ticket-marks.ts';
import './mantine.css';
import './tokens.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepPictures } from './picture.tsx';
import { cssVariables, systemColorScheme, theme } from './theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

markPicture();
listenToWantedTicket();
listenToCommands();
listenToClock();
listenToReading();
void loadPolicy();
void listenToDesk().then(untilDrawn).then(keepPictures).then(reportFirstPaint);
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={systemColorScheme}
      getStyleNonce={() => nonce}
    >
      <App />
    </MantineProvider>
  </StrictMode>,
);
