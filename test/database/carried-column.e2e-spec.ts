import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { copied } from '../support/copied-row.js';
import { made } from '../support/grants.js';
import { today } from '../support/services.js';
import { endedStage, settled, TWO_STAGES, type TestStage } from '../support/settlements.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** Column ① of the settlement form: what the application's own role cannot say of it, whatever the program says. Of D8 three million won are left in the first stage. */

const YEAR = Number(today().slice(0, 4));
const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

let stage: TestStage;
let actorId: string;

beforeAll(async () => {
  stage = await endedStage(TWO_STAGES);
  actorId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'finance'`)).rows[0]?.id ?? '');
}, 120_000);

interface Sql {
  query(sql: string): Promise<unknown>;
}

/** The next version as a copy of the first, with this much carried over on a line of the second stage. */
const carrying = (amountWon: number, code = 'D8') => async (client: Sql): Promise<void> => {
  const [next, command, { id: agreementId }] = [randomUUID(), randomUUID(), stage.agreement];
  const before = `(select id from grant_version where agreement_id = '${agreementId}' and version = 1)`;
  const line = `(select id from grant_line where agreement_id = '${agreementId}' and stage = 2 and code = '${code}' and resource = 'CASH')`;
  const statements = [
    `insert into grant_version (id, agreement_id, version, manner, decided_on, effective_on, period_from, period_to, reason, detail, known_at, command_id)
     select '${next}', agreement_id, 2, 'APPROVAL', decided_on, effective_on, period_from, period_to, reason, detail, now(), '${command}' from grant_version where id = ${before}`,
    `insert into grant_source_plan select '${next}', stage, fiscal_year, source, resource, amount_won, '${command}' from grant_source_plan where version_id = ${before}`,
    `insert into grant_line_plan select '${next}', line_id, fiscal_year, kind, amount_won, '${command}' from grant_line_plan where version_id = ${before}`,
    `insert into grant_line_plan (version_id, line_id, fiscal_year, kind, amount_won, command_id) values ('${next}', ${line}, ${YEAR}, 'CARRIED', ${amountWon}, '${command}')`,
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
     values ('${command}', 'grant-agreement.amend', '${actorId}', 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`,
  ];
  for (const sql of statements) await client.query(sql);
};

describe('what a version carries over', () => {
  it.each([
    ['all that is left', 3_000_000, 'D8', null],
    ['a won more', 3_000_001, 'D8', refused('grant_carried_is_left')],
    ['from a line that has none of it', 1_000_001, 'D4', refused('grant_carried_is_left')],
  ])('%s', async (_what, amountWon, code, expected) => {
    expect(await refusalOf('APPLICATION', carrying(amountWon, code))).toEqual(expected);
  });
});

describe('a line of a settlement', () => {
  let settlementId: string;
  beforeAll(async () => {
    const carried = { stage: 2, fiscalYear: YEAR, code: 'D8', resource: 'CASH', kind: 'CARRIED', amountWon: '3000000' };
    made('carrying over', await Client.as('finance').post(`/grant-agreements/${stage.agreement.id}/amendments`, { decidedOn: today(), reason: '단계 이월 승인', lines: [...(TWO_STAGES.form as { lines: Json[] }).lines, carried] }));
    settlementId = await settled(stage.agreement.id);
  }, 120_000);

  /** A second version of the settlement with one row, its D8, said otherwise. */
  async function told(changes: Readonly<Record<string, string>>): Promise<(client: Sql) => Promise<void>> {
    const id = randomUUID();
    const settlement = await copied('grant_settlement', `id = '${settlementId}'`, { id: `'${id}'`, version: '2', number: `'GS-2199-${Math.floor(1000 + Math.random() * 8999)}'` });
    const line = await copied('grant_settlement_line', `settlement_id = '${settlementId}' and line_id = '${stage.agreement.lineOf('D8')}'`, { settlement_id: `'${id}'`, ...changes });
    return async (client) => {
      await client.query(settlement);
      await client.query(line);
      await client.query('set constraints grant_settlement_line_carried immediate');
    };
  }

  it.each([
    ['takes over what no version carried in', { carried_won: '1' }, 'grant_settlement_line_carried'],
    ['leaves another amount than goes on', { carried_forward_won: '2999999' }, 'grant_settlement_line_carried'],
    ['leaves more than it has', { used_won: 'used_won + 1' }, 'grant_settlement_line_left'],
  ])('that %s is refused', async (_what, changes, constraint) => {
    expect(await refusalOf('APPLICATION', await told(changes as Readonly<Record<string, string>>))).toEqual(refused(constraint));
  });

  it('as the plan has it waits for its command alone', async () => {
    expect((await refusalOf('APPLICATION', await told({})))?.constraint).not.toContain('grant_settlement_line');
  });
});
