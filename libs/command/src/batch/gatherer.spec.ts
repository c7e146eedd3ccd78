import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { Gatherer, type GatherLimits } from './gatherer.js';

/** A gatherer whose batches end when the spec says so. */
function gathering(limits: Partial<GatherLimits> = {}): { gatherer: Gatherer<string, string>; batches: string[][]; end: (batch: number, error?: Error) => Promise<void> } {
  const batches: string[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const gatherer = new Gatherer<string, string>({ batchSize: 3, batchesInFlight: 1, ...limits }, (items) => {
    batches.push([...items]);
    return new Promise((resolve, reject) => {
      ends.push((error) => { if (error === undefined) resolve(items.map((item) => `${item}!`)); else reject(error); });
    });
  });
  const end = async (batch: number, error?: Error): Promise<void> => {
    ends[batch]?.(error);
    await turn();
  };
  return { gatherer, batches, end };
}

const passenger = (item: string, key: string | null = null, lane = 'all'): { lane: string; key: string | null; item: string } => ({ lane, key, item });

describe('the gatherer', () => {
  it('starts what came in together at once, and fills the next batch meanwhile', async () => {
    const { gatherer, batches, end } = gathering();
    const answers = ['a', 'b'].map((item) => gatherer.submit(passenger(item)));
    await turn();
    answers.push(...['c', 'd'].map((item) => gatherer.submit(passenger(item))));
    await turn();
    expect(batches).toEqual([['a', 'b']]);
    await end(0);
    expect(batches).toEqual([['a', 'b'], ['c', 'd']]);
    await end(1);
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!']);
  });

  it('takes no more than fit, in the order in which they came', async () => {
    const { gatherer, batches, end } = gathering({ batchesInFlight: 2 });
    for (const item of 'abcdefgh') void gatherer.submit(passenger(item));
    await turn();
    expect(batches).toEqual([['a', 'b', 'c'], ['d', 'e', 'f']]);
    await end(1);
    expect(batches[2]).toEqual(['g', 'h']);
  });

  it('never lets two with one key travel at the same time', async () => {
    const { gatherer, batches, end } = gathering({ batchesInFlight: 2 });
    const requests: [string, string][] = [['a', '1'], ['b', '1'], ['c', '2'], ['d', '1']];
    for (const [item, key] of requests) void gatherer.submit(passenger(item, key));
    await turn();
    expect(batches).toEqual([['a', 'c']]);
    await end(0);
    expect(batches[1]).toEqual(['b']);
    await end(1);
    expect(batches[2]).toEqual(['d']);
  });

  it('lets the next one with a key go when the one before is concluded, and keeps nobody else waiting', async () => {
    const { gatherer, batches, end } = gathering();
    let conclude: () => void = () => undefined;
    const concluded = new Promise<void>((resolve) => { conclude = resolve; });
    const first = gatherer.carry(passenger('a', '1'), async (outcome) => concluded.then(() => `${outcome}!`));
    void gatherer.submit(passenger('b', '1'));
    void gatherer.submit(passenger('c', '2'));
    await turn();
    await end(0);
    expect(batches).toEqual([['a', 'c']]);
    conclude();
    await turn();
    expect([batches[1], await first]).toEqual([['b'], 'a!!']);
  });

  it('keeps lanes apart', async () => {
    const { gatherer, batches } = gathering();
    void gatherer.submit(passenger('a', null, 'one'));
    void gatherer.submit(passenger('b', null, 'other'));
    await turn();
    expect(batches).toEqual([['a'], ['b']]);
  });

  it('tells all of a batch that failed, and goes on with the next', async () => {
    const { gatherer, batches, end } = gathering({ batchSize: 2 });
    const answers = ['a', 'b', 'c'].map((item) => gatherer.submit(passenger(item)));
    const settled = Promise.allSettled(answers);
    await turn();
    await end(0, new Error('lost'));
    await end(1);
    expect(batches).toEqual([['a', 'b'], ['c']]);
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
