/*
 * The settings that an IT department makes for every user of a computer (build/docs/policy.md).
 */

import { z } from 'zod';
import { baseUrlSchema, environmentSchema } from './session.ts';

/** The policy file. The user decides whatever it leaves out. */
export const policyFileSchema = z
  .strictObject({
    /** The only environment to sign in to. */
    environment: environmentSchema.exclude(['demo']).optional(),
    /** The address of `custom`, or the correct address of `sandbox`. */
    baseUrl: baseUrlSchema.optional(),
    /** `off`: Colodesk neither looks for updates nor offers any. */
    updates: z.enum(['ask', 'off']).optional(),
    /** Details of tickets that changed within this many days are kept for reading offline. */
    historyDays: z.int().min(0).max(3_650).optional(),
    /** `false`: no signing in "for this session only" when the keychain does not work. */
    sessionOnly: z.boolean().optional(),
    /** Whether Colodesk stays in the tray when its window is closed, and whether it starts with the system. */
    staysInTray: z.boolean().optional(),
    startsWithSystem: z.boolean().optional(),
  })
  .superRefine(({ environment, baseUrl }, context) => {
    if (baseUrl !== undefined && environment !== 'custom' && environment !== 'sandbox') {
      context.addIssue({ code: 'custom', path: ['baseUrl'], message: 'requires "environment": "custom" or "sandbox"' });
    }
    if (environment === 'custom' && baseUrl === undefined) {
      context.addIssue({ code: 'custom', path: ['baseUrl'], message: 'is required with "environment": "custom"' });
    }
  });

/** The policy in force on this computer. */
export const policySchema = z.object({
  environment: environmentSchema.exclude(['demo']).nullable(),
  baseUrl: z.string().nullable(),
  updates: z.enum(['ask', 'off']),
  historyDays: z.int().nullable(),
  sessionOnly: z.boolean(),
  /** `null`: the user decides. */
  staysInTray: z.boolean().nullable(),
  startsWithSystem: z.boolean().nullable(),
  /** What is wrong with the file, with its path and the field; `null` when the file is valid or missing. */
  fault: z.string().nullable(),
});
export type Policy = z.infer<typeof policySchema>;

/** Without a file the user decides everything. */
export const openPolicy: Policy = {
  environment: null,
  baseUrl: null,
  updates: 'ask',
  historyDays: null,
  sessionOnly: true,
  staysInTray: null,
  startsWithSystem: null,
  fault: null,
};

/** With an invalid file everything is forbidden that its author could have wanted to forbid. */
export const strictPolicy: Policy = {
  ...openPolicy,
  environment: 'production',
  updates: 'off',
  sessionOnly: false,
  staysInTray: false,
  startsWithSystem: false,
};
