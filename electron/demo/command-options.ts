import { z } from 'zod';
import { asObserved } from './as-observed.ts';
import { type DemoOptions, defaultOptions } from './options.ts';

/** A number as it is typed; an empty text would count as 0. */
const typed = (number: z.ZodNumber) => z.string().trim().min(1, 'takes a number').transform(Number).pipe(number);

/**
 * The options of `npm run demo:service`, which arrive as text; `latency` and `changes-every` in milliseconds. What is given
 * on its own counts more than what `as-observed` means.
 */
export const commandOptionsSchema = z
  .object({
    port: typed(z.number().int().min(0).max(65_535)).default(0),
    latency: typed(z.number().int().min(0)).default(defaultOptions.latencyMs),
    'page-cap': typed(z.number().int().min(1)).optional(),
    'changes-every': typed(z.number().int().min(0)).default(40_000),
    tickets: typed(z.number().int().min(1).max(1_000_000)).default(defaultOptions.ticketCount),
    'as-observed': z.boolean().default(false),
    speed: typed(z.number().min(0).max(100)).optional(),
  })
  .refine(({ speed, 'as-observed': isAsObserved }) => speed === undefined || isAsObserved, {
    path: ['speed'],
    message: 'only counts together with --as-observed',
  })
  .transform(({ port, latency, tickets, speed, ...given }): { port: number; options: Partial<DemoOptions> } => {
    const { 'page-cap': pageCap, 'changes-every': changesEveryMs, 'as-observed': isAsObserved } = given;
    const observed = isAsObserved ? asObserved(speed) : {};
    const options = { ...observed, latencyMs: latency, ticketCount: tickets, changesEveryMs };
    return { port, options: pageCap === undefined ? options : { ...options, pageCap } };
  });
