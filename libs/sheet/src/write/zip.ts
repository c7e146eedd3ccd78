import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
}

const deflate = promisify<Buffer, { level: number }, Buffer>(deflateRaw);

/** 1980-01-01 00:00:00, the first moment zip can name: the same for every part of every file. */
const dosTime = 0;
const dosDate = 0x21;
const deflated = 8;
const version = 20;

/** Packs parts into a zip archive. Same parts, same bytes: no clock, no host, no user goes in. Names are ASCII; sizes stay under 4 GB. */
export async function zip(parts: readonly ZipPart[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipChunks(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The same archive piece by piece, as its parts come: one part at a time is held in memory. */
export async function* zipChunks(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer, void, undefined> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const part of parts) {
    const packed = await deflate(part.content, { level: 6 });
    const name = Buffer.from(part.name, 'ascii');
    const facts = factsOf(part.content, packed, name);
    const local = Buffer.concat([header(0x04034b50, version), facts, name]);
    directory.push(Buffer.concat([header(0x02014b50, version, version), facts, trailerOf(offset), name]));
    yield local;
    yield packed;
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  yield central;
  yield endOf(directory.length, central.length, offset);
}

function header(signature: number, ...versions: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + versions.length * 2);
  bytes.writeUInt32LE(signature, 0);
  versions.forEach((value, index) => bytes.writeUInt16LE(value, 4 + index * 2));
  return bytes;
}

/** The run of fields that local header and directory entry share: flags … length of the extra field. */
function factsOf(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt16LE(deflated, 2);
  bytes.writeUInt16LE(dosTime, 4);
  bytes.writeUInt16LE(dosDate, 6);
  bytes.writeUInt32LE(crc32(content), 8);
  bytes.writeUInt32LE(packed.length, 12);
  bytes.writeUInt32LE(content.length, 16);
  bytes.writeUInt16LE(name.length, 20);
  return bytes;
}

/** The end of a directory entry: no comment, first disk, no attributes, where the local header stands. */
function trailerOf(offset: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(offset, 10);
  return bytes;
}

function endOf(count: number, directorySize: number, directoryOffset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(directorySize, 12);
  bytes.writeUInt32LE(directoryOffset, 16);
  return bytes;
}
