/** The server's clock is known to some seconds, and a request takes its time. */
export const toleranceMs = 2 * 60_000;

/** A moment as the API writes it (section 4): UTC, `yyyy-MM-dd HH:mm:ss`. */
export function formatWireTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** The moment that the API's text means; `null` for anything in another form. */
export function parseWireTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(ms) ? null : ms;
}
