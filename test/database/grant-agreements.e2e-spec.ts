import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { concludedAgreement, decidedTranche, openedCall, plannedTranches, type TestAgreement, type TestCall } from '../support/grants.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to agreements, whatever the program says. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });
const finance = Client.as('finance');

let call: TestCall;
let agreement: TestAgreement;
let actors: Readonly<Record<string, string>>;

beforeAll(async () => {
  call = await openedCall();
  agreement = await concludedAgreement(call.id);
  actors = await withSql('OWNER', async (sql) => Object.fromEntries((await sql.query<{ login: string; id: string }>(`select login, id from app_user where login in ('finance', 'checker')`)).rows.map(({ login, id }) => [login, id])));
});

interface Sql {
  query(sql: string): Promise<unknown>;
}
/** Statements of one forged command, logged as `command` of `login`; `$c` stands for its id. */
const forged = (command: string, login: string, ...statements: readonly string[]) => async (client: Sql): Promise<void> => {
  const id = randomUUID();
  for (const sql of statements) await client.query(sql.replaceAll('$c', id));
  await client.query(`insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
    values ('${id}', '${command}', '${actors[login] ?? ''}', '${login}', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`);
};

/** The next version as a copy of the first, stated by `manner`; `changed` alters it. */
const version = (manner: string, changed: { readonly terms?: string; readonly lines?: string; readonly sources?: string } = {}): string[] => {
  const [first, next] = [`(select id from grant_version where agreement_id = '${agreement.id}' and version = 1)`, `(select id from grant_version where agreement_id = '${agreement.id}' and version = 2)`];
  return [
    `insert into grant_version (id, agreement_id, version, manner, decided_on, effective_on, period_from, period_to, reason, detail, known_at, command_id)
     select gen_random_uuid(), agreement_id, 2, '${manner}', decided_on, effective_on, period_from, ${changed.terms ?? 'period_to, reason, detail'}, now(), '$c' from grant_version where id = ${first}`,
    `insert into grant_source_plan select ${next}, stage, fiscal_year, source, resource, ${changed.sources ?? 'amount_won'}, '$c' from grant_source_plan where version_id = ${first}`,
    `insert into grant_line_plan select ${next}, p.line_id, p.fiscal_year, p.kind, ${changed.lines ?? 'p.amount_won'}, '$c' from grant_line_plan p join grant_line l on l.id = p.line_id where p.version_id = ${first}`,
  ];
};
const moved = (from: string, to: string): string => `p.amount_won + case when l.resource = 'CASH' and l.code = '${to}' then 1000 when l.resource = 'CASH' and l.code = '${from}' then -1000 else 0 end`;

describe('a version of an agreement', () => {
  it.each([
    ['moves money between lines', { lines: moved('D4', 'D8') }, null],
    ['raises the research allowance', { lines: moved('D4', 'D9') }, 'grant_version_notice'],
    ['raises indirect cost', { lines: moved('D4', 'I2') }, 'grant_version_notice'],
    ['lowers indirect cost', { lines: moved('I2', 'D4') }, null],
    ['moves the last day', { terms: `period_to - 1, reason, detail` }, 'grant_version_notice'],
    ['names another investigator', { terms: `period_to, reason, detail || '{"investigator": "남"}'` }, 'grant_version_notice'],
    ['names other researchers', { terms: `period_to, reason, detail || '{"researchers": "남"}'` }, null],
  ])('by notice that %s', async (_what, changed, constraint) => {
    const refusal = await refusalOf('APPLICATION', forged('grant-agreement.notify', 'finance', ...version('NOTICE', changed)));
    expect(refusal).toEqual(constraint === null ? null : refused(constraint));
  });

  it('is not stated by another command than its manner says', async () => {
    expect(await refusalOf('APPLICATION', forged('grant-agreement.notify', 'finance', ...version('APPROVAL')))).toEqual(refused('grant_version_manner'));
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', ...version('APPROVAL')))).toBeNull();
  });

  it('plans what is brought, and is whole from the start', async () => {
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', ...version('APPROVAL', { sources: `amount_won + 1` })))).toEqual(refused('grant_version_balances'));
    const later = `insert into grant_source_plan (version_id, stage, fiscal_year, source, resource, amount_won, command_id)
      select id, 1, 2021, 'OTHER', 'CASH', 1, '$c' from grant_version where agreement_id = '${agreement.id}' and version = 1`;
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', later))).toEqual(refused('grant_plan_with_its_version'));
  });

  it('comes in turn and is never changed', async () => {
    const second = version('APPROVAL').map((sql) => sql.replace(', 2, ', ', 3, '));
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', ...second))).toEqual(refused('grant_version_in_turn'));
    expect((await refusalOf('APPLICATION', `update grant_version set reason = '다른 사유'`))?.code).toBe('42501');
  });

  it('stands on lines of its call, in kind where the call allows it', async () => {
    const line = (code: string, resource: string): string => `insert into grant_line (id, agreement_id, call_id, stage, code, resource, command_id) values (gen_random_uuid(), '${agreement.id}', '${call.id}', 1, '${code}', '${resource}', '$c')`;
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', line('D9', 'IN_KIND')))).toEqual(refused('grant_line_of_call'));
    const other = await openedCall();
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', line('D2', 'CASH').replace(call.id, other.id)))).toEqual(refused('grant_line_of_call'));
  });
});

