export const german = {} as never;
