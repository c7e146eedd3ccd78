import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fundToHandOut, pay, type PaidInFund } from '../support/distributions.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: the parts of a distribution are the whole of it. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });

let fund: PaidInFund;
let paidRun: string;
let paidCommand: string;
let people: ReadonlyMap<string, string>;

beforeAll(async () => {
  fund = await fundToHandOut();
  paidRun = (await pay(fund.id, '31000000000', { recallableWon: '1000000000' })).body.id as string;
  people = await withSql('OWNER', async (sql) => new Map((await sql.query<{ login: string; id: string }>(`select login, id from app_user where login in ('finance', 'compliance')`)).rows.map((row) => [row.login, row.id])));
  paidCommand = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select command_id as id from distribution_run where id = $1', [paidRun])).rows[0]?.id ?? '');
}, 120_000);

type Statements = (client: { query(sql: string): Promise<unknown> }) => Promise<void>;
const inTurn = (...statements: string[]): Statements => async (client) => {
  for (const sql of statements) await client.query(sql);
};

/** A command as the program logs it, so that only the facts of it can be at fault. */
function stated(command: string, statements: (commandId: string) => readonly string[]): Statements {
  const id = randomUUID();
  const [login, role] = command === 'waterfall-term.decide' ? (['compliance', 'COMPLIANCE'] as const) : (['finance', 'FINANCE_MAKER'] as const);
  const log = `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
    values ('${id}', '${command}', '${people.get(login) ?? ''}', '${login}', '{${role}}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`;
  return inTurn(log, ...statements(id));
}

const run = (id: string, commandId: string, changes: Partial<Record<'number' | 'kind' | 'paidOn' | 'amount' | 'carry' | 'recallable', string | number>> = {}): string => {
  const { number = 2, kind = 'PAYOUT', paidOn = '2025-01-02', amount = 100, carry = 0, recallable = 0 } = changes;
  return `insert into distribution_run (id, fund_id, number, kind, paid_on, amount_won, carry_won, recallable_won, source, obligation_met, terms, plan, sha256, known_at, command_id)
    values ('${id}', '${fund.id}', ${number}, '${kind}', '${paidOn}', ${amount}, ${carry}, ${recallable}, '시험', true, '{}', '{}', repeat('a', 64), now(), '${commandId}')`;
};
const part = (commandId: string, amount: number, changes: Partial<Record<'id' | 'number' | 'partner' | 'paidOn', string | number>> = {}): string => {
  const { id = randomUUID(), number = 2, partner = fund.partnerIds[0] ?? '', paidOn = '2025-01-02' } = changes;
  return `insert into distribution (id, fund_id, number, partner_id, paid_on, amount_won, known_at, command_id) values ('${id}', '${fund.id}', ${number}, '${partner}', '${paidOn}', ${amount}, now(), '${commandId}')`;
};
const carry = (runId: string, commandId: string, amount: number): string =>
  `insert into carry_payment (id, run_id, partner_id, amount_won, known_at, command_id) values ('${randomUUID()}', '${runId}', '${fund.partnerIds[4] ?? ''}', ${amount}, now(), '${commandId}')`;
const recallable = (distributionId: string, commandId: string, amount: number): string =>
  `insert into distribution_recallable (distribution_id, amount_won, command_id) values ('${distributionId}', ${amount}, '${commandId}')`;
const reversal = (runId: string, commandId: string): string => `insert into distribution_reversal (run_id, reason, known_at, command_id) values ('${runId}', '착오', now(), '${commandId}')`;
const id = (): string => randomUUID();

