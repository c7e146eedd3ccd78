import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Progress } from '#libs/http';
import { PrintsUnderway } from './prints-underway.js';

const page = (done: number, total: number | null): Progress => ({ phase: total === null ? 'LAYING_OUT' : 'WRITING', done, total });

describe('prints that are under way', () => {
  let prints: PrintsUnderway;
  beforeEach(() => {
    prints = new PrintsUnderway();
  });

  it('are told as they were told last, each its own, and no longer than they take', async () => {
    const told: (Progress | null)[] = [];
    const look = (): number => told.push(prints.progressOf('a'));
    look();
    await prints.once('a', async (tell) => {
      look();
      for (const progress of [page(1, null), page(2, null), page(1, 2), page(2, 2)]) {
        tell(progress);
        look();
        await Promise.resolve();
      }
      expect(prints.progressOf('b')).toBe(null);
    });
    look();
    expect(told).toEqual([null, { phase: 'READING', done: 0, total: null }, page(1, null), page(2, null), page(1, 2), page(2, 2), null]);
  });

  it('are one for all who ask meanwhile, and another for who asks later', async () => {
    let printed = 0;
    const print = async (): Promise<void> => {
      await Promise.resolve();
      printed += 1;
    };
    await Promise.all([prints.once('a', print), prints.once('a', print), prints.once('b', print)]);
    expect(printed).toBe(2);
    await prints.once('a', print);
    expect(printed).toBe(3);
  });

  it('fail for all who wait, and can be begun again', async () => {
    const failing = (tell: (progress: Progress) => void): Promise<void> => {
      tell(page(7, 9));
      throw new Error('out of paper');
    };
    const both = [prints.once('a', failing), prints.once('a', () => Promise.resolve())];
    for (const each of both) await expect(each).rejects.toThrow('out of paper');
    expect(prints.progressOf('a')).toBe(null);
    await expect(prints.once('a', () => Promise.resolve())).resolves.toBeUndefined();
  });
});
