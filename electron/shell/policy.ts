/*
 * Reads the policy: settings that the IT department makes for all users of a computer.
 */

import { readFile } from 'node:fs/promises';
import { openPolicy, type Policy, policyFileSchema, strictPolicy } from '../contract/policy.ts';
import { withoutByteOrderMark } from '../files/byte-order-mark.ts';
import { whileLocked } from '../files/locked-files.ts';

/** A policy is a few lines; a longer file is refused. */
const maxPolicyCharacters = 100_000;

/**
 * Returns the open policy when there is no file. When the file cannot be read or understood, the strict policy applies, and
 * `fault` names the file and the field. One that another program holds for a moment is waited for, since the policy counts
 * until Colodesk ends.
 */
export async function readPolicy(file: string): Promise<Policy> {
  let text: string;
  try {
    text = await whileLocked(() => readFile(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' || code === 'ENOTDIR' ? openPolicy : faulty(file, `it cannot be read (${code})`);
  }
  if (text.length > maxPolicyCharacters) return faulty(file, 'it is too long');
  let json: unknown;
  try {
    json = JSON.parse(withoutByteOrderMark(text));
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
  const field = issue.path.map(String).join('.') || (issue.keys?.join(', ') ?? '');
  return field === '' ? issue.message : `"${field}": ${issue.message}`;
}

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as { [K in keyof T]: Exclude<T[K], undefined> };
}
