import { ProblemError, problemOf, type Problem } from './problem.js';

/**
 * A file that comes with word of itself: frames of one letter, the length of the contents (four bytes, big-endian) and the
 * contents. `N` news, `H` head, `B` bytes, `E` end, `P` problem. It is whole if, and only if, the end came.
 */
export const TOLD_FILE = 'application/vnd.baton.told-file';

export interface Progress {
  readonly phase: 'READING' | 'LAYING_OUT' | 'WRITING' | 'FILLING';
  readonly done: number;
  /** Null while nobody knows it. */
  readonly total: number | null;
}

export interface ToldHead {
  readonly disposition: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number | null;
}

/** What is heard while a file comes. */
export interface Hearing {
  readonly news: (progress: Progress) => void;
  readonly head: (head: ToldHead) => void;
  readonly bytes: (piece: Uint8Array<ArrayBuffer>) => void;
}

interface ToldEnd {
  readonly sizeBytes: number;
  readonly sha256: string;
}

const HEADER_BYTES = 5;

const INCOMPLETE: Problem['text'] = {
  ko: '파일이 끝까지 오지 않아 저장하지 않았습니다. 연결을 확인한 뒤 다시 받아 주세요.',
  en: 'The file did not come to its end, so nothing was saved. Check the connection and download it again.',
};

/** What is told of a file that was cut off: nothing of it is kept. */
export const incomplete = (): ProblemError => new ProblemError({ status: 0, code: 'download.incomplete', text: INCOMPLETE, errors: [], verdicts: [] });

/** Reads a told file to its end. Throws `ProblemError` with what the server told, or `download.incomplete` where it broke off. */
export async function readTold(body: ReadableStream<Uint8Array<ArrayBuffer>>, { news, head, bytes }: Hearing): Promise<ToldEnd> {
  let end: ToldEnd | null = null;
  for await (const [letter, contents] of framesOf(body)) {
    if (letter === 'B') bytes(contents);
    else if (letter === 'N') news(readJson<Progress>(contents));
    else if (letter === 'H') head(readJson<ToldHead>(contents));
    else if (letter === 'E') end = readJson<ToldEnd>(contents);
    else if (letter === 'P') throw new ProblemError(problemIn(contents));
  }
  if (end === null) throw incomplete();
  return end;
}

async function* framesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<readonly [string, Uint8Array<ArrayBuffer>], void, void> {
  const reader = body.getReader();
  let rest = new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest = joined(rest, value);
      for (let end = endOfFrame(rest); end !== null; end = endOfFrame(rest)) {
        yield [String.fromCharCode(rest[0] ?? 0), rest.slice(HEADER_BYTES, end)];
        rest = rest.subarray(end);
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Where the first frame ends; null while not all of it is there. */
function endOfFrame(bytes: Uint8Array): number | null {
  if (bytes.length < HEADER_BYTES) return null;
  const end = HEADER_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  return bytes.length < end ? null : end;
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

const readJson = <Value>(contents: Uint8Array): Value => JSON.parse(new TextDecoder().decode(contents)) as Value;

function problemIn(contents: Uint8Array): Problem {
  const body = readJson<{ readonly status?: unknown }>(contents);
  return problemOf(typeof body.status === 'number' ? body.status : 500, body);
}
