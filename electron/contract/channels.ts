/** The channels between the processes. Free of imports, so that the preload script stays a few lines. */
export const callChannel = (group: string, name: string) => `call:${group}.${name}`;
export const eventChannel = (event: string) => `event:${event}`;
