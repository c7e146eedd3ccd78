import { parentPort } from 'node:worker_threads';

import { invariant } from '#libs/errors';

import { faultOf } from './fault.js';
import type { FromThread, ToThread } from './messages.js';

/** How many pieces may be on their way unread: enough to keep both sides busy. */
const UNREAD_AT_MOST = 8;

/** How far a task is, is said no more often than anybody could see it. */
const PROGRESS_EVERY_MILLISECONDS = 100;

/** What a task in a thread says and hears while it works. */
export interface Channel {
  /** Hands on a piece of the result; waits while the reader is far behind. */
  send(bytes: Uint8Array): Promise<void>;
  /** The rows of a feed, in portions. To be read once. */
  rows(feed: number): AsyncGenerator<readonly unknown[], void, void>;
  /** Says how much is done, of how much where that is known; may be called at every step. */
  progress(done: number, total: number | null): void;
}

interface Portion {
  readonly rows: readonly unknown[];
  readonly last: boolean;
}

/** Answers tasks, one after the other, in the thread that calls it. */
export function serve(work: (task: unknown, channel: Channel) => Promise<void>): void {
  const port = parentPort;
  invariant(port !== null, 'this program runs in a thread');
  const tell = (message: FromThread, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const arrivals = new Map<number, (portion: Portion) => void>();
  let unread = 0;
  let goOn: (() => void) | undefined;
  let saidAt = 0;

  const channel: Channel = {
    async send(bytes) {
      while (unread >= UNREAD_AT_MOST) await new Promise<void>((resolve) => (goOn = resolve));
      unread += 1;
      // A copy with a buffer of its own: the bytes may lie in one that others use too.
      const own = new Uint8Array(bytes);
      tell({ kind: 'bytes', bytes: own }, [own.buffer]);
    },
    async *rows(feed) {
      const ask = (): Promise<Portion> => {
        const arrived = new Promise<Portion>((resolve) => arrivals.set(feed, resolve));
        tell({ kind: 'want', feed });
        return arrived;
      };
      // The next portion is on its way while this one is worked on.
      for (let next: Promise<Portion> | undefined = ask(); next !== undefined; ) {
        const { rows, last }: Portion = await next;
        next = last ? undefined : ask();
        if (rows.length > 0) yield rows;
      }
    },
    progress(done, total) {
      const now = performance.now();
      if (done !== total && now - saidAt < PROGRESS_EVERY_MILLISECONDS) return;
      saidAt = now;
      tell({ kind: 'progress', done, total });
    },
  };

  port.on('message', (message: ToThread) => {
    if (message.kind === 'taken') {
      unread -= 1;
      goOn?.();
    } else if (message.kind === 'rows') arrivals.get(message.feed)?.(message);
    else {
      work(message.task, channel).then(
        () => tell({ kind: 'done' }),
        (error: unknown) => tell({ kind: 'failed', fault: faultOf(error) }),
      );
    }
  });
}
