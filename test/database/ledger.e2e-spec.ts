import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { logCommand, RawBooks, type RawEntry } from '../support/books.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

const CHECK = '23514';
const RESTRICTED = '23001';

/** What the database says to the program's own connection; nothing of it stays. */
const tried = (work: (books: RawBooks) => Promise<unknown>): Promise<Refusal | null> => refusalOf('APPLICATION', async (client) => work(await RawBooks.open(client)));

async function pair(books: RawBooks): Promise<{ granted: string; headroom: string }> {
  return { granted: await books.account('fund.headroom-granted'), headroom: await books.account('fund.headroom') };
}

describe('an entry by raw SQL', () => {
  it('goes through when it balances', async () => {
    expect(await tried((books) => books.funded(1_000))).toBeNull();
  });

  it.each<[string, (accounts: { granted: string; headroom: string }) => RawEntry['lines'], string]>([
    ['a won more on one side', ({ granted, headroom }) => [[granted, 'D', 1_000], [headroom, 'C', 1_001]], 'journal_entry_balanced'],
    ['one line', ({ headroom }) => [[headroom, 'C', 1_000]], 'journal_entry_balanced'],
    ['no line', () => [], 'journal_entry_balanced'],
    ['lines of nothing', ({ granted, headroom }) => [[granted, 'D', 0], [headroom, 'C', 0]], 'entry_line_amount_check'],
    ['lines below nothing', ({ granted, headroom }) => [[granted, 'C', -5], [headroom, 'D', -5]], 'entry_line_amount_check'],
  ])('is refused with %s', async (_what, lines, constraint) => {
    expect(await tried(async (books) => books.post({ lines: lines(await pair(books)) }))).toEqual({ code: CHECK, constraint });
  });

  it('is refused without a command, with one that nobody gave and with one that was refused', async () => {
    const withCommand = (commandId: (books: RawBooks) => Promise<string>) =>
      tried(async (books) => {
        const { granted, headroom } = await pair(books);
        await books.post({ commandId: await commandId(books), lines: [[granted, 'D', 5], [headroom, 'C', 5]] });
      });
    const refused = { code: CHECK, constraint: 'journal_entry_command' };
    expect(await withCommand(() => Promise.resolve(randomUUID()))).toEqual(refused);
    expect(await withCommand(({ client }) => logCommand(client, 'document.upload', 'REFUSED'))).toEqual(refused);
  });

  it('is refused with a posting rule that is not on the list, and with one added to it', async () => {
    expect(await tried(async (books) => books.post({ posting: 'fund.gift', lines: [] }))).toMatchObject({ code: '23503' });
    expect(await tried(({ client }) => client.query(`insert into posting_rule (code, name_ko, name_en) values ('fund.gift', '선물', 'Gift')`))).toMatchObject({ code: '42501' });
    expect(await tried(({ client }) => client.query(`update posting_rule set may_breach = '{fund.headroom}'`))).toMatchObject({ code: '42501' });
  });

  it('is refused when it crosses books', async () => {
    const refusal = await tried(async (books) => {
      const [inside, outside] = [await books.account('fund.headroom-granted'), await books.account('fund.headroom', 'KRW', `other/${randomUUID()}`)];
      await books.post({ lines: [[inside, 'D', 5], [outside, 'C', 5]] });
    });
    expect(refusal).toEqual({ code: CHECK, constraint: 'journal_entry_one_book' });
  });

  it('takes no lines once its transaction is over, nor lines of another year', async () => {
    const { entry, book } = await RawBooks.commit(async (books) => {
      const { granted, headroom } = await books.funded(1_000);
      const again = await books.post({ lines: [[granted, 'D', 1], [headroom, 'C', 1]] });
      return { entry: again, book: { granted, headroom } };
    });
    const later = (effectiveOn?: string) => tried((books) => books.addLines(entry, [[book.granted, 'D', 7], [book.headroom, 'C', 7]], effectiveOn, 3));
    expect(await later()).toMatchObject({ code: RESTRICTED });
    expect(await tried(async (books) => {
      const { granted, headroom } = await pair(books);
      const fresh = await books.post({ lines: [[granted, 'D', 5], [headroom, 'C', 5]] });
      await books.addLines(fresh, [[granted, 'D', 5], [headroom, 'C', 5]], '2023-06-03', 3);
    })).toMatchObject({ code: RESTRICTED });
  });

  it('carries the time and the transaction that the database saw, whatever was written there', async () => {
    const witnessed = await withSql('APPLICATION', async (client) => {
      await client.query('begin');
      const books = await RawBooks.open(client);
      const { rows } = await client.query<{ seen: boolean }>(
        `insert into journal_entry (posting, book, effective_on, known_at, recorded_at, transaction_id, command_id, subject_kind, subject_id, memo)
         values ('fund.limits-granted', $1, '2024-06-03', now(), '2020-01-01', '1', $2, 'test', $2, 'forged')
         returning recorded_at > now() - interval '1 minute' and transaction_id = pg_current_xact_id() as seen`,
        [books.book, books.commandId],
      );
      await client.query('rollback');
      return rows[0]?.seen;
    });
    expect(witnessed).toBe(true);
  });

  it('is not known before it is recorded', async () => {
    const refusal = await tried(({ client, book, commandId }) =>
      client.query(
        `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
         values ('fund.limits-granted', $1, '2024-06-03', now() + interval '1 day', $2, 'test', $2, 'tomorrow')`,
        [book, commandId],
      ),
    );
    expect(refusal).toMatchObject({ code: CHECK });
  });
});

