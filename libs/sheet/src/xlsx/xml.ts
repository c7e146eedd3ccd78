import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader wants to hear. Names come without namespace prefix: some producers write `x:row` for `row`. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Bytes parsed before other requests get their turn. */
const chunkBytes = 256 * 1024;
/** No part of a workbook nests or decorates deeper than a handful; the caps keep crafted XML from eating memory. */
const maxDepth = 64;
const maxAttributes = 128;

/**
 * Parses one XML part and tells the handler. Document types are refused, so no entity can be declared.
 * Throws a plain Error for anything that is not well-formed; the caller turns it into a refusal.
 */
export async function parseXml(bytes: Buffer, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let attributeCount = 0;
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed');
  });
  parser.on('opentagstart', () => {
    attributeCount = 0;
    depth += 1;
    if (depth > maxDepth) throw new Error('nested too deeply');
  });
  parser.on('attribute', () => {
    attributeCount += 1;
    if (attributeCount > maxAttributes) throw new Error('too many attributes');
  });
  parser.on('opentag', (tag) => handler.open?.(localName(tag.name), tag.attributes as Attributes));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(localName(tag.name));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));

  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    if (at > 0) await nextTurn();
    parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
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

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
