import type { Progress } from './attendance.js';

/**
 * A file that comes with word of itself: asked for with this media type in `Accept`, an attended route answers at once with
 * frames, one after the other. A frame is one letter, the length of what follows (four bytes, big-endian) and the contents:
 *
 * - `N` news: `{ phase, done, total }` (JSON), as often as anybody could see it;
 * - `H` head: `{ disposition, mediaType, sizeBytes }` (JSON), once, before the first bytes; `sizeBytes` is null where it is not known yet;
 * - `B` bytes of the file;
 * - `E` end: `{ sizeBytes, sha256 }` (JSON): the file is whole if, and only if, this came;
 * - `P` problem (JSON, RFC 9457): there is no file, or what came of it is not one. Nothing follows.
 */
export const TOLD_FILE = 'application/vnd.baton.told-file';

export interface ToldHead {
  readonly disposition: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number | null;
}

export interface ToldEnd {
  readonly sizeBytes: number;
  /** Of all bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

const HEADER_BYTES = 5;

export const newsFrame = (news: Progress): Buffer => jsonFrame('N', news);
export const headFrame = (head: ToldHead): Buffer => jsonFrame('H', head);
export const bytesFrame = (bytes: Uint8Array): Buffer => frame('B', bytes);
export const endFrame = (end: ToldEnd): Buffer => jsonFrame('E', end);
export const problemFrame = (problem: object): Buffer => jsonFrame('P', problem);

const jsonFrame = (letter: string, value: object): Buffer => frame(letter, Buffer.from(JSON.stringify(value)));

function frame(letter: string, contents: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(letter, 'ascii');
  header.writeUInt32BE(contents.length, 1);
  return Buffer.concat([header, contents]);
}
