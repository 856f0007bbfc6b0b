/*
 * The calls of the page as they arrive: who may make them, their schema, their handler, and how they fail.
 */

import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { type Calls, calls, type Handlers, type Outcome } from '../contract/calls.ts';
import { callChannel } from '../contract/channels.ts';
import type { AccountKey } from '../contract/ids.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';

type CallOptions = {
  handlers: Handlers;
  isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** @throws ProblemError `no-open-account` */
  openKey: () => AccountKey;
  /** For the log; `error` is the failure itself and never crosses the bridge. */
  onProblem: (problem: Problem, error: unknown) => void;
};

/**
 * Registers a handler for every call of the contract. No other code in the main process touches raw IPC, so every handler
 * has a schema and checks its caller.
 */
export function registerCalls({ handlers, isTrusted, openKey, onProblem }: CallOptions): void {
  for (const [group, name] of callNames()) {
    ipcMain.handle(
      callChannel(group, name),
      async (event, payload: unknown, account: unknown): Promise<Outcome<unknown>> => {
        if (!isTrusted(event)) return { ok: false, problem: problem('caller-refused') };
        try {
          requireAccount(group, account, openKey);
          return { ok: true, value: await handleCall(handlers, group, name, payload) };
        } catch (error) {
          const cause = problemOf(error);
          onProblem(cause, error);
          return { ok: false, problem: cause };
        }
      },
    );
  }
}

function callNames(): [group: keyof Calls, name: string][] {
  const groups = Object.keys(calls) as (keyof Calls)[];
  return groups.flatMap((group) => Object.keys(calls[group]).map((name): [keyof Calls, string] => [group, name]));
}

type AnyCall = { request: z.ZodType };
type AnyHandler = (request: unknown) => unknown;

/**
 * Parses a payload with the call's schema and passes it to the call's handler.
 * @throws ProblemError `invalid-input` with the field that is wrong
 */
export async function handleCall(
  handlers: Handlers,
  group: keyof Calls,
  name: string,
  payload: unknown,
): Promise<unknown> {
  // The names come from the contract, so both tables have them; TypeScript cannot follow their types through a loop.
  const call = (calls[group] as Record<string, AnyCall>)[name];
  const handler = (handlers[group] as unknown as Record<string, AnyHandler>)[name];
  if (!call || !handler) throw new ProblemError('internal');
  const request = parsed(call.request, payload);
  if (request.success) return (await handler(request.data)) ?? null;
  const [issue] = request.error.issues;
  throw new ProblemError(
    'invalid-input',
    { field: issue?.path.join('.') ?? '', todo: issue?.message ?? '' },
    request.error,
  );
}

/** @throws ProblemError `invalid-input` for what cannot even be compared, such as an object as `length` that is no number */
function parsed(schema: z.ZodType, payload: unknown): z.ZodSafeParseResult<unknown> {
  try {
    // Only sentences of ours are for the user; those of zod are in English.
    return schema.safeParse(payload, { error: () => problem('invalid-input').todo });
  } catch (error) {
    throw new ProblemError('invalid-input', { field: '' }, error);
  }
}

/** Calls about what the user writes, which belongs to one account and must not get into another. */
const groupsOfAccount: readonly (keyof Calls)[] = [
  'outbox',
  'drafts',
  'templates',
  'commentTexts',
  'attachments',
  'marks',
  'views',
  'ownData',
  'exports',
  'paper',
  'handover',
  'repeats',
  'calendar',
  'picture',
];

/**
 * Refuses a call about what the user writes unless its account is the open one.
 * @param account the key of the account that the window showed when it made the call
 * @throws ProblemError `no-open-account`
 */
export function requireAccount(group: keyof Calls, account: unknown, openKey: () => AccountKey): void {
  if (groupsOfAccount.includes(group) && account !== openKey()) throw new ProblemError('no-open-account');
}
