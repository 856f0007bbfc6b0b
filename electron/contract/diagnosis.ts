import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** What has to work, in the order in which it is looked at. */
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

/** One thing that was tried. `skipped`: it could not be, because of something before it or because nobody is signed in. */
export const stepSchema = z.object({
  name: z.enum(stepNames),
  state: z.enum(['works', 'failed', 'skipped']),
  /** What was seen, one sentence without a secret. */
  detail: z.string(),
  problem: problemSchema.nullable(),
  tookMs: z.int().min(0),
});
export type Step = z.infer<typeof stepSchema>;

export const diagnosisSchema = z.object({
  /** When it was made, in milliseconds since 1970. */
  atMs: z.number(),
  /** The program and the system, such as `Colodesk 0.1.0`. */
  program: z.string(),
  system: z.string(),
  /** Where the server is looked for. */
  address: z.string(),
  steps: z.array(stepSchema),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