describe('a balance', () => {
  it('is the database’s own: nobody sets, opens or removes it', async () => {
    const refused = { code: '42501' };
    expect(await refusalOf('APPLICATION', 'update account_balance set balance = 10')).toEqual(refused);
    expect(await refusalOf('APPLICATION', 'update account_balance set floor = -1000, effective_floor = -1000')).toEqual(refused);
    expect(await refusalOf('APPLICATION', 'delete from account_balance')).toEqual(refused);
    expect(await refusalOf('APPLICATION', 'insert into account_balance (account_id) values (1)')).toEqual(refused);
    expect(await refusalOf('APPLICATION', 'select set_config($1, $2, false) from account_balance for update', ['x.y', 'z'])).toEqual(refused);
  });

  it('has the floor of its chart, and an account has the unit and the side of its chart', async () => {
    const floors = await withSql('APPLICATION', async (client) => {
      await client.query('begin');
      const account = await (await RawBooks.open(client)).account('fund.headroom');
      const { rows } = await client.query<{ floor: string }>('select floor from account_balance where account_id = $1', [account]);
      await client.query('rollback');
      return rows;
    });
    expect(floors).toEqual([{ floor: '0' }]);
    expect(await tried((books) => books.account('fund.headroom', 'SHARE'))).toMatchObject({ code: CHECK });
    expect(await tried(({ client, book }) => client.query(`insert into ledger_account (key, book, chart, unit, normal_side) values ($1, $1, 'fund.headroom', 'KRW', 'D')`, [book]))).toMatchObject({ code: CHECK });
    expect(await tried(({ client }) => client.query(`update ledger_chart set floor = null`))).toMatchObject({ code: '42501' });
  });

  it('never falls below its floor, not by a won', async () => {
    const spend = (amount: number) =>
      tried(async (books) => {
        const { headroom, granted } = await books.funded(5_000);
        await books.post({ posting: 'fund.investment-paid', lines: [[headroom, 'D', amount], [granted, 'C', amount]] });
      });
    expect(await spend(5_000)).toBeNull();
    expect(await spend(5_001)).toEqual({ code: CHECK, constraint: 'account_balance_floor' });
  });

  it('may fall below it by a rule that records a loss, and then only rises', async () => {
    const refusal = await tried(async (books) => {
      const { headroom, granted } = await books.funded(5_000);
      await books.post({ posting: 'fund.recognition-withdrawn', lines: [[headroom, 'D', 8_000], [granted, 'C', 8_000]] });
      await books.post({ lines: [[granted, 'D', 1_000], [headroom, 'C', 1_000]] });
      await books.client.query('savepoint risen');
      await expect(books.post({ posting: 'fund.investment-paid', lines: [[headroom, 'D', 1], [granted, 'C', 1]] })).rejects.toMatchObject({ constraint: 'account_balance_floor' });
      await books.client.query('rollback to risen');
      await books.post({ lines: [[granted, 'D', 2_000], [headroom, 'C', 2_000]] });
    });
    expect(refusal).toBeNull();
  });

  it('is spent once by many at once', async () => {
    const { headroom, granted, book } = await RawBooks.commit(async (books) => ({ ...(await books.funded(5_000)), book: books.book }));
    const spends = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        withSql('APPLICATION', async (client) => {
          await client.query('begin');
          const books = await RawBooks.open(client);
          await books.post({ book, posting: 'fund.investment-paid', lines: [[headroom, 'D', 1_000], [granted, 'C', 1_000]] });
          await client.query('commit');
        }),
      ),
    );
    expect(spends.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const left = await withSql('APPLICATION', async (client) => (await client.query<{ balance: string }>('select balance from account_balance where account_id = $1', [headroom])).rows[0]?.balance);
    expect(left).toBe('0');
  });
});

