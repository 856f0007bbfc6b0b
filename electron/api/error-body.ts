/*
 * The bodies of errors. One host was seen to use four forms: JSON `error`, `ErrorWrapper` as JSON and as XML, and the
 * gateway's `fault`; the token call may use OAuth's. All are read alike, by the names of their fields at any depth, because
 * nesting, arrays and the case of names differ from one to the next.
 */

import { XMLParser } from 'fast-xml-parser';
import { cut } from '../contract/cut.ts';
import { joined, plainText, splitOffId } from './plain-text.ts';

export type ErrorBody = {
  /** Written by the vendor's application or gateway, and not by a proxy or another gateway on the way. */
  isFromVendor: boolean;
  /** A page for a browser. */
  isPage: boolean;
  /** The vendor's gateway limits requests and did not pass this one on, whatever the status says. */
  isRateLimit: boolean;
  /** What the server says, in plain text; `''` for nothing. */
  message: string;
  /** The server's own code for the reason; `''` for none. */
  code: string;
  correlationId: string;
};

/* Names of fields, in lower case and letters only. `error` is OAuth's name for a code. */
const wordNames = ['message', 'errormessage', 'description', 'errordescription', 'faultstring', 'detail', 'details'];
const codeNames = ['reasoncode', 'errorcode', 'code', 'error'];
const idNames = ['correlationid', 'xcorrelationid'];

/** The policies by which the vendor's gateway limits requests before it passes them on, and how its words for them begin. */
const rateLimitCode = /\bpolicies\.(concurrent)?ratelimit\.|\b(SpikeArrest|Quota)Violation\b/i;
const rateLimitWords = /^(spike arrest|rate limit quota) violation\b/i;

export function readErrorBody(body: string): ErrorBody {
  const value = structureOf(body);
  const isFromVendor = hasVendorMark(value);
  const leaves = leavesOf(value, isFromVendor ? maxDepth : 1);
  const textsOf = (names: readonly string[]) =>
    leaves.flatMap(({ name, text }) => (names.includes(name) ? [text] : []));
  const parts = textsOf(wordNames).map(splitOffId);
  const codes = textsOf(codeNames).map(plainText).filter(Boolean);
  const message =
    joined(parts.map(({ words }) => words)) || joined(textsOf(['error']).map(plainText)) || codes[0] || '';
  return {
    isFromVendor,
    isPage: value === undefined && body.trimStart().startsWith('<'),
    isRateLimit: isFromVendor && (rateLimitWords.test(message) || codes.some((text) => rateLimitCode.test(text))),
    message: cut(message, 500),
    code: cut(codes[0] ?? '', 100),
    correlationId: cut([...textsOf(idNames).map(plainText), ...parts.map(({ id }) => id)].find(Boolean) ?? '', 100),
  };
}

/** Whether the body of a success, already read as JSON, is an error that says what is wrong. */
export function isErrorBody(value: unknown): boolean {
  return hasVendorMark(value) && leavesOf(value, maxDepth).some(({ name, text }) => isTelling(name) && text !== '');
}

const isTelling = (name: string) => wordNames.includes(name) || codeNames.includes(name);

/** Returns `null` for a body without content, and `undefined` for one that is not JSON: no schema of a response accepts that. */
export function parseJson(body: string): unknown {
  const trimmed = body.trim(); // a byte order mark counts as white space
  if (trimmed === '') return null;
  try {
    return JSON.parse(trimmed);
  } catch {
    return undefined;
  }
}

/** Values stay text: a code such as `0503` must not become the number 503. Entities are left to `plainText`, which bears any number. */
const xml = new XMLParser({
  parseTagValue: false,
  processEntities: false,
  ignoreAttributes: true,
  removeNSPrefix: true,
});

/** The vendor's errors in XML: the wrapper, wherever it begins, or the fault as the root. Any other XML counts as a page. */
const xmlError = /<(?:[\w-]+:)?ErrorWrapper\b|^\s*(?:<[?!][^>]*>\s*)*<fault\b/i;

/** Only so much of an XML text is parsed, which takes some milliseconds. */
const maxXmlLength = 200_000;

/** Takes the middle out of long texts, so that the parser still finds where each of them ends. */
const shortened = (text: string) =>
  text.replace(/[^<>]{5000,}/g, (run) => `${run.slice(0, 2_000)} … ${run.slice(-2_000)}`);

/** Returns what a JSON or XML text holds, `undefined` if it is neither. */
function structureOf(text: string): unknown {
  if (/^\s*[{[]/.test(text)) return parseJson(text);
  const start = text.search(xmlError);
  if (start < 0) return undefined;
  try {
    return xml.parse(shortened(text.slice(start)).slice(0, maxXmlLength));
  } catch {
    return { ErrorWrapper: '' };
  }
}

const maxDepth = 12;
const maxLeaves = 200;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const plainName = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** The codes of RFC 6749, by which OAuth's form is known where it has no description. */
const oauthCode =
  /^(invalid_(client|request|grant|scope|token)|unauthorized_client|unsupported_grant_type|access_denied)$/;

/** Whether a value is one of the vendor's errors. Its mark may stand inside objects that hold nothing else, and in lists. */
function hasVendorMark(value: unknown, depth = 0): boolean {
  if (!isObject(value) || depth > maxDepth) return false;
  if (Array.isArray(value)) return hasVendorMark(value[0], depth + 1);
  const fields = new Map(Object.entries(value).map(([name, held]) => [plainName(name), held]));
  if (fields.has('errorwrapper') || fields.has('reasoncode')) return true;
  if (isObject(fields.get('error')) || isObject(fields.get('fault'))) return true;
  const error = fields.get('error');
  if (typeof error === 'string' && (fields.has('errordescription') || fields.has('errorcode'))) return true;
  if (typeof error === 'string' && oauthCode.test(error)) return true;
  return fields.size === 1 && hasVendorMark([...fields.values()][0], depth + 1);
}

type Leaf = { name: string; text: string };

/** Collects the texts in a value with the names of their fields. A text that is itself JSON or XML is looked into. */
function leavesOf(value: unknown, depth: number, name = '', leaves: Leaf[] = []): Leaf[] {
  const held = typeof value === 'string' ? (structureOf(value) ?? value) : value;
  if (typeof held === 'string' || typeof held === 'number') leaves.push({ name, text: String(held) });
  if (!isObject(held) || depth === 0) return leaves;
  for (const [key, inner] of Object.entries(held)) {
    if (leaves.length >= maxLeaves) break;
    leavesOf(inner, depth - 1, Array.isArray(held) || key === '#text' ? name : plainName(key), leaves);
  }
  return leaves;
}
