import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { logCommand, RawBooks } from '../support/books.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

const CHECK = '23514';
const tried = (work: (books: RawBooks) => Promise<unknown>): Promise<Refusal | null> => refusalOf('APPLICATION', async (client) => work(await RawBooks.open(client)));

describe('a hold', () => {
  it('six of 1,000 on 5,000, placed at once, are five', async () => {
    const { headroom } = await RawBooks.commit((books) => books.funded(5_000));
    const placed = await Promise.allSettled(Array.from({ length: 6 }, () => RawBooks.commit((books) => books.hold(headroom, 1_000))));
    expect(placed.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(placed.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Refusal).constraint] : []))).toEqual(['account_balance_floor']);
  });

  it('cannot be spent by anybody else, and can by its capture', async () => {
    const spend = (captured: boolean) =>
      tried(async (books) => {
        const { headroom, granted } = await books.funded(5_000);
        const hold = await books.hold(headroom, 3_000);
        if (captured) await books.consume(hold, 'CAPTURED', 3_000, 1);
        await books.post({ posting: 'fund.investment-paid', lines: [[headroom, 'D', 3_000], [granted, 'C', 3_000]] });
      });
    expect(await spend(false)).toEqual({ code: CHECK, constraint: 'account_balance_floor' });
    expect(await spend(true)).toBeNull();
  });

  it.each([
    ['a hold that was released', 'RELEASED', 1_000],
    ['a hold that expired', 'EXPIRED', 1_000],
    ['a hold that was captured', 'CAPTURED', 1_000],
    ['more than is left of a hold', 'RELEASED', 1],
  ] as const)('refuses the capture of %s', async (_what, kind, amount) => {
    const refusal = await tried(async (books) => {
      const hold = await books.hold((await books.funded(5_000)).headroom, 1_000);
      await books.consume(hold, kind, amount, 1);
      await books.consume(hold, 'CAPTURED', 1_000, 2);
    });
    expect(refusal).toEqual({ code: CHECK, constraint: 'ledger_hold_remaining' });
  });

  it('gives back what is released, in parts', async () => {
    const refusal = await tried(async (books) => {
      const { headroom } = await books.funded(5_000);
      const hold = await books.hold(headroom, 5_000);
      await books.consume(hold, 'RELEASED', 2_000, 1);
      await books.hold(headroom, 2_000);
    });
    expect(refusal).toBeNull();
  });

  it('is of something, on an account that has it', async () => {
    expect(await tried(async (books) => books.hold((await books.funded(5_000)).headroom, 0))).toMatchObject({ code: CHECK, constraint: 'ledger_hold_amount_check' });
    expect(await tried(async (books) => books.hold((await books.funded(5_000)).headroom, 5_001))).toMatchObject({ code: CHECK, constraint: 'account_balance_floor' });
    expect(await refusalOf('APPLICATION', 'update ledger_hold_balance set remaining = 9')).toEqual({ code: '42501' });
  });
});

describe('a closed period', () => {
  const close = async (books: RawBooks, through: string): Promise<unknown> =>
    books.client.query('insert into period_close (book, closed_through, command_id) values ($1, $2, $3)', [books.book, through, await logCommand(books.client, 'period.close')]);
  const post = async (books: RawBooks, effectiveOn: string): Promise<void> => {
    const [granted, headroom] = [await books.account('fund.headroom-granted'), await books.account('fund.headroom')];
    await books.post({ effectiveOn, lines: [[granted, 'D', 5], [headroom, 'C', 5]] });
  };

  it('takes no entry on its last day or before, and any after it', async () => {
    const posted = (effectiveOn: string) =>
      tried(async (books) => {
        await close(books, '2024-06-30');
        await post(books, effectiveOn);
      });
    expect(await posted('2024-06-30')).toEqual({ code: CHECK, constraint: 'journal_entry_period_open' });
    expect(await posted('2023-01-01')).toEqual({ code: CHECK, constraint: 'journal_entry_period_open' });
    expect(await posted('2024-07-01')).toBeNull();
  });

  it.each(['2024-06-30', '2024-06-29', '1900-01-01'])('is not moved back to %s', async (through) => {
    const refusal = await tried(async (books) => {
      await close(books, '2024-06-30');
      await close(books, through);
    });
    expect(refusal).toEqual({ code: CHECK, constraint: 'period_close_forward' });
  });

  it('waits for entries under way, so that none slips in behind it', async () => {
    await withSql('APPLICATION', async (poster) => {
      await poster.query('begin');
      const books = await RawBooks.open(poster);
      await post(books, '2024-06-15');
      await withSql('APPLICATION', async (closer) => {
        await closer.query('begin');
        const closing = close(new RawBooks(closer, books.commandId, books.book), '2024-06-30');
        await untilOneWaitsForTheOther(closer, poster);
        await poster.query('commit');
        await closing;
        await closer.query('rollback');
      });
    });
  });

  it('makes an entry that comes meanwhile wait, and then refuses it', async () => {
    await withSql('APPLICATION', async (closer) => {
      await closer.query('begin');
      const books = await RawBooks.open(closer);
      await close(books, '2024-06-30');
      await withSql('APPLICATION', async (poster) => {
        await poster.query('begin');
        const late = await RawBooks.open(poster);
        const posting = post(new RawBooks(poster, late.commandId, books.book), '2024-06-15').then(
          () => 'posted',
          (error: unknown) => (error as Refusal).constraint,
        );
        await untilOneWaitsForTheOther(poster, closer);
        await closer.query('commit');
        expect(await posting).toBe('journal_entry_period_open');
        await poster.query('rollback');
      });
    });
  });
});

/** Asks again until the first waits for the second; the runner's own limit is the end of patience. */
async function untilOneWaitsForTheOther(waiting: pg.Client, other: pg.Client): Promise<void> {
  const pids = [waiting, other].map((client) => (client as unknown as { processID: number }).processID);
  await withSql('APPLICATION', async (observer) => {
    const question = 'select $2 = any (pg_blocking_pids($1)) as waits';
    while ((await observer.query<{ waits: boolean }>(question, pids)).rows[0]?.waits !== true) await pause(10);
  });
}
