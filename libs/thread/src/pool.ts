import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import { errorOf } from './fault.js';
import type { FromThread, ToThread } from './messages.js';

/** Rows that a task needs beside what it is told: handed over in portions, at the speed at which they are used up. */
export type Feed = Iterable<unknown> | AsyncIterable<unknown>;

/** Who waits for a task: hears how far it is, and may leave. */
export interface Onlooker {
  /** Aborted, it ends the task wherever it is, also while it waits in line. */
  readonly signal?: AbortSignal | undefined;
  /** `total` is null while nobody knows how much there is. */
  readonly onProgress?: ((done: number, total: number | null) => void) | undefined;
}

/** How many rows go over at a time: enough to be worth a message, few enough not to be felt. */
const PORTION = 500;

/** What a thread may grow to before it is ended rather than the whole program. */
const LARGEST_HEAP_MEGABYTES = 1_024;

/** One processor stays free for everybody else. */
const DEFAULT_SIZE = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * A few threads that make long files, so that making one keeps nobody waiting. At most `size` run at once, further tasks
 * wait in line; a thread that is done is kept for the next. None of them keeps the program alive.
 */
export class ThreadPool {
  private readonly idle: Worker[] = [];
  private readonly line: (() => void)[] = [];
  private busy = 0;

  constructor(
    private readonly program: URL,
    private readonly size: number = DEFAULT_SIZE,
  ) {}

  /**
   * Runs a task and hands out its result piece by piece, as fast as it is read: a thread whose reader is slow waits. Who stops
   * reading ends the thread, and so does an onlooker who leaves: then it throws an `AbortError`. Throws what the task threw;
   * a `DomainError` stays one. A feed that was not yet asked for is left as it is: whoever opened it closes it.
   */
  async *run(task: unknown, feeds: readonly Feed[] = [], { signal, onProgress }: Onlooker = {}): AsyncGenerator<Uint8Array, void, void> {
    const worker = await this.take(signal);
    const portions = feeds.map(portionsOf);
    const tell = (message: ToThread): void => worker.postMessage(message);
    let done = false;
    try {
      tell({ kind: 'task', task });
      for await (const message of messagesOf(worker, signal)) {
        if (message.kind === 'bytes') {
          yield message.bytes;
          tell({ kind: 'taken' });
        } else if (message.kind === 'want') {
          const next = await portions[message.feed]?.next();
          tell({ kind: 'rows', feed: message.feed, rows: next?.value ?? [], last: next?.done !== false });
        } else if (message.kind === 'progress') onProgress?.(message.done, message.total);
        else if (message.kind === 'failed') throw errorOf(message.fault);
        else {
          done = true;
          return;
        }
      }
      throw new Error('a thread ended before its task was done');
    } finally {
      for (const portion of portions) await portion.return(undefined);
      this.release(worker, done);
    }
  }

  private async take(signal: AbortSignal | undefined): Promise<Worker> {
    while (this.busy >= this.size) await this.turn(signal);
    if (signal?.aborted === true) {
      // The turn that was given to somebody who has left is the next one's.
      this.line.shift()?.();
      throw signal.reason as Error;
    }
    this.busy += 1;
    const worker = this.idle.pop() ?? this.start();
    worker.ref();
    return worker;
  }

  /** Waits until a thread may be free; who leaves before gives up the place in line. */
  private turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const goOn = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.line.splice(this.line.indexOf(goOn), 1);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted === true) return reject(signal.reason as Error);
      this.line.push(goOn);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  private release(worker: Worker, reusable: boolean): void {
    this.busy -= 1;
    worker.unref();
    // A thread that was interrupted, or failed, may be in any state.
    if (reusable) this.idle.push(worker);
    else void worker.terminate();
    this.line.shift()?.();
  }

  private start(): Worker {
    const worker = new Worker(this.program, { resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MEGABYTES } });
    // Whoever waits for the thread hears of it too; without a listener of its own it would end the program.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      const at = this.idle.indexOf(worker);
      if (at !== -1) this.idle.splice(at, 1);
    });
    return worker;
  }
}

async function* messagesOf(worker: Worker, signal: AbortSignal | undefined): AsyncGenerator<FromThread, void, void> {
  for await (const [message] of on(worker, 'message', { close: ['exit'], ...(signal === undefined ? {} : { signal }) })) yield message as FromThread;
}

async function* portionsOf(feed: Feed): AsyncGenerator<readonly unknown[], undefined, void> {
  let portion: unknown[] = [];
  for await (const row of feed) {
    portion.push(row);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  yield portion;
  return undefined;
}
