import { isZone } from '../contract/site-time.ts';

/**
 * Makes the main process follow the computer's time zone, which it otherwise reads only once. A name that is no zone changes
 * nothing. @param zone an IANA name
 */
export function followZone(zone: string, environment: NodeJS.ProcessEnv = process.env): void {
  if (isZone(zone)) environment.TZ = zone;
}
