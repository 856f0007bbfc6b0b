import { onTestFinished } from 'vitest';

/** Puts this process into a time zone until the test has finished. @param zone an IANA name */
export function inZone(zone: string): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
}
