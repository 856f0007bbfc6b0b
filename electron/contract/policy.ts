import { z } from 'zod';
import { baseUrlSchema, environmentSchema } from './session.ts';

/** What the IT department can settle for everybody on a computer; the file's own form. What it leaves out is free. */
export const policyFileSchema = z
  .strictObject({
    /** The one environment to sign in to. */
    environment: environmentSchema.exclude(['demo']).optional(),
    /** The one address of `custom`, or the right one of `sandbox`. */
    baseUrl: baseUrlSchema.optional(),
    /** `off`: nobody is asked about updates, and nothing looks for them. */
    updates: z.enum(['ask', 'off']).optional(),
    /** For how many days of changes the details are kept for reading offline. */
    historyDays: z.int().min(0).max(3_650).optional(),
    /** `false`: no signing in "for this session only" where the keychain does not work. */
    sessionOnly: z.boolean().optional(),
  })
  .superRefine(({ environment, baseUrl }, context) => {
    if (baseUrl !== undefined && environment !== 'custom' && environment !== 'sandbox') {
      context.addIssue({ code: 'custom', path: ['baseUrl'], message: 'needs "environment": "custom" or "sandbox"' });
    }
    if (environment === 'custom' && baseUrl === undefined) {
      context.addIssue({ code: 'custom', path: ['baseUrl'], message: 'is needed with "environment": "custom"' });
    }
  });

/** What holds on this computer. */
export const policySchema = z.object({
  environment: environmentSchema.exclude(['demo']).nullable(),
  baseUrl: z.string().nullable(),
  updates: z.enum(['ask', 'off']),
  historyDays: z.int().nullable(),
  sessionOnly: z.boolean(),
  /** What is wrong with the file, naming it and the field; `null` when nothing is, or there is none. */
  fault: z.string().nullable(),
});
export type Policy = z.infer<typeof policySchema>;

/** Without a file everything is free. */
export const openPolicy: Policy = {
  environment: null,
  baseUrl: null,
  updates: 'ask',
  historyDays: null,
  sessionOnly: true,
  fault: null,
};

/** With a file that cannot be understood: what its author could have wanted to be forbidden, is. */
export const strictPolicy: Policy = { ...openPolicy, environment: 'production', updates: 'off', sessionOnly: false };
