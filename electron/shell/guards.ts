import { app, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron';
import { pageOrigin } from './page.ts';

/** For every page that this application ever has: it stays where it is, opens nothing, embeds nothing and may nothing. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    denyPermissions(contents.session);
  });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Only the top frame of our own window, showing our own page, may call. */
export function isOurPage(event: IpcMainInvokeEvent, window: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return frame !== null && window !== undefined && frame === window.mainFrame && frame.origin === pageOrigin;
}
