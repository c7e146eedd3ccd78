import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { DomainError } from '#libs/errors';
import type { SheetLimits } from '../limits.js';
import { fileIsCorrupt, hasTooManyEntries, hasUnsafePath, inflatesTooMuch, workbookIsEncrypted } from '../refusal.js';

/** The parts of a package that may matter, by lower-case name without a leading slash; `names` lists every part. */
export interface Package {
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly names: readonly string[];
}

/** A part below this many inflated bytes is not held to the ratio: small parts may be mostly repetition. */
const ratioMattersFrom = 1024 * 1024;

/**
 * Unpacks a zip package, counting what really comes out: declared sizes are not believed. Every part is inflated and checked against its
 * checksum, pictures and macros included, but only XML parts are kept.
 * Throws `sheet.*` refusals: corrupt, encrypted, too many entries, unsafe path, inflates too much.
 */
export async function unpack(bytes: Uint8Array, limits: SheetLimits): Promise<Package> {
  try {
    // Names are decoded and judged below, so that an unsafe one is told from a broken archive.
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { decodeStrings: false });
    if (zip.entryCount > limits.maxEntries) throw hasTooManyEntries(limits.maxEntries, zip.entryCount);
    return await unpackEntries(zip, limits);
  } catch (error) {
    throw error instanceof DomainError ? error : fileIsCorrupt(error);
  }
}

async function unpackEntries(zip: ZipFile, limits: SheetLimits): Promise<Package> {
  const parts = new Map<string, Buffer>();
  const names: string[] = [];
  const seen = new Set<string>();
  let left = limits.maxInflatedBytes;
  for await (const entry of zip.eachEntry()) {
    const name = partName(entry);
    if (seen.has(name)) throw fileIsCorrupt(`two parts are called ${name}`);
    seen.add(name);
    names.push(name);
    if (name.endsWith('/')) continue;
    if (entry.isEncrypted()) throw workbookIsEncrypted();
    const { size, kept } = await inflate(zip, entry, left, limits, isXml(name));
    left -= size;
    if (kept !== null) parts.set(name, kept);
  }
  return { parts, names };
}

function partName(entry: Entry): string {
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  if (yauzl.validateFileName(name) !== null) throw hasUnsafePath();
  return name.toLowerCase();
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels') || name === 'mimetype';
}

async function inflate(zip: ZipFile, entry: Entry, left: number, limits: SheetLimits, keep: boolean): Promise<{ size: number; kept: Buffer | null }> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  const ratioCap = Math.max(ratioMattersFrom, entry.compressedSize * limits.maxInflationRatio);
  let size = 0;
  let checksum = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > left) throw inflatesTooMuch({ limitBytes: limits.maxInflatedBytes });
    if (size > ratioCap) throw inflatesTooMuch({ limitRatio: limits.maxInflationRatio });
    checksum = crc32(chunk, checksum);
    if (keep) chunks.push(chunk);
  }
  if (checksum !== entry.crc32) throw fileIsCorrupt('checksum mismatch');
  return { size, kept: keep ? Buffer.concat(chunks, size) : null };
}
