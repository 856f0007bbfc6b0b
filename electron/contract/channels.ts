/** The channels between the processes. Free of imports, so that the preload script stays a few lines. */
export const callChannel = (group: string, name: string) => `call:${group}.${name}`;
/** What the preload is told of the user's locale: `--colodesk-locale=de-DE`. */
export const localeArgument = '--colodesk-locale=';
export const eventChannel = (event: string) => `event:${event}`;
