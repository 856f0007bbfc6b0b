/*
 * The names that the main process and the preload must share. Without imports, because the preload would bundle them.
 */

/** The IPC channel of a call. */
export const callChannel = (group: string, name: string) => `call:${group}.${name}`;
/** The IPC channel of an event. */
export const eventChannel = (event: string) => `event:${event}`;

/** The argument that passes the user's region to the preload: `--colodesk-locale=de-DE`. */
export const localeArgument = '--colodesk-locale=';

/** The id of the element that holds the picture of the first screen until the page has drawn the same (picture.ts). */
export const pictureId = 'picture';
/** The event of the page’s window when it has taken the picture’s place. */
export const takenOverEvent = 'taken-over';
