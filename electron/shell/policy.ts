import { readFileSync } from 'node:fs';
import { openPolicy, type Policy, policyFileSchema, strictPolicy } from '../contract/policy.ts';

/**
 * Where each system's administrators put settings for all users of a computer: a folder that only they write to, under a
 * name that no user's environment can change. On Windows that rules out `ProgramData`, where everybody may make folders,
 * and the program's own folder is emptied by an update.
 */
export function policyFile(platform: string = process.platform): string {
  if (platform === 'win32') return 'C:\\Program Files\\Colodesk Policy\\policy.json';
  if (platform === 'darwin') return '/Library/Application Support/Colodesk/policy.json';
  return '/etc/colodesk/policy.json';
}

/** A policy is a few lines; what is longer is none. */
const maxPolicyCharacters = 100_000;

/**
 * Reads the policy. A missing file leaves everything free; one that cannot be read or understood makes the strict policy
 * hold, and `fault` says which file and which field. Read at once and not beside the start, since it decides what starts.
 */
export function readPolicy(file: string): Policy {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' || code === 'ENOTDIR' ? openPolicy : faulty(file, `it cannot be read (${code})`);
  }
  if (text.length > maxPolicyCharacters) return faulty(file, 'it is too long');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, '')); // Windows' editors begin a file with this mark
  } catch {
    return faulty(file, 'it is not JSON');
  }
  const parsed = policyFileSchema.safeParse(json);
  if (!parsed.success) return faulty(file, parsed.error.issues.map(describe).join('; '));
  return { ...openPolicy, ...definedOf(parsed.data) };
}

function faulty(file: string, reason: string): Policy {
  return { ...strictPolicy, fault: `${file}: ${reason}` };
}

function describe(issue: { code?: string; path: PropertyKey[]; message: string; keys?: string[] }): string {
  const place = issue.path.map(String).join('.') || (issue.keys?.join(', ') ?? '');
  return place === '' ? issue.message : `"${place}": ${issue.message}`;
}

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as { [K in keyof T]: Exclude<T[K], undefined> };
}