describe('history', () => {
  const historic = (command: string, effectiveOn: string) =>
    refusalOf('APPLICATION', async (client) => {
      const books = await RawBooks.open(client, command);
      const { granted, headroom } = await pair(books);
      await books.post({ posting: 'fund.investment-paid-in-history', effectiveOn, lines: [[headroom, 'D', 5], [granted, 'C', 5]] });
    });

  it('comes from an import of the past, and may leave a floor broken', async () => {
    expect(await historic('fund-register.import', '2023-06-30')).toBeNull();
  });

  it.each([
    ['a live command', 'investment.record', '2023-06-30', 'journal_entry_command'],
    ['an import of the future', 'fund-register.import', '2199-01-01', 'journal_entry_history'],
  ])('does not come from %s', async (_what, command, effectiveOn, constraint) => {
    expect(await historic(command, effectiveOn)).toEqual({ code: CHECK, constraint });
  });
});

describe('a posting under warning', () => {
  const warned = (value: string | null, scope = 'book') =>
    tried(async (books) => {
      const { client, book, commandId } = books;
      if (value !== null) {
        await client.query(
          `insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) values ($1, 'fund.headroom.action', $2, '2024-01-01', '의결', 'AGREEMENT', now(), $3)`,
          [scope === 'book' ? book : scope, JSON.stringify(value), commandId],
        );
      }
      const { granted, headroom } = await pair(books);
      await books.post({ posting: 'fund.investment-paid-under-warning', lines: [[headroom, 'D', 5], [granted, 'C', 5]] });
    });

  it('passes where the policy of the book says WARN, and nowhere else', async () => {
    const refused = { code: CHECK, constraint: 'journal_entry_policy' };
    expect(await warned('WARN')).toBeNull();
    expect(await warned(null)).toEqual(refused);
    expect(await warned('BLOCK')).toEqual(refused);
    expect(await warned('WARN', 'fund/another')).toEqual(refused);
  });
});

describe('a reversal', () => {
  const reversed = (lines: (headroom: string, granted: string) => RawEntry['lines'], times = 1) =>
    tried(async (books) => {
      const { headroom, granted } = await pair(books);
      const entry = await books.post({ lines: [[granted, 'D', 500], [headroom, 'C', 500]] });
      for (let time = 0; time < times; time += 1) await books.post({ posting: 'fund.investment-voided', reverses: entry, lines: lines(headroom, granted) });
    });

  it('mirrors what it undoes, line by line', async () => {
    expect(await reversed((headroom, granted) => [[headroom, 'D', 500], [granted, 'C', 500]])).toBeNull();
  });

  it.each<[string, (headroom: string, granted: string) => RawEntry['lines']]>([
    ['is smaller', (headroom, granted) => [[headroom, 'D', 499], [granted, 'C', 499]]],
    ['says the same again', (headroom, granted) => [[granted, 'D', 500], [headroom, 'C', 500]]],
    ['adds something', (headroom, granted) => [[headroom, 'D', 500], [granted, 'C', 500], [headroom, 'C', 1], [granted, 'D', 1]]],
    ['splits a line in two', (headroom, granted) => [[headroom, 'D', 250], [headroom, 'D', 250], [granted, 'C', 500]]],
  ])('that %s is refused', async (_what, lines) => {
    expect(await reversed(lines)).toEqual({ code: CHECK, constraint: 'journal_entry_reversal' });
  });

  it('happens once', async () => {
    expect(await reversed((headroom, granted) => [[headroom, 'D', 500], [granted, 'C', 500]], 2)).toMatchObject({ code: '23505', constraint: 'journal_entry_reverses_key' });
  });
});
