/*
 * The result of the diagnostics: what Colodesk needs, checked step by step.
 */

import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** The steps, in the order in which they are checked. */
export const stepNames = [
  'policy',
  'keychain',
  'disk',
  'proxy',
  'dns',
  'tls',
  'token',
  'account',
  'permission',
] as const;
export type StepName = (typeof stepNames)[number];

/** The result of one step. `skipped`: not tried, because an earlier step failed or no account is open. */
export const stepSchema = z.object({
  name: z.enum(stepNames),
  state: z.enum(['works', 'failed', 'skipped']),
  /** The finding, in one sentence and without secrets. */
  detail: z.string(),
  problem: problemSchema.nullable(),
  tookMs: z.int().min(0),
});
export type Step = z.infer<typeof stepSchema>;

export const diagnosisSchema = z.object({
  /** When the diagnostics ran, in milliseconds since 1970. */
  atMs: z.number(),
  /** Program and version, such as `Colodesk 0.1.0`. */
  program: z.string(),
  /** Operating system and version. */
  system: z.string(),
  /** The address of the server that was asked. */
  address: z.string(),
  steps: z.array(stepSchema),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
