import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { addAbortSignal, PassThrough } from 'node:stream';
import { StreamableFile, type Logger } from '@nestjs/common';
import { invariant } from '#libs/errors';
import { bytesFrame, endFrame, headFrame, newsFrame, problemFrame, type Progress } from '#libs/http';
import { lastValueFrom, type Observable } from 'rxjs';
import { toProblem } from './problem.js';

/** News of one phase come no more often than anybody could see them. */
const NEWS_EVERY_MILLISECONDS = 150;

/** Bytes to a frame, or more: a page of a paper may come in many small pieces. */
const WORTH_A_FRAME = 65_536;

/** The answer of a route as frames (see `TOLD_FILE`): news while it is made, its bytes, and how it ended. */
export class ToldFile {
  readonly frames = new PassThrough();
  private last: { readonly phase: Progress['phase']; readonly at: number } | null = null;

  constructor(
    private readonly departure: AbortSignal,
    private readonly logger: Logger,
  ) {
    // Whoever left closes it; nobody is there to hear of it.
    this.frames.on('error', () => undefined);
  }

  tell(progress: Progress): void {
    const now = performance.now();
    const isOver = progress.done === progress.total;
    if (!isOver && this.last?.phase === progress.phase && now - this.last.at < NEWS_EVERY_MILLISECONDS) return;
    this.last = { phase: progress.phase, at: now };
    if (this.frames.writable) this.frames.write(newsFrame(progress));
  }

  /** Runs the handler and passes on what comes of it; ends with the end of the file or with a problem, and never throws. */
  async carry(answer: Observable<unknown>): Promise<void> {
    try {
      const file: unknown = await lastValueFrom(answer);
      invariant(file instanceof StreamableFile, 'an attended route answers with a file');
      await this.passOn(file);
    } catch (error) {
      if (this.departure.aborted) return void this.frames.destroy();
      const problem = toProblem(error);
      if (problem.status >= 500) this.logger.error(error instanceof Error ? error.stack : String(error));
      this.frames.end(problemFrame(problem));
    }
  }

  private async passOn(file: StreamableFile): Promise<void> {
    const { type, disposition, length } = file.getHeaders();
    this.frames.write(headFrame({ disposition: typeof disposition === 'string' ? disposition : null, mediaType: type, sizeBytes: length ?? null }));
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for await (const piece of gathered(addAbortSignal(this.departure, file.getStream()))) {
      hash.update(piece);
      sizeBytes += piece.length;
      if (!this.frames.write(bytesFrame(piece))) await once(this.frames, 'drain', { signal: this.departure });
    }
    this.frames.end(endFrame({ sizeBytes, sha256: hash.digest('hex') }));
  }
}

async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < WORTH_A_FRAME) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}
