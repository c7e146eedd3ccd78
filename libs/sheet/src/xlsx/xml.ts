import { setImmediate as nextTurn } from 'node:timers/promises';
import { openScan } from './xml-scan.js';
import type { Attributes, XmlHandler } from './xml-scan.js';

/** Tags scanned before other requests of the process get their turn. */
const tagsPerTurn = 20_000;

/**
 * Parses one XML part (UTF-8 or UTF-16) and tells the handler. Throws a plain Error for anything that is not well-formed, and what the
 * handler throws; the caller turns the former into a refusal.
 */
export async function parseXml(bytes: Buffer, handler: XmlHandler): Promise<void> {
  const scan = openScan(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes), handler);
  while (!scan(tagsPerTurn)) await nextTurn();
}

/** The attribute of that local name in whatever namespace (`r:id`, `rel:id`). */
export function qualified(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** XML booleans are written both ways. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
