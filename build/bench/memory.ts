import type { ElectronApplication } from 'playwright';
import { formatRatio, type Row } from './row.ts';

/** Returns the working sets of all processes of an application together, in megabytes of 1,024 kilobytes. */
export async function memoryOf(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1_024;
}

export function memoryRow(ownMb: number, helloMb: number): Row {
  const ratio = ownMb / helloMb;
  return {
    what: 'memory of all processes, 100,000 cached, after a minute of use',
    against: `the same hello world, ${Math.round(helloMb)} MB`,
    target: 'at most 1.35 ×',
    measured: `${formatRatio(ratio)} (${Math.round(ownMb)} MB)`,
    isMet: ratio <= 1.35,
    obstacle: 'the words of all tickets are kept in memory, so that every key press can search them',
    figures: { ratio, ownMb, helloMb },
  };
}
