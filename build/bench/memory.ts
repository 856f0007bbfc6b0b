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
    target: 'at most 1.2 ×',
    measured: `${formatRatio(ratio)} (${Math.round(ownMb)} MB)`,
    isMet: ratio <= 1.2,
    obstacle:
      'the page’s elements and code, and in the main process the application’s code and the columns, orders and words of all tickets',
    figures: { ratio, ownMb, helloMb },
  };
}
