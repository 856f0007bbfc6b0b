/*
 * What the demo service's client ids and secrets open. Nothing here is secret: the service answers on loopback only.
 * Without imports, so that the application can know them without loading the service.
 */

/** Two accounts; the first is the one with the large portfolio. */
export const demoCredentials = { clientId: 'demo-client', clientSecret: 'demo-secret' } as const;

/** The first of those accounts only, so that nothing has to be chosen. */
export const singleAccountCredentials = { clientId: 'demo-client-single', clientSecret: 'demo-secret' } as const;

/** Signs in and has an account, but lacks the permission "Service Tickets-Customer Support" (section 2). */
export const noPermissionCredentials = { clientId: 'demo-client-no-permission', clientSecret: 'demo-secret' } as const;

/** Signs in, but no account is assigned. */
export const noAccountCredentials = { clientId: 'demo-client-no-account', clientSecret: 'demo-secret' } as const;
