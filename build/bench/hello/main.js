import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// The smallest application that shows a window: what every figure of the bench that says "hello world" is measured on.
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, webPreferences: { sandbox: true } });
  return window.loadFile(join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
