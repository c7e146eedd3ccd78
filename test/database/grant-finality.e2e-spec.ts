import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { demanded, ENDED, TWO_STAGES } from '../support/settlements.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to a stage once its settlement is final, and still can to the next one. */

const FINAL: Refusal = { code: '23514', constraint: 'grant_stage_final' };
/** A command that nobody logged: rows that are let in here come to that check at commit. */
const NO_COMMAND = '00000000-0000-4000-8000-0000000000ff';

interface Sql {
  query(sql: string): Promise<unknown>;
}

let agreementId: string;
let callId: string;
let actorId: string;

beforeAll(async () => {
  const stage = await demanded(TWO_STAGES);
  [agreementId, callId] = [stage.agreement.id, stage.call.id];
  actorId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'finance'`)).rows[0]?.id ?? '');
}, 120_000);

const firstOf = (table: string): string => `(select id from ${table} where agreement_id = '${agreementId}' limit 1)`;
const lineOf = (stage: number, code = 'D4'): string => `(select id from grant_line where agreement_id = '${agreementId}' and stage = ${stage} and code = '${code}')`;

const expense = (stage: number): string =>
  `insert into grant_expense (id, call_id, agreement_id, line_id, number, spent_on, payee_name, supply_won, vat_won, amount_won, known_at, command_id)
   values ('${randomUUID()}', '${callId}', '${agreementId}', ${lineOf(stage)}, '${randomUUID()}', '${ENDED}', '거래처', 1000, 0, 1000, now(), '${NO_COMMAND}')`;
const interest = (stage: number): string =>
  `insert into grant_interest (id, agreement_id, stage, time, earned_on, earned_won, known_at, command_id) values ('${randomUUID()}', '${agreementId}', ${stage}, 'DURING', '${ENDED}', 100, now(), '${NO_COMMAND}')`;

describe('the money of a final stage', () => {
  it.each([
    ['is spent no more', () => expense(1)],
    ['does not come back by undoing an expense', () => `insert into grant_expense_void (expense_id, voided_on, reason, known_at, command_id) values (${firstOf('grant_expense')}, current_date, '잘못 기록함', now(), '${NO_COMMAND}')`],
    ['is not reviewed anew', () => `insert into grant_expense_review (id, expense_id, decision, disallowed_won, reviewed_on, known_at, command_id) values ('${randomUUID()}', ${firstOf('grant_expense')}, 'ALLOWED', 0, current_date, now(), '${NO_COMMAND}')`],
    ['earns no interest', () => interest(1)],
    ['has no further use of its interest', () => `insert into grant_interest_use (id, interest_id, purpose, amount_won, used_on, known_at, command_id) values ('${randomUUID()}', ${firstOf('grant_interest')}, 'TREASURY', 1, current_date, now(), '${NO_COMMAND}')`],
    ['keeps the interest it had', () => `insert into grant_interest_void (interest_id, voided_on, reason, known_at, command_id) values (${firstOf('grant_interest')}, current_date, '잘못 기록함', now(), '${NO_COMMAND}')`],
  ])('%s', async (_what, sql) => {
    expect(await refusalOf('APPLICATION', sql())).toEqual(FINAL);
  });

  it('says nothing of the stage after it: that waits for its command and its entry alone', async () => {
    for (const sql of [expense(2), interest(2)]) expect((await refusalOf('APPLICATION', sql))?.constraint).not.toBe('grant_stage_final');
  });

  it('waits for whoever is making the stage final', async () => {
    await withSql('APPLICATION', async (holder) => {
      await holder.query('begin');
      await holder.query(`select lock_grants(array['${agreementId}'::uuid])`);
      const waiting = await refusalOf('APPLICATION', async (client) => {
        await client.query(`set local lock_timeout = '200ms'`);
        await client.query(interest(2));
      });
      await holder.query('rollback');
      expect(waiting?.code).toBe('55P03');
    });
  });
});

describe('the plan of a final stage', () => {
  /** The next version as a copy of the one before, by a command of finance; each part as `changed` says. */
  const version = (changed: { readonly lines?: string; readonly sources?: string; readonly only?: string; readonly stages?: string } = {}) => async (client: Sql): Promise<void> => {
    const [before, next, command] = [`(select id from grant_version where agreement_id = '${agreementId}' and version = 1)`, randomUUID(), randomUUID()];
    const statements = [
      `insert into grant_version (id, agreement_id, version, manner, decided_on, effective_on, period_from, period_to, reason, detail, known_at, command_id)
       select '${next}', agreement_id, 2, 'APPROVAL', decided_on, effective_on, period_from, period_to, reason, detail, now(), '${command}' from grant_version where id = ${before}`,
      `insert into grant_source_plan select '${next}', stage, fiscal_year, source, resource, ${changed.sources ?? 'amount_won'}, '${command}' from grant_source_plan where version_id = ${before}`,
      `insert into grant_line_plan select '${next}', p.line_id, p.fiscal_year, p.kind, ${changed.lines ?? 'p.amount_won'}, '${command}' from grant_line_plan p join grant_line l on l.id = p.line_id where p.version_id = ${before} and ${changed.only ?? 'true'}`,
      `insert into grant_stage (agreement_id, stage, begins_on, ends_on, known_at, version, command_id) select agreement_id, stage, begins_on, ${changed.stages ?? 'ends_on'}, now(), 2, '${command}' from grant_stage where agreement_id = '${agreementId}' and version = 1`,
      `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
       values ('${command}', 'grant-agreement.amend', '${actorId}', 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`,
    ];
    for (const sql of statements) await client.query(sql);
  };
  const moved = (stage: number): string => `p.amount_won + case when l.stage <> ${stage} then 0 when l.code = 'D8' then 1000 else -1000 end`;

  it.each([
    ['moves between its lines', { lines: moved(1) }, FINAL],
    ['leaves one of its lines out', { only: `not (l.stage = 1 and l.code = 'D8')` }, FINAL],
    ['is brought by another amount', { sources: 'amount_won + case stage when 1 then 1000 else 0 end' }, FINAL],
    ['ends on another day', { stages: 'ends_on + case stage when 1 then -1 else 0 end' }, FINAL],
    ['stays, and the next one moves', { lines: moved(2) }, null],
    ['stays, and the next one ends on another day', { stages: 'ends_on + case stage when 2 then -1 else 0 end' }, null],
  ])('that %s', async (_what, changed, expected) => {
    expect(await refusalOf('APPLICATION', version(changed))).toEqual(expected);
  });

  it('takes no row, and no other date, that is added to the version it was settled on', async () => {
    const version = `(select id from grant_version where agreement_id = '${agreementId}' and version = 1)`;
    expect(await refusalOf('APPLICATION', `insert into grant_line_plan (version_id, line_id, fiscal_year, kind, amount_won, command_id) values (${version}, ${lineOf(1)}, 2199, 'CARRIED', 1, '${NO_COMMAND}')`)).toEqual({ code: '23514', constraint: 'grant_plan_with_its_version' });
    expect(await refusalOf('APPLICATION', `insert into grant_stage (agreement_id, stage, begins_on, ends_on, known_at, version, command_id) values ('${agreementId}', 1, '${ENDED}', '${ENDED}', now(), 9, '${NO_COMMAND}')`)).toEqual(FINAL);
  });
});
