import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type Calls, calls, type Handlers, type Outcome } from '../contract/calls.ts';
import { callChannel } from '../contract/channels.ts';
import type { AccountKey } from '../contract/ids.ts';
import { type Problem, problem, problemOf } from '../contract/problem.ts';
import { answer } from './answer.ts';
import { expectAccount } from './expect-account.ts';

export type WrapperOptions = {
  handlers: Handlers;
  isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** @throws ProblemError `no-open-account` */
  openKey: () => AccountKey;
  /** For the log; `error` is the failure itself and never crosses the bridge. */
  onProblem: (problem: Problem, error: unknown) => void;
};

/**
 * The only place that touches raw IPC in the main process. It registers a handler for every call of the contract, so a
 * handler without a schema, or one that any frame may call, cannot be written.
 */
export function registerCalls({ handlers, isTrusted, openKey, onProblem }: WrapperOptions): void {
  for (const [group, name] of callNames()) {
    ipcMain.handle(
      callChannel(group, name),
      async (event, payload: unknown, meant: unknown): Promise<Outcome<unknown>> => {
        if (!isTrusted(event)) return { ok: false, problem: problem('caller-refused') };
        try {
          expectAccount(group, meant, openKey);
          return { ok: true, value: await answer(handlers, group, name, payload) };
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
