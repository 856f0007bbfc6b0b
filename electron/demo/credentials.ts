/*
 * The demo service's clients. Nothing here is secret: the service listens on loopback only. This file imports nothing, so
 * that the application can know the credentials without loading the service.
 */

/** Has two accounts, of which the first holds most of the tickets. */
export const demoCredentials = { clientId: 'demo-client', clientSecret: 'demo-secret' } as const;

/** Has only the first of those accounts, so that signing in asks for no choice. */
export const singleAccountCredentials = { clientId: 'demo-client-single', clientSecret: 'demo-secret' } as const;

/** Has an account, but lacks the permission "Service Tickets-Customer Support" (section 2). */
export const noPermissionCredentials = { clientId: 'demo-client-no-permission', clientSecret: 'demo-secret' } as const;

/** Can sign in, but has no account. */
export const noAccountCredentials = { clientId: 'demo-client-no-account', clientSecret: 'demo-secret' } as const;
