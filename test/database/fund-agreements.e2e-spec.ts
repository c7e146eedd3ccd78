import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Client } from '../support/client.js';
import { dissolution, extension, partnersOf, transfer, type Standing } from '../support/formation.js';
import { formFund } from '../support/funds.js';
import { refusalOf, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: versions, transfers, extensions and the end of a fund. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
const manager = Client.as('manager');

let fundId: string;
let partners: Standing[];
const fresh = async (): Promise<string> => (await formFund(manager)).id;

beforeAll(async () => {
  fundId = await fresh();
  partners = await partnersOf(manager, fundId);
});

/** Rows as a forged command would state them; that there is such a command is asked at commit, after everything else. */
const witness = (): string => `now(), '${randomUUID()}'`;
const version = (fund: string, number: number, from = '2026-07-01'): string =>
  `insert into agreement_version (id, fund_id, number, title, effective_from, decided_on, summary, known_at, command_id) values (gen_random_uuid(), '${fund}', ${number}, '규약', '${from}', '2026-06-01', '요지', ${witness()})`;
const moved = (changes: Partial<Record<'from' | 'to' | 'units' | 'won' | 'called' | 'paid' | 'on', string>> = {}, fund = fundId): string => {
  const row = { from: partners[1]?.id ?? '', to: partners[0]?.id ?? '', units: '10', won: '10000000', called: '0', paid: '0', on: '2025-05-02', ...changes };
  return `insert into commitment_transfer (id, fund_id, number, from_id, to_id, units, commitment_won, called_won, paid_in_won, recalled_won, distributed_won, effective_on, consent, known_at, command_id)
          values (gen_random_uuid(), '${fund}', 1, '${row.from}', '${row.to}', ${row.units}, ${row.won}, ${row.called}, ${row.paid}, 0, 0, '${row.on}', '동의', ${witness()})`;
};
const partner = (fund: string, units: string, won: string): string =>
  `insert into fund_partner (id, fund_id, party_id, ordinal, kind, commitment_won, units, signed_on, known_at, command_id)
   select gen_random_uuid(), '${fund}', id, 90, 'LIMITED', ${won}, ${units}, '2026-11-01', ${witness()} from party where id not in (select party_id from fund_partner where fund_id = '${fund}') limit 1`;
const extended = (fund: string, lifeTo: string, investmentTo: string | null, decidedOn = '2026-09-30', number = 1): string =>
  `insert into fund_extension (id, fund_id, number, life_to, investment_to, decided_on, reason, known_at, command_id)
   values (gen_random_uuid(), '${fund}', ${number}, '${lifeTo}', ${investmentTo === null ? 'null' : `'${investmentTo}'`}, '${decidedOn}', '지연', ${witness()})`;
const dissolved = (fund: string, on: string): string =>
  `insert into fund_dissolution (fund_id, dissolved_on, cause, reason, liquidator, notice_due_on, known_at, command_id) values ('${fund}', '${on}', 'LIFE_ENDED', '만료', '운용사', '${on}', ${witness()})`;
const call = (fund: string, noticeOn: string): string => `insert into capital_call (id, fund_id, number, purpose, notice_on, due_on, known_at, command_id) values (gen_random_uuid(), '${fund}', 90, '몰래', '${noticeOn}', '2027-01-04', ${witness()})`;
const investment = (fund: string, paidOn: string): string =>
  `insert into investment (id, fund_id, number, kind, company_id, instrument, amount_won, paid_on, history, known_at, command_id) select gen_random_uuid(), '${fund}', 'X', 'NEW', id, 'RCPS', 1, '${paidOn}', false, ${witness()} from party limit 1`;
const inTurn = (...statements: string[]) => async (client: pg.Client): Promise<void> => {
  for (const sql of statements) await client.query(sql);
};

describe('a version of the agreement', () => {
  it('comes in turn and not before the founding', async () => {
    expect(await refusalOf('APPLICATION', version(fundId, 3))).toEqual(refused('agreement_version_in_turn'));
    expect(await refusalOf('APPLICATION', version(fundId, 1))).toEqual(refused('agreement_version_in_turn'));
    expect(await refusalOf('APPLICATION', version(fundId, 2, '2024-01-14'))).toEqual(refused('agreement_version_after_founding'));
  });

  it('is stated by a command of its own transaction', async () => {
    expect((await refusalOf('APPLICATION', version(fundId, 2)))?.code).toMatch(/^23/);
  });

  it('brings no number that another command decided, nor one of another fund', async () => {
    const foreign = await fresh();
    const borrow = (fund: string): string =>
      `insert into agreement_term (version_id, policy_id, command_id) select v.id, (select p.id from policy p where p.scope = 'fund/${fund}' limit 1), v.command_id from agreement_version v where v.fund_id = '${fundId}' and v.number = 2`;
    for (const fund of [fundId, foreign]) expect(await refusalOf('APPLICATION', inTurn(version(fundId, 2), borrow(fund)))).toEqual(refused('agreement_term_of_its_version'));
  });

  it('is never changed', async () => {
    expect((await refusalOf('APPLICATION', `update agreement_version set title = '다른 제목' where fund_id = '${fundId}'`))?.code).toBe('42501');
    expect((await refusalOf('OWNER', `update agreement_version set title = '다른 제목' where fund_id = '${fundId}'`))?.code).toBeDefined();
  });
});

describe('a transfer of a commitment', () => {
  it('is of whole units that are held, between two partners of the fund', async () => {
    expect(await refusalOf('APPLICATION', moved({ units: '9801', won: '9801000000' }))).toEqual(refused('commitment_transfer_of_held_units'));
    expect(await refusalOf('APPLICATION', inTurn(moved({ units: '9800', won: '9800000000' }), moved({}).replace(', 1,', ', 2,')))).toEqual(refused('commitment_transfer_of_held_units'));
    expect(await refusalOf('APPLICATION', moved({ won: '10000001' }))).toEqual(refused('commitment_transfer_in_units'));
    const [stranger] = await partnersOf(manager, await fresh());
    expect(await refusalOf('APPLICATION', moved({ to: stranger?.id ?? '' }))).toEqual(refused('commitment_transfer_between_partners'));
    expect((await refusalOf('APPLICATION', moved({ to: partners[1]?.id ?? '' })))?.code).toBe('23514');
  });

  it('takes no debt along, and never more called than committed', async () => {
    expect((await refusalOf('APPLICATION', moved({ called: '5', paid: '4' })))?.constraint).toBe('commitment_transfer_check');
    expect((await refusalOf('APPLICATION', moved({ called: '10000001', paid: '10000001' })))?.code).toBe('23514');
  });

  it('is told as it is booked: none without its entry', async () => {
    expect(await refusalOf('APPLICATION', async (client) => {
      await client.query(moved());
      await client.query('set constraints commitment_transfer_ties immediate');
    })).toEqual(refused('commitment_transfer_ties'));
  });

  it('is what makes a partner of somebody without units', async () => {
    expect(await refusalOf('APPLICATION', async (client) => {
      await client.query(partner(fundId, '0', '0'));
      await client.query('set constraints fund_partner_has_units immediate');
    })).toEqual(refused('fund_partner_has_units'));
    expect((await refusalOf('APPLICATION', partner(fundId, '0', '1')))?.constraint).toBe('fund_partner_units_check');
  });

  it('keeps the sums of the fund: commitments, what was called and what was paid', async () => {
    const id = await fresh();
    const [, limited] = await partnersOf(manager, id);
    await manager.post(`/funds/${id}/transfers`, transfer(limited?.id ?? '', { units: '9800' }));
    const sums = (await partnersOf(manager, id)).reduce((sum, { commitmentWon }) => sum + BigInt(commitmentWon), 0n);
    expect(sums).toBe(20_000_000_000n);
  });
});

describe('an extension', () => {
  it('ends later than what it extends, in turn, with the investment period within the life', async () => {
    expect(await refusalOf('APPLICATION', extended(fundId, '2032-01-14', null))).toEqual(refused('fund_extension_lengthens'));
    expect(await refusalOf('APPLICATION', extended(fundId, '2033-01-14', '2028-01-14'))).toEqual(refused('fund_extension_lengthens'));
    expect((await refusalOf('APPLICATION', extended(fundId, '2033-01-14', '2033-01-15')))?.code).toBe('23514');
    expect(await refusalOf('APPLICATION', extended(fundId, '2033-01-14', null, '2026-09-30', 2))).toEqual(refused('fund_extension_in_turn'));
    const id = await fresh();
    await manager.post(`/funds/${id}/extensions`, extension());
    expect(await refusalOf('APPLICATION', extended(id, '2034-01-14', null, '2026-09-29', 2))).toEqual(refused('fund_extension_in_turn'));
    expect(await refusalOf('APPLICATION', extended(id, '2033-01-14', null, '2026-10-01', 2))).toEqual(refused('fund_extension_lengthens'));
  });
});

describe('a dissolution', () => {
  it('is not dated before the founding, nor before business on record', async () => {
    const id = await fresh();
    expect(await refusalOf('APPLICATION', dissolved(id, '2024-01-14'))).toEqual(refused('fund_dissolution_ends_business'));
    await manager.post(`/funds/${id}/capital-calls`, { amountWon: '1000000', purpose: '1차', noticeOn: '2026-09-01', dueOn: '2026-09-30' });
    expect(await refusalOf('APPLICATION', dissolved(id, '2026-08-31'))).toEqual(refused('fund_dissolution_ends_business'));
  });

  it('ends calls, deals, commitments, transfers and extensions of the days after it', async () => {
    const id = await fresh();
    await manager.post(`/funds/${id}/dissolution`, dissolution());
    const [first, second] = await partnersOf(manager, id);
    const after = [
      call(id, '2026-10-31'),
      investment(id, '2026-10-31'),
      partner(id, '1', '1000000'),
      moved({ from: second?.id ?? '', to: first?.id ?? '', on: '2026-10-31' }, id),
      extended(id, '2033-01-14', null, '2026-10-31'),
    ];
    for (const statement of after) expect(await refusalOf('APPLICATION', statement)).toEqual(refused('fund_is_not_dissolved'));
    expect((await refusalOf('APPLICATION', dissolved(id, '2026-11-01')))?.code).toBe('23505');
  });
});
