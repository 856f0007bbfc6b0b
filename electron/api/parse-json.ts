/** Text that is no JSON becomes `undefined`, which no answer's schema accepts. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