describe('a distribution', () => {
  it('goes through whole, and with a won less or more it does not', async () => {
    const paid = (amount: number) => stated('distribution.pay', (command) => {
      const runId = id();
      return [run(runId, command, { amount: 100, carry: 20 }), part(command, amount), carry(runId, command, 20)];
    });
    expect(await refusalOf('APPLICATION', paid(80))).toBeNull();
    expect(await refusalOf('APPLICATION', paid(79))).toEqual(refused('distribution_ties'));
    expect(await refusalOf('APPLICATION', paid(81))).toEqual(refused('distribution_ties'));
  });

  it.each<[string, string, (command: string, runId: string) => readonly string[]]>([
    ['without the carry that it says', 'distribution_ties', (command, runId) => [run(runId, command, { carry: 20 }), part(command, 100)]],
    ['with more to be called again than it says', 'distribution_ties', (command, runId) => {
      const distributionId = id();
      return [run(runId, command), part(command, 100, { id: distributionId }), recallable(distributionId, command, 1)];
    }],
    ['with more to be called again than a partner got', 'distribution_recallable_part', (command, runId) => {
      const distributionId = id();
      return [run(runId, command, { recallable: 101 }), part(command, 100, { id: distributionId }), recallable(distributionId, command, 101)];
    }],
    ['with a part below zero', 'distribution_parts', (command, runId) => [run(runId, command), part(command, 150), part(command, -50, { partner: fund.partnerIds[1] ?? '' })]],
    ['twice to one partner', 'distribution_parts', (command, runId) => [run(runId, command), part(command, 50), part(command, 50)]],
    ['on another day than it says', 'distribution_of_fund', (command, runId) => [run(runId, command), part(command, 100, { paidOn: '2025-01-03' })]],
    ['before the last one', 'distribution_in_order', (command, runId) => [run(runId, command, { paidOn: '2024-11-14' }), part(command, 100, { paidOn: '2024-11-14' })]],
    ['as a clawback that nobody worked out', 'carry_clawback_run', (command, runId) => [run(runId, command, { kind: 'CLAWBACK', amount: 0, carry: -20 }), part(command, 20), carry(runId, command, -20)]],
    ['of nothing', 'distribution_run_check', (command, runId) => [run(runId, command, { amount: 0 })]],
    ['with more carry than money', 'distribution_run_check', (command, runId) => [run(runId, command, { carry: 101 }), carry(runId, command, 101)]],
  ])('does not go through %s', async (_what, constraint, statements) => {
    expect(await refusalOf('APPLICATION', stated('distribution.pay', (command) => statements(command, id())))).toEqual(refused(constraint));
  });

  it('does not go to partners of another fund', async () => {
    const stranger = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from fund_partner where fund_id <> $1 limit 1', [fund.id])).rows[0]?.id ?? '');
    expect(await refusalOf('APPLICATION', stated('distribution.pay', (command) => [run(id(), command), part(command, 100, { partner: stranger })]))).toEqual(refused('distribution_of_fund'));
  });

  it('that was paid gets no further part, not even one of nothing to somebody else', async () => {
    expect(await refusalOf('APPLICATION', stated('distribution.pay', (command) => [part(command, 1, { number: 1, partner: fund.partnerIds[1] ?? '', paidOn: '2024-11-15' })]))).toEqual(refused('distribution_ties'));
  });

  it('below zero is the mirror of one that was paid, and of nothing else', async () => {
    expect(await refusalOf('APPLICATION', stated('distribution.pay', (command) => [part(command, -1, { number: 9 })]))).toEqual(refused('distribution_amount'));
  });

  it('is stated by its own command, in its own transaction', async () => {
    const borrowed = (command: string) => inTurn(run(id(), command), part(command, 100));
    expect((await refusalOf('APPLICATION', borrowed(paidCommand)))?.constraint).toMatch(/own_command$/);
    expect((await refusalOf('APPLICATION', stated('capital-call.issue', (command) => [run(id(), command), part(command, 100)])))?.constraint).toMatch(/own_command$/);
  });
});

describe('a reversal', () => {
  it('mirrors everything or nothing', async () => {
    expect(await refusalOf('APPLICATION', stated('distribution.reverse', (command) => [reversal(paidRun, command)]))).toEqual(refused('distribution_ties'));
    expect(await refusalOf('APPLICATION', stated('distribution.reverse', (command) => [reversal(paidRun, command), part(command, -31_000_000_000, { number: 1, paidOn: '2024-11-15' })]))).toMatchObject({ code: CHECK });
  });

  it('comes once', async () => {
    const twice = stated('distribution.reverse', (command) => [reversal(paidRun, command), reversal(paidRun, command)]);
    expect((await refusalOf('APPLICATION', twice))?.code).toBe('23505');
  });

  it('is of the last one', async () => {
    const earlier = stated('distribution.reverse', (command) => {
      const runId = id();
      return [run(runId, command), part(command, 100), reversal(paidRun, command)];
    });
    expect(await refusalOf('APPLICATION', earlier)).toEqual(refused('distribution_undone_last'));
  });
});

describe('what was decided about a waterfall', () => {
  it('names partners of its fund only', async () => {
    const stranger = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from fund_partner where fund_id <> $1 limit 1', [fund.id])).rows[0]?.id ?? '');
    const decision = id();
    const named = (partner: string) => stated('waterfall-term.decide', (command) => [
      `insert into waterfall_decision (id, fund_id, effective_from, clause, known_at, command_id) values ('${decision}', '${fund.id}', '2025-01-01', '규약', now(), '${command}')`,
      `insert into waterfall_party (decision_id, partner_id, role, weight, command_id) values ('${decision}', '${partner}', 'CARRIED', 1, '${command}')`,
    ]);
    expect(await refusalOf('APPLICATION', named(fund.partnerIds[0] ?? ''))).toBeNull();
    expect(await refusalOf('APPLICATION', named(stranger))).toEqual(refused('waterfall_party_of_fund'));
  });

  it('is never changed', async () => {
    for (const table of ['waterfall_decision', 'waterfall_party', 'distribution_run', 'carry_payment', 'distribution_recallable', 'distribution_reversal', 'carry_clawback', 'forecast_scenario']) {
      expect((await refusalOf('OWNER', `truncate ${table} cascade`))?.code).toBe('23001');
      expect([table, (await refusalOf('APPLICATION', `delete from ${table}`))?.code]).toEqual([table, '42501']);
    }
  });
});
