import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';
import { openVoucherYear, registerBroker, registerProvider, type TestYear } from '../support/vouchers.js';

/** What the application's own role cannot do to a programme year, whatever the program says. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });
/** Rows as a forged command would state them; whose command it is is asked at commit, after all that is asked here. */
const witness = `now(), '${randomUUID()}'`;

const budget = (yearId: string, amountWon: string): string =>
  `insert into voucher_budget (id, year_id, stage, amount_won, vouchers, companies, decided_on, clause, known_at, command_id) values ('${randomUUID()}', '${yearId}', 'APPROVED', ${amountWon}, 0, 0, '2021-01-04', '위조', ${witness})`;
const closing = (yearId: string, closedOn: string, figures = '0, 0, 0'): string =>
  `insert into voucher_year_close (year_id, closed_on, lapsed_won, forwarded_won, carried_over_won, known_at, command_id) values ('${yearId}', '${closedOn}', ${figures}, ${witness})`;

describe('the money and the pieces of a year', () => {
  let year: TestYear;

  beforeAll(async () => {
    year = await openVoucherYear({ budgetWon: '10000000', vouchers: 2, companies: 2 });
  });

  /** Takes `amount` away from one account of the year, as a forged entry of the decision's own posting. */
  const taken = (chart: string, other: string, amount: string) => async (sql: { query(text: string, values?: unknown[]): Promise<{ rows: { id: string }[] }> }): Promise<void> => {
    const accounts = await Promise.all([chart, other].map(async (each) => (await sql.query('select id from ledger_account where key = $1', [year.account(each)])).rows[0]?.id));
    const entry = await sql.query(
      `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
       values ('voucher.budget-decided', $1, '2021-06-01', now(), $2, 'voucher-budget', $2, '위조') returning id`,
      [year.book, randomUUID()],
    );
    await sql.query(
      `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year) values ($1, 1, $2, 'D', $4, 2021), ($1, 2, $3, 'C', $4, 2021)`,
      [entry.rows[0]?.id, accounts[0], accounts[1], amount],
    );
  };

  it.each([
    ['voucher.budget', 'voucher.appropriation', '10000001'],
    ['voucher.quota', 'voucher.quota-granted', '3'],
    ['voucher.company-quota', 'voucher.company-quota-granted', '3'],
  ])('%s does not fall below zero', async (chart, other, amount) => {
    expect(await refusalOf('APPLICATION', taken(chart, other, amount) as never)).toEqual(refused('account_balance_floor'));
    // One less goes through to the end, where the forged command is missed.
    expect(await refusalOf('APPLICATION', taken(chart, other, `${BigInt(amount) - 1n}`) as never)).not.toEqual(refused('account_balance_floor'));
  });

  it('are not granted by a proposal: it is a row, and no account moves', async () => {
    const { id, account } = await openVoucherYear({ budgetWon: '0' });
    await Client.as('finance').post(`/voucher-years/${id}/budget`, { stage: 'PROPOSAL', amountWon: '500000000', vouchers: 100, decidedOn: '2021-01-04', clause: '정부안' });
    await withSql('AUDITOR', async (sql) => {
      expect((await sql.query(`select stage, amount_won from voucher_budget where year_id = $1`, [id])).rows).toEqual([{ stage: 'PROPOSAL', amount_won: '500000000' }]);
      expect((await sql.query(`select 1 from journal_entry where book = $1`, [`voucher/${id}`])).rows).toEqual([]);
      expect((await sql.query(`select 1 from ledger_account where key = $1`, [account('voucher.budget')])).rows).toEqual([]);
    });
  });

  it('are decided by a command of the decision alone, and never changed', async () => {
    expect((await refusalOf('APPLICATION', budget(year.id, '1')))?.code).toMatch(/^23/);
    expect((await refusalOf('APPLICATION', `update voucher_budget set amount_won = 1 where year_id = '${year.id}'`))?.code).toBe('42501');
    expect((await refusalOf('OWNER', `update voucher_budget set amount_won = 1 where year_id = '${year.id}'`))?.code).toBeDefined();
    expect(await refusalOf('APPLICATION', budget(year.id, '0'))).toMatchObject({ code: CHECK });
  });
});

