/* Runs schedules, and finds the smallest one that fails in the same way. */

import './install.ts';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../electron/demo/portfolio/random.ts';
import { Computer, signInRequest, type Template } from './computer.ts';
import { settle } from './install.ts';
import type { Schedule } from './schedule.ts';
import { copyFolder, removeFolder, SimulatedDisk } from './simulated-disk.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedTime } from './simulated-time.ts';
import { current, Universe } from './universe.ts';
import { World } from './world.ts';

export type Outcome = { failure: string | null; trace: readonly string[] };

/** A folder in memory where there is one. */
const base = join(process.platform === 'linux' ? '/dev/shm' : tmpdir(), `colodesk-simulation-${process.pid}`);

const templates = new Map<boolean, Promise<Template>>();

/** What a run begins with: both accounts were opened once, and synced unless they are to be fresh. */
function templateOnce(isFresh: boolean): Promise<Template> {
  const made = templates.get(isFresh) ?? makeTemplate(isFresh);
  templates.set(isFresh, made);
  return made;
}

async function makeTemplate(isFresh: boolean): Promise<Template> {
  mkdirSync(base, { recursive: true });
  const random = new Random(1);
  const universe = new Universe(new SimulatedTime(random), new SimulatedDisk(base), new Random(2));
  current.universe = universe;
  try {
    const network = new SimulatedNetwork(
      universe,
      new SimulatedServer(universe.time, random, {}),
      random,
      () => undefined,
    );
    const computer = new Computer(universe, network, null, join(base, 'first'), false, {
      trace: () => undefined,
      onProblem: () => undefined,
      onSetAside: () => undefined,
    });
    const elapse = async (ms: number) => {
      const untilMs = universe.time.monotonicMs + ms;
      while (universe.time.step(untilMs)) {
        do await settle();
        while (network.busy > 0);
      }
    };
    const finished = async (work: Promise<void>) => {
      let isDone = false;
      const done = work.then(() => {
        isDone = true;
      });
      while (!isDone) {
        universe.time.step(universe.time.monotonicMs + 60_000);
        do await settle();
        while (network.busy > 0);
      }
      await done;
    };
    const { session } = computer;
    await finished(session.start());
    await finished(session.signIn(signInRequest));
    if (session.state.phase !== 'choosing') throw new Error(`the phase is ${session.state.phase}`);
    const { keys } = computer;
    network.isConnected = !isFresh;
    await finished(session.changeSettings({ keptFilesMb: 0 })); // only some schedules keep any
    for (const key of keys.toReversed()) {
      if (!key) throw new Error('there is no such account');
      await finished(session.choose(key));
      await elapse(120_000);
    }
    await finished(session.close());
    const folder = join(base, `template-${isFresh}`);
    removeFolder(folder);
    copyFolder(computer.folder, folder);
    const secrets = new Map(computer.keychain.secrets);
    for (const name of secrets.keys()) if (name.startsWith('token/')) secrets.delete(name);
    computer.remove();
    return { folder, secrets, keys };
  } finally {
    current.universe = null;
  }
}

/** Runs a schedule. */
export async function run(schedule: Schedule, isTraced = false): Promise<Outcome> {
  const made = await templateOnce(schedule.isFresh);
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = isTraced ? 30 : 0; // collecting stacks takes a good part of the time
  const world = new World(schedule, made, join(base, 'run'), isTraced);
  try {
    await world.begin();
    for (const step of schedule.steps) await world.take(step);
    await world.calm();
    return { failure: null, trace: world.trace ?? [] };
  } catch (error) {
    return {
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      trace: world.trace ?? [],
    };
  } finally {
    world.remove();
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Removes what the runs of this process have left in memory. */
export const endSimulation = (): void => removeFolder(base);
