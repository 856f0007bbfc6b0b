/**
 * Makes the main process follow the computer's time zone, which it otherwise reads only once. A name that is no zone changes
 * nothing. @param zone an IANA name
 */
export function followZone(zone: string, environment: NodeJS.ProcessEnv = process.env): void {
  if (isZone(zone)) environment.TZ = zone;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone); // an offset such as +02:00 is understood there, but means something else in TZ
  } catch {
    return false;
  }
}
