import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { decidedRule } from '../support/mandates.js';
import { scopedPerson } from '../support/scoped.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: rules of a mandate and what the statute looks at. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

interface Wording {
  readonly rule_id: string;
  readonly version: string;
  readonly level: string;
  readonly fund_id: string;
  readonly programme_id: string;
  readonly denominator: string;
  readonly test: string;
  readonly effective_from: string;
  readonly stake_partner_id: string;
  readonly fixed_base_won: string;
  readonly ratio_basis_points: string;
}

/** A wording as a forged command would state it; `command_id` is checked at commit and comes last. */
function wording(changes: Partial<Wording>): string {
  const row: Record<string, string> = {
    id: `'${randomUUID()}'`,
    rule_id: `'${randomUUID()}'`,
    version: '1',
    level: `'FUND'`,
    name_ko: `'시험'`,
    name_en: `'Test'`,
    counts: `'{"kind":"EVERY"}'`,
    denominator: `'COMMITTED'`,
    ratio_basis_points: '1000',
    measure: `'CUMULATIVE_COST'`,
    test: `'{"kind":"BY_DEADLINE","deadlineOn":"2028-01-14"}'`,
    starts_on: `'2024-01-15'`,
    grace_days: '0',
    cure_days: '0',
    clause: `'규약'`,
    source: `'AGREEMENT'`,
    effective_from: `'2024-01-15'`,
    known_at: 'now()',
    command_id: `'${randomUUID()}'`,
    ...changes,
  };
  return `insert into mandate_rule (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
}

describe('a rule of a mandate', () => {
  let fundId: string;
  let ruleId: string;
  const ofFund = (changes: Partial<Wording> = {}): string => wording({ fund_id: `'${fundId}'`, ...changes });

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    ruleId = await decidedRule(fundId, { effectiveFrom: '2025-01-01' });
  });

  it.each<[string, Partial<Wording>, string]>([
    ['of two things at once', { programme_id: `(select id from programme limit 1)` }, 'mandate_rule_of_one'],
    ['of another level than what it names', { level: `'PROGRAMME'` }, 'mandate_rule_of_one'],
    ['on an amount that it does not name', { denominator: `'FIXED_AMOUNT'` }, 'mandate_rule_fixed_base'],
    ['on a stake of nobody', { denominator: `'PARTNER_STAKE'` }, 'mandate_rule_stake'],
    ['on a stake in another fund', { denominator: `'PARTNER_STAKE'`, stake_partner_id: '(select id from fund_partner order by recorded_at limit 1)' }, 'mandate_rule_own_partner'],
    ['that holds at all times on what deals do not move', { test: `'{"kind":"AT_ALL_TIMES"}'` }, 'mandate_rule_at_all_times'],
    ['that is due before it starts', { test: `'{"kind":"BY_DEADLINE","deadlineOn":"2024-01-14"}'` }, 'mandate_rule_deadline'],
    ['that begins with its second version', { version: '2' }, 'mandate_rule_version'],
  ])('is not stated %s', async (_what, changes, constraint) => {
    expect(await refusalOf('APPLICATION', ofFund(changes))).toEqual(refused(constraint));
  });

  it('is not worded anew out of turn, about something else, or for an earlier day', async () => {
    const next = (changes: Partial<Wording>): Promise<Refusal | null> => refusalOf('APPLICATION', ofFund({ rule_id: `'${ruleId}'`, version: '2', effective_from: `'2025-06-01'`, ...changes }));
    const other = (await formFund(Client.as('manager'))).id;
    expect([await next({ version: '3' }), await next({ fund_id: `'${other}'` }), await next({ effective_from: `'2024-12-31'` })]).toEqual([
      refused('mandate_rule_version'),
      refused('mandate_rule_same_key'),
      refused('mandate_rule_in_order'),
    ]);
  });

  it('ends once, never before it began, and is not worded anew after that', async () => {
    const end = (on: string): string => `insert into mandate_end (rule_id, ended_on, reason, known_at, command_id) values ('${ruleId}', '${on}', '시험', now(), '${randomUUID()}')`;
    expect((await refusalOf('APPLICATION', end('2024-12-31')))?.constraint).toBe('mandate_end_rule');
    const after = async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
      await client.query(end('2025-02-01'));
      await client.query(ofFund({ rule_id: `'${ruleId}'`, version: '2', effective_from: `'2025-06-01'` }));
    };
    expect(await refusalOf('APPLICATION', after)).toEqual(refused('mandate_rule_not_ended'));
  });

  it('is stated by a command of its own transaction, and never changed', async () => {
    expect((await refusalOf('APPLICATION', ofFund()))?.code).toMatch(/^23/);
    expect((await refusalOf('APPLICATION', `update mandate_rule set ratio_basis_points = 1`))?.code).toBe('42501');
    expect((await refusalOf('OWNER', `delete from mandate_rule where rule_id = '${ruleId}'`))?.code).not.toBeUndefined();
  });

  it('of a programme is seen by who holds one of its funds, and stated by who holds the whole', async () => {
    const person = await scopedPerson('COMPLIANCE', [`fund/${fundId}`]);
    const seen = await withSql('APPLICATION', async (sql) => (await sql.query<{ rule_id: string }>('select rule_id from mandate_rule')).rows.map((row) => row.rule_id), [`fund/${fundId}`], person.id);
    expect(seen).toEqual([ruleId]);
    const forged = await withSql(
      'APPLICATION',
      async (sql) => {
        await sql.query('begin');
        return sql.query(wording({ level: `'PROGRAMME'`, programme_id: `(select v.programme_id from fund f join vintage v on v.id = f.vintage_id where f.id = '${fundId}')` })).then(
          () => 'went through',
          (error: unknown) => (error as { code: string }).code,
        );
      },
      [`fund/${fundId}`],
      person.id,
    );
    expect(forged).toBe('42501');
  });
});

describe('the room under a rule', () => {
  it('is refused to a deal that takes more than there is, whatever the program thinks is left', async () => {
    const { id } = await formFund(Client.as('manager'));
    const ruleId = await decidedRule(id, { ratioBasisPoints: 7000 });
    // Two deals at the same moment, each of which fits alone: 3.4 billion are left under the rule.
    const record = (amountWon: string) =>
      Client.as('manager').post(`/funds/${id}/investments`, { company: { name: '(주)동시기업', businessNumber: '1208147521' }, kind: 'NEW', instrument: 'RCPS', amountWon, paidOn: '2024-06-03' });
    const answers = await Promise.all([record('2000000000'), record('2000000000'), record('2000000000')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    const balance = await withSql('APPLICATION', async (sql) => (await sql.query<{ balance: string }>('select b.balance from account_balance b join ledger_account a on a.id = b.account_id where a.key = $1', [`fund/${id}/fund.mandate-room/${ruleId}`])).rows[0]?.balance);
    expect(balance).toBe('1400000000');
  });
});

describe('what the statute looks at', () => {
  it('is no own capital of a manager whose capital does not count, and no grace that was over before', async () => {
    const { id } = await formFund(Client.as('manager'));
    const partner = `(select general_partner_id from fund where id = '${id}')`;
    const capital = `insert into general_partner_profile (id, general_partner_id, kind, own_capital_won, clause, effective_from, known_at, command_id) values (gen_random_uuid(), ${partner}, 'OTHER', 1, '등록증', '2024-06-01', now(), gen_random_uuid())`;
    const grace = `insert into statutory_profile (id, fund_id, purpose, special_ratio, grace_to, clause, effective_from, known_at, command_id) values (gen_random_uuid(), '${id}', 'GENERAL', false, '2024-06-01', '규약', '2024-06-01', now(), gen_random_uuid())`;
    expect([await refusalOf('APPLICATION', capital), (await refusalOf('APPLICATION', grace))?.code]).toEqual([refused('own_capital_of_a_company'), '23514']);
  });
});