describe('the end of a year', () => {
  it('is not before the year is over, nor on a day to come', async () => {
    const { id } = await openVoucherYear();
    for (const day of ['2021-12-31', '2021-06-30', '2199-01-01']) expect(await refusalOf('APPLICATION', closing(id, day))).toEqual(refused('voucher_year_over'));
  });

  it('takes no amount below zero, and forwards nothing to nobody', async () => {
    const { id } = await openVoucherYear();
    expect((await refusalOf('APPLICATION', closing(id, '2022-01-05', '-1, 0, 0')))?.code).toBe(CHECK);
    expect((await refusalOf('APPLICATION', closing(id, '2022-01-05', '0, 1, 0')))?.code).toBe(CHECK);
  });

  it('comes once, and after it nothing is granted and nothing is issued', async () => {
    const { id } = await openVoucherYear();
    expect((await Client.as('finance').post(`/voucher-years/${id}/close`, { unissued: 'LAPSE', clause: '결산' })).status).toBe(201);
    expect((await refusalOf('APPLICATION', closing(id, '2022-01-05')))?.code).toBe('23505');
    expect(await refusalOf('APPLICATION', budget(id, '1000'))).toEqual(refused('voucher_year_open'));
    const issue = `
      with company as (select id from party limit 1), added as (
        insert into voucher (id, year_id, company_id, known_at, command_id) select '${randomUUID()}', '${id}', company.id, ${witness} from company returning id)
      insert into voucher_issue (voucher_id, year_id, number, issued_on, amount_won, valid_to, known_at, command_id) select id, '${id}', 'AS-2021-9999', '2021-12-31', 1000, '2022-06-30', ${witness} from added`;
    expect(await refusalOf('APPLICATION', issue)).toEqual(refused('voucher_year_open'));
  });
});

describe('who serves and who brokers', () => {
  let year: TestYear;
  const turnOf = (providerId: string, kind: string, on: string): string => `insert into service_provider_turn (provider_id, kind, effective_on, reason, known_at, command_id) values ('${providerId}', '${kind}', '${on}', '위조된 사유', ${witness})`;
  const brokerTurn = (brokerId: string, kind: string, on: string): string => `insert into broker_turn (broker_id, kind, effective_on, reason, known_at, command_id) values ('${brokerId}', '${kind}', '${on}', '위조된 사유', ${witness})`;

  beforeAll(async () => {
    year = await openVoucherYear({ kind: 'KTTN' });
  });

  it('turns from registered to suspended and back, and forward in time only', async () => {
    const { id } = await registerProvider(year.id);
    for (const [kind, on] of [['RESUMED', '2021-03-02'], ['SUSPENDED', '2021-01-03']] as const) expect(await refusalOf('APPLICATION', turnOf(id, kind, on))).toEqual(refused('service_provider_turn_order'));
    await Client.as('finance').post(`/service-providers/${id}/suspend`, { effectiveOn: '2021-03-02', reason: '허위 보고 조사' });
    for (const [kind, on] of [['SUSPENDED', '2021-04-01'], ['RESUMED', '2021-03-01']] as const) expect(await refusalOf('APPLICATION', turnOf(id, kind, on))).toEqual(refused('service_provider_turn_order'));
  });

  it('renews for longer, and not what has no end or is struck off', async () => {
    const [open, ending] = [await registerBroker(year.id), await registerBroker(year.id, { validTo: '2021-12-31' })];
    expect(await refusalOf('APPLICATION', brokerTurn(open, 'RENEWED', '2022-12-31'))).toEqual(refused('broker_turn_order'));
    expect(await refusalOf('APPLICATION', brokerTurn(ending, 'RENEWED', '2021-12-31'))).toEqual(refused('broker_turn_order'));
    await Client.as('finance').post(`/brokers/${ending}/strike-off`, { effectiveOn: '2021-06-01', reason: '자격 상실' });
    for (const kind of ['RENEWED', 'STRUCK_OFF']) expect(await refusalOf('APPLICATION', brokerTurn(ending, kind, '2023-12-31'))).toEqual(refused('broker_turn_order'));
  });

  it('is stated by a command of its own name alone', async () => {
    const { id } = await registerProvider(year.id);
    expect((await refusalOf('APPLICATION', turnOf(id, 'SUSPENDED', '2021-03-02')))?.code).toMatch(/^23/);
    const status = `insert into business_status (party_id, status, effective_on, source, known_at, command_id) select party_id, 'CLOSED', '2021-03-02', '위조', ${witness} from service_provider where id = '${id}'`;
    expect((await refusalOf('APPLICATION', status))?.code).toMatch(/^23/);
  });
});

describe('what lies in a programme', () => {
  it('is not seen from another one, nor from a fund', async () => {
    const [mine, other] = [await openVoucherYear(), await openVoucherYear({ kind: 'KTTN' })];
    await registerProvider(other.id);
    await registerBroker(other.id);
    const count = (scopes: readonly string[]): Promise<number[]> =>
      withSql(
        'APPLICATION',
        async (sql) => {
          const counts: number[] = [];
          for (const [table, where] of [['voucher_year', 'id'], ['voucher_budget', 'year_id'], ['service_provider', 'year_id'], ['broker', 'programme_id']] as const) {
            counts.push((await sql.query(`select 1 from ${table} where ${where} = $1`, [where === 'programme_id' ? other.programmeId : other.id])).rowCount ?? 0);
          }
          return counts;
        },
        scopes,
      );
    expect(await count([`programme/${other.programmeId}`])).toEqual([1, 1, 1, 1]);
    expect(await count([`programme/${mine.programmeId}`])).toEqual([0, 0, 0, 0]);
    expect(await count([`fund/${randomUUID()}`])).toEqual([0, 0, 0, 0]);
  });
});
