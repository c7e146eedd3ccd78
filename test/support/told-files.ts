import { invariant } from '#libs/errors';
import { baseUrl, type Client, type Json } from './client.js';

const TOLD_FILE = 'application/vnd.baton.told-file';

/** One frame of a told file: the letter, and the contents read as what the letter stands for. */
export interface Frame {
  readonly letter: string;
  readonly json: Json;
  readonly bytes: Buffer;
}

/** Asks for a file as the pages of the product do. The answer is not read. */
export function askTold(client: Client, path: string, body: unknown): Promise<Response> {
  return fetch(`${baseUrl()}/api${path}`, {
    method: 'POST',
    headers: client.headers({ body, headers: { accept: `${TOLD_FILE}, */*;q=0.5` } }),
    body: JSON.stringify(body),
  });
}

/** The frames of an answer as they come. */
export async function* framesOf(answer: Response): AsyncGenerator<Frame, void, void> {
  invariant(answer.headers.get('content-type') === TOLD_FILE && answer.body !== null, `a told file, not ${answer.status} ${answer.headers.get('content-type') ?? ''}`);
  let rest = Buffer.alloc(0);
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
      const [letter, bytes] = [rest.toString('ascii', 0, 1), rest.subarray(5, 5 + rest.readUInt32BE(1))];
      rest = rest.subarray(5 + bytes.length);
      yield { letter, bytes, json: letter === 'B' ? null : (JSON.parse(bytes.toString()) as Json) };
    }
  }
  invariant(rest.length === 0, 'no frame is cut off');
}

/** All frames of an answer that is read to its end. */
export async function told(client: Client, path: string, body: unknown): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of framesOf(await askTold(client, path, body))) frames.push(frame);
  return frames;
}

/** Reads until a frame that `stopAt` picks, and leaves. */
export async function leaveAt(client: Client, path: string, body: unknown, stopAt: (frame: Frame) => boolean): Promise<Frame | null> {
  // Whoever stops reading closes the connection.
  for await (const frame of framesOf(await askTold(client, path, body))) if (stopAt(frame)) return frame;
  return null;
}