describe('what is committed and paid', () => {
  const event = (trancheId: string, name: string): string => `insert into grant_tranche_event (tranche_id, event, happened_on, known_at, command_id) values ('${trancheId}', '${name}', '2021-05-01', now(), '$c')`;

  it('is told as it is booked', async () => {
    const funding = `insert into grant_funding (id, agreement_id, fiscal_year, amount_won, reason, known_at, command_id) values (gen_random_uuid(), '${agreement.id}', 2021, 1, '가짜', now(), '$c')`;
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', 'finance', funding))).toEqual(refused('grant_commitment_ties'));
  });

  it('goes step by step: no decision before somebody asked, and by another person', async () => {
    const { id } = await concludedAgreement(call.id);
    const [planned = ''] = await plannedTranches(id, ['75000000']);
    expect(await refusalOf('APPLICATION', forged('grant-tranche.decide', 'checker', event(planned, 'decide')))).toEqual(refused('grant_tranche_life'));
    await finance.post(`/grant-tranches/${planned}/request`, {});
    await withSql('APPLICATION', async (client) => {
      await client.query('begin');
      await forged('grant-tranche.decide', 'finance', event(planned, 'decide'))(client);
      await expect(client.query('set constraints grant_tranche_two_persons immediate')).rejects.toMatchObject({ constraint: 'grant_tranche_two_persons' });
      await client.query('rollback');
    });
  });

  it('is not asked for while the agreement is suspended', async () => {
    const { id } = await concludedAgreement(call.id);
    const [planned = ''] = await plannedTranches(id, ['75000000']);
    await finance.post(`/grant-agreements/${id}/suspend`, { happenedOn: '2021-05-01', reason: '현장점검 지적' });
    expect(await refusalOf('APPLICATION', forged('grant-tranche.request', 'finance', event(planned, 'request')))).toEqual(refused('grant_tranche_agreement_open'));
  });

  it('is not decided beyond what its year has funded', async () => {
    const { id } = await concludedAgreement(call.id);
    await decidedTranche(id, '150000000');
    const more = `insert into grant_tranche (id, agreement_id, number, fiscal_year, label, amount_won, planned_on, known_at, command_id) values ('00000000-0000-4000-8000-000000000001', '${id}', 9, 2021, '덤', 1, '2021-05-01', now(), '$c')`;
    const steps = ['request', 'decide'].map((name) => event('00000000-0000-4000-8000-000000000001', name));
    expect(await refusalOf('APPLICATION', forged('grant-tranche.plan', 'finance', more, ...steps))).toEqual(refused('grant_tranche_within_funding'));
  });

  it('has states that nobody writes by hand', async () => {
    expect((await refusalOf('APPLICATION', `update grant_tranche_state set state = 'DECIDED'`))?.code).toBe('42501');
    expect((await refusalOf('APPLICATION', `update grant_state set state = 'CLOSED'`))?.code).toBe('42501');
  });
});

describe('the last won of a line', () => {
  it('goes to one of two who take it at once, under raw SQL as well', async () => {
    const { id, lineOf } = await concludedAgreement(call.id);
    const key = call.account('grant.line', lineOf('D9'));
    const take = (amount: number) =>
      withSql('OWNER', async (client) => {
        try {
          await client.query('begin');
          await client.query(`update account_balance b set balance = balance - $2 from ledger_account a where a.id = b.account_id and a.key = $1`, [key, amount]);
          await client.query('commit');
          return 'TAKEN';
        } catch (error) {
          await client.query('rollback');
          return (error as { constraint?: string }).constraint;
        }
      });
    const outcomes = await Promise.all([take(5_000_000), take(5_000_000)]);
    expect(outcomes.toSorted()).toEqual(['TAKEN', 'account_balance_floor']);
    expect(id).not.toBe('');
  });
});

describe('what is carried over', () => {
  it('by accident is not carried over again (국가재정법 제48조)', async () => {
    const row = (fromYear: number, kind: string): string =>
      `insert into grant_carry_over (id, agreement_id, fiscal_year, from_year, kind, amount_won, reason, clause, known_at, command_id) values (gen_random_uuid(), '${agreement.id}', 2021, ${fromYear}, '${kind}', 1, '제작 지연으로', '승인', now(), '$c')`;
    for (const kind of ['ACCIDENT', 'EXPLICIT']) {
      expect(await refusalOf('APPLICATION', forged('grant-year.close', 'finance', row(2021, 'ACCIDENT'), row(2022, kind)))).toEqual(refused('grant_carry_over_once'));
    }
    expect(await refusalOf('APPLICATION', forged('grant-year.close', 'finance', row(2021, 'EXPLICIT'), row(2022, 'ACCIDENT')))).toBeNull();
  });

  it('leaves a closed year that takes no new commitment', async () => {
    const closed = await openedCall({ budgetWon: '150000000' });
    const own = await concludedAgreement(closed.id);
    await finance.post(`/grant-calls/${closed.id}/years`, { fiscalYear: 2021, clause: '마감' });
    const funding = `insert into grant_funding (id, agreement_id, fiscal_year, amount_won, reason, known_at, command_id) values (gen_random_uuid(), '${own.id}', 2021, 1, '늦은 확보', now(), '$c')`;
    expect(await refusalOf('APPLICATION', forged('grant-agreement.fund-year', 'finance', funding))).toEqual(refused('grant_funding_open'));
  });
});
