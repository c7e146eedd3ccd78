import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it, jest } from '@jest/globals';

import { DomainError, invariant } from '#libs/errors';

import { threadProgram } from './entry.js';
import { ThreadPool, type Onlooker } from './pool.js';
import type { CountingTask } from './testing/counting-thread.js';

jest.setTimeout(60_000);

const program = threadProgram(import.meta.url, './testing/counting-thread');

function poolOf(size: number): ThreadPool {
  invariant(program !== undefined, 'compiled code is there: "npm run build:api" makes it');
  return new ThreadPool(program, size);
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const run = (pool: ThreadPool, task: CountingTask, feeds: Iterable<unknown>[] = [], onlooker: Onlooker = {}): Promise<Buffer> => allOf(pool.run(task, feeds, onlooker));

async function* asTheyCome(from: number, to: number): AsyncGenerator<number> {
  for (let value = from; value < to; value += 1) {
    if (value % 700 === 0) await pause(1);
    yield value;
  }
}

describe('a pool of threads', () => {
  it('hands over every row of every feed, once and in order, whether it is there or still comes', async () => {
    const pool = poolOf(1);
    const [list, cursor] = [Array.from({ length: 1_000 }, (_, at) => at), asTheyCome(1_000, 3_000)];
    const sum = await allOf(pool.run({ kind: 'SUM', feeds: 3 } satisfies CountingTask, [list, cursor, []]));
    expect(sum.toString()).toBe(String((2_999 * 3_000) / 2));
  });

  it('keeps the pieces in order, and makes a thread wait whose reader does not read', async () => {
    const pool = poolOf(1);
    const shared = new SharedArrayBuffer(4);
    const pieces = pool.run({ kind: 'PIECES', count: 1_000, sent: shared } satisfies CountingTask);
    const first = await pieces.next();
    await pause(200);
    const ahead = Atomics.load(new Int32Array(shared), 0);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(20);
    const rest = await allOf(pieces);
    expect([first.value?.[0], ...rest]).toEqual(Array.from({ length: 1_000 }, (_, at) => at % 256));
  });

  it('gives work to the next in line when a thread is free', async () => {
    const pool = poolOf(2);
    const sums = await Promise.all(Array.from({ length: 7 }, (_, at) => run(pool, { kind: 'SUM', feeds: 1 }, [[at, 1]])));
    expect(sums.map(String)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('hands a refusal on as one, and other errors with their words', async () => {
    const pool = poolOf(1);
    const refused = await run(pool, { kind: 'REFUSE' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({ kind: 'rule_broken', code: 'thread.no', text: { ko: '안 됩니다.' }, details: { why: 'asked' } });
    await expect(run(pool, { kind: 'BREAK' })).rejects.toThrow('out of range');
  });

  it('says so when a thread ends in the middle, and goes on with another', async () => {
    const pool = poolOf(1);
    await expect(run(pool, { kind: 'LEAVE' })).rejects.toThrow('ended before its task was done');
    expect(String(await run(pool, { kind: 'SUM', feeds: 1 }, [[1, 2]]))).toBe('3');
  });

  it('hands on what goes wrong with the rows', async () => {
    const pool = poolOf(1);
    const rows = (function* (): Generator<number> {
      yield 1;
      throw new Error('the cursor is gone');
    })();
    await expect(run(pool, { kind: 'SUM', feeds: 1 }, [rows])).rejects.toThrow('the cursor is gone');
    expect(String(await run(pool, { kind: 'SUM', feeds: 1 }, [[5]]))).toBe('5');
  });

  it('ends the thread when nobody reads any more', async () => {
    const pool = poolOf(1);
    const shared = new SharedArrayBuffer(4);
    const sent = new Int32Array(shared);
    for await (const piece of pool.run({ kind: 'PIECES', count: 1_000_000, sent: shared } satisfies CountingTask)) {
      expect(piece).toHaveLength(1);
      break;
    }
    expect(String(await run(pool, { kind: 'SUM', feeds: 1 }, [[7]]))).toBe('7');
    const atTheEnd = Atomics.load(sent, 0);
    expect(atTheEnd).toBeLessThan(100);
    await pause(50);
    expect(Atomics.load(sent, 0)).toBe(atTheEnd);
  });

  it('tells an onlooker how far a task is, no more often than can be seen, and when it is done', async () => {
    const told: (readonly [number, number | null])[] = [];
    await run(poolOf(1), { kind: 'STEPS', count: 10_000 }, [], { onProgress: (done, total) => told.push([done, total]) });
    expect(told[0]).toEqual([1, null]);
    expect(told.at(-1)).toEqual([10_000, 10_000]);
    expect(told.length).toBeLessThan(50);
  });

  it('ends the thread of an onlooker who leaves, closes what it read, and gives the next in line their turn', async () => {
    const pool = poolOf(1);
    const leave = new AbortController();
    const never = (async function* (): AsyncGenerator<number> {
      yield 1;
      leave.abort();
      await pause(50);
      for (;;) yield 2;
    })();
    const first = pool.run({ kind: 'SUM', feeds: 1 } satisfies CountingTask, [never], { signal: leave.signal }).next();
    const next = run(pool, { kind: 'SUM', feeds: 1 }, [[7]]);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(String(await next)).toBe('7');
    expect((await never.next()).done).toBe(true);
  });

  it('lets who waits in line leave, also in the moment in which their turn comes', async () => {
    const pool = poolOf(1);
    const shared = new SharedArrayBuffer(4);
    const busy = pool.run({ kind: 'PIECES', count: 1_000_000, sent: shared } satisfies CountingTask);
    await busy.next();
    const [early, late] = [new AbortController(), new AbortController()];
    const waiting = [early, late].map(({ signal }) => run(pool, { kind: 'SUM', feeds: 1 }, [[1]], { signal }));
    const third = run(pool, { kind: 'SUM', feeds: 1 }, [[3]]);
    early.abort();
    await expect(waiting[0]).rejects.toMatchObject({ name: 'AbortError' });
    await busy.return();
    late.abort();
    await expect(waiting[1]).rejects.toMatchObject({ name: 'AbortError' });
    expect(String(await third)).toBe('3');
  });
});
