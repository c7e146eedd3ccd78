import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { countRows, livedInFund, type Target } from '../support/scoped.js';
import { refusalOf, withSql, type DatabaseRole } from '../support/sql.js';

const NOT_PERMITTED = '42501';

/** Columns by which a row lies in a fund. A table that has one of them is under row-level security. */
const ROOTED = ['fund_id', 'call_id', 'investment_id', 'account_id', 'partner_id', 'book', 'hold_id', 'request_id'];
/** Tables with such a column that lie in no fund; each says why. */
const IN_NO_FUND: readonly string[] = [
  'bank_account_close', // its account is a party's at a bank
];

/** The SQLSTATE of a refusal by row-level security; the words of any other. */
function sayRefusal(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string };
  return /row-level security/.test(message) ? code : message;
}

describe('row-level security', () => {
  let own: Target;
  let foreign: Target;

  beforeAll(async () => {
    [own, foreign] = [await livedInFund(), await livedInFund()];
  }, 120_000);

  it.each<DatabaseRole>(['APPLICATION', 'AUDITOR'])('shows the role %s nothing when nobody says who asks', async (role) => {
    const counts = await countRows(own.fundId, null, role as 'APPLICATION');
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([]);
    const others = await withSql(role, async (sql) => {
      const tables = ['programme', 'vintage', 'document', 'command_log', 'import_run', 'outbox', 'access_log', 'policy'];
      const found: [string, number][] = [];
      for (const table of tables) found.push([table, (await sql.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? 0]);
      return found;
    }, null);
    expect(others.filter(([, count]) => count > 0)).toEqual([]);
  });

  it.each<DatabaseRole>(['APPLICATION', 'AUDITOR'])('shows the role %s its own fund whole and of another one no row', async (role) => {
    const [all, seen, hidden] = [await countRows(own.fundId), await countRows(own.fundId, [`fund/${own.fundId}`], role as 'APPLICATION'), await countRows(foreign.fundId, [`fund/${own.fundId}`], role as 'APPLICATION')];
    expect(seen).toEqual(all);
    expect(Object.values(all).filter((count) => count > 0).length).toBeGreaterThan(12);
    expect(Object.entries(hidden).filter(([, count]) => count > 0)).toEqual([]);
  });

  it('takes a programme for all its funds, and somebody who holds nothing for nobody', async () => {
    const programme = [`programme/${own.programmeId}`];
    expect([await countRows(own.fundId, programme, 'APPLICATION'), await countRows(foreign.fundId, programme, 'APPLICATION')]).toEqual([await countRows(own.fundId), await countRows(foreign.fundId)]);
    const nobody = await countRows(own.fundId, [], 'APPLICATION');
    expect(Object.values(nobody).some((count) => count > 0)).toBe(false);
    const elsewhere = await countRows(own.fundId, [`programme/${randomUUID()}`], 'APPLICATION');
    expect(Object.values(elsewhere).some((count) => count > 0)).toBe(false);
  });

  it('refuses every row that would land in another fund', async () => {
    const [b, id] = [foreign, '10000000-0000-4000-8000-000000000000'];
    const witness = `now(), '${id}'`;
    const inserts: Record<string, string> = {
      fund: `insert into fund (id, number, vintage_id, name, general_partner_id, custodian, committed_won, unit_won, founded_on, investment_from, investment_to, life_to, known_at, command_id)
             select '${id}', 'FND-2099-9999', '${b.vintageId}', '몰래', id, '은행', 1, 1, '2024-01-01', '2024-01-01', '2025-01-01', '2026-01-01', ${witness} from party limit 1`,
      fund_partner: `insert into fund_partner (id, fund_id, party_id, ordinal, kind, commitment_won, units, signed_on, known_at, command_id) select '${id}', '${b.fundId}', id, 99, 'LIMITED', 1, 1, '2024-01-01', ${witness} from party limit 1`,
      capital_call: `insert into capital_call (id, fund_id, number, purpose, due_on, known_at, command_id) values ('${id}', '${b.fundId}', 99, '몰래', '2024-01-01', ${witness})`,
      capital_call_share: `insert into capital_call_share (call_id, partner_id, amount_won) values ('${b.callId}', '${b.partnerId}', 1)`,
      capital_receipt: `insert into capital_receipt (id, call_id, partner_id, value_on, amount_won, known_at, command_id) values ('${id}', '${b.callId}', '${b.partnerId}', '2024-01-01', 1, ${witness})`,
      investment: `insert into investment (id, fund_id, number, kind, company_id, instrument, amount_won, paid_on, history, known_at, command_id) select '${id}', '${b.fundId}', 'X', 'NEW', id, 'RCPS', 1, '2024-01-01', false, ${witness} from party limit 1`,
      investment_void: `insert into investment_void (investment_id, reason, effective_on, known_at, command_id) values ('${b.investmentId}', '몰래', '2024-01-01', ${witness})`,
      evidence: `insert into evidence (id, investment_id, kind, known_at, command_id) values ('${id}', '${b.investmentId}', '몰래', ${witness})`,
      'evidence by a foreign file': `insert into evidence (id, investment_id, kind, document_id, known_at, command_id) values ('${id}', '${own.investmentId}', '몰래', '${b.documentId}', ${witness})`,
      classification: `insert into classification (investment_id, decision, effective_on, reason, decided_by, rule_version, known_at, command_id) values ('${b.investmentId}', 'REVOKED', '2024-01-01', '몰래', '${id}', 'x', ${witness})`,
      valuation: `insert into valuation (id, investment_id, valued_on, fair_value_won, impairment_won, known_at, command_id) values ('${id}', '${b.investmentId}', '2024-01-01', 1, 1, ${witness})`,
      investment_exit: `insert into investment_exit (id, investment_id, kind, exited_on, proceeds_won, cost_won, expense_won, known_at, command_id) values ('${id}', '${b.investmentId}', 'MERGER', '2024-01-01', 1, 1, 1, ${witness})`,
      rule_verdict: `insert into rule_verdict (subject_kind, subject_id, fund_id, rule, clause, result, text_ko, text_en, inputs, known_at, command_id) values ('fund', '${id}', '${b.fundId}', 'x', 'x', 'PASS', 'x', 'x', '{}', ${witness})`,
      distribution: `insert into distribution (id, fund_id, number, partner_id, paid_on, amount_won, known_at, command_id) values ('${id}', '${b.fundId}', 99, '${b.partnerId}', '2024-01-01', 1, ${witness})`,
      fund_expense: `insert into fund_expense (id, fund_id, kind, label, paid_on, paid_won, known_at, command_id) values ('${id}', '${b.fundId}', 'AUDIT', 'x', '2024-01-01', 1, ${witness})`,
      agreement_version: `insert into agreement_version (id, fund_id, number, title, effective_from, decided_on, summary, known_at, command_id) values ('${id}', '${b.fundId}', 2, 'x', '2024-02-01', '2024-02-01', 'x', ${witness})`,
      fund_extension: `insert into fund_extension (id, fund_id, number, life_to, decided_on, reason, known_at, command_id) values ('${id}', '${b.fundId}', 1, '2033-01-14', '2024-02-01', 'x', ${witness})`,
      fund_dissolution: `insert into fund_dissolution (fund_id, dissolved_on, cause, reason, liquidator, notice_due_on, known_at, command_id) values ('${b.fundId}', '2099-01-01', 'LIFE_ENDED', 'x', 'x', '2099-01-15', ${witness})`,
      fund_duty_done: `insert into fund_duty_done (fund_id, duty, done_on, known_at, command_id) values ('${b.fundId}', 'REGISTRATION', '2024-02-01', ${witness})`,
      policy: `insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) values ('fund/${b.fundId}', 'x', '1', '2024-01-01', 'x', 'SEED', ${witness})`,
      'policy for all': `insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) values ('*', 'x', '1', '2024-01-01', 'x', 'SEED', ${witness})`,
      ledger_account: `insert into ledger_account (key, book, chart, unit, normal_side) select 'x/${id}', 'fund/${b.fundId}', code, unit, normal_side from ledger_chart limit 1`,
      journal_entry: `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo) select code, 'fund/${b.fundId}', '2024-01-01', ${witness}, 'x', '${id}', 'x' from posting_rule limit 1`,
      period_close: `insert into period_close (book, closed_through, command_id) values ('fund/${b.fundId}', '2099-01-01', '${id}')`,
      programme: `insert into programme (id, code, name_ko, name_en, horizon_from, horizon_to) values ('${id}', 'X', 'x', 'x', '2024-01-01', '2025-01-01')`,
      vintage: `insert into vintage (id, programme_id, year) values ('${id}', '${b.programmeId}', 2098)`,
      import_run: `insert into import_run (id, kind, file_name, sha256, size_bytes, result, imported_by, command_id) values ('${id}', 'x', 'x', repeat('0', 64), 1, '{}', '${id}', '${id}')`,
      document: `insert into document (id, sha256, file_name, media_type, size_bytes, uploaded_by, uploaded_by_name, uploaded_at, command_id) values ('${id}', repeat('0', 64), 'x', 'x', 1, '${id}', 'x', now(), '${id}')`,
    };
    const refused = await withSql(
      'APPLICATION',
      async (sql) => {
        const outcomes: [string, string | null][] = [];
        for (const [table, statement] of Object.entries(inserts)) {
          await sql.query('begin');
          const outcome = await sql.query(statement).then(() => 'went through', (error: unknown) => sayRefusal(error));
          await sql.query('rollback');
          outcomes.push([table, outcome]);
        }
        return outcomes;
      },
      [`fund/${own.fundId}`],
      randomUUID(),
    );
    expect(refused.filter(([, outcome]) => outcome !== NOT_PERMITTED)).toEqual([]);
    expect(refused.length).toBe(Object.keys(inserts).length);
  });

  it('lets somebody who holds the programme form a fund in it, and in no other', async () => {
    const form = (vintageId: string) => `insert into fund (id, number, vintage_id, name, general_partner_id, custodian, committed_won, unit_won, founded_on, investment_from, investment_to, life_to, known_at, command_id)
      select gen_random_uuid(), 'FND-2098-9999', '${vintageId}', '시험', id, '은행', 1, 1, '2024-01-01', '2024-01-01', '2025-01-01', '2026-01-01', now(), (select id from command_log limit 1) from party limit 1 returning id`;
    const attempt = (scope: string) =>
      withSql('APPLICATION', async (sql) => {
        await sql.query('begin');
        const outcome = await sql.query(form(own.vintageId)).then((result) => result.rowCount, (error: unknown) => sayRefusal(error));
        await sql.query('rollback');
        return outcome;
      }, [scope]);
    expect([await attempt(`programme/${own.programmeId}`), await attempt(`programme/${randomUUID()}`)]).toEqual([1, NOT_PERMITTED]);
  });

  it('holds for every table that lies in a fund; a new one gets a policy in a migration', async () => {
    const naked = await withSql('OWNER', async (sql) => {
      const { rows } = await sql.query<{ name: string }>(
        `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = any ($1)
            and (not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))
            and (has_table_privilege('baton_app', c.oid, 'select') or has_table_privilege('baton_auditor', c.oid, 'select')) order by 1`,
        [ROOTED],
      );
      return rows.map(({ name }) => name);
    });
    expect(naked.filter((name) => !IN_NO_FUND.includes(name))).toEqual([]);
  });

  it('is asked once a statement and not once a row', async () => {
    const plan = await withSql(
      'APPLICATION',
      async (sql) => (await sql.query<{ 'QUERY PLAN': string }>(`explain (verbose) select * from investment where fund_id = '${own.fundId}'`)).rows.map((row) => row['QUERY PLAN']).join('\n'),
      [`fund/${own.fundId}`],
    );
    const filter = /Filter: .*/.exec(plan)?.[0] ?? plan;
    expect(filter).toMatch(/\(InitPlan \d+\)/);
    expect(filter).toMatch(/hashed SubPlan/);
    expect(filter).not.toMatch(/baton_/);
  });

  it('forgets who asked with the end of the transaction', async () => {
    const after = await withSql('APPLICATION', async (sql) => {
      await sql.query('begin');
      await sql.query(`select set_config('baton.scopes', '*', true)`);
      await sql.query('commit');
      return (await sql.query('select 1 from fund limit 1')).rowCount;
    }, null);
    expect(after).toBe(0);
  });

  it('cannot be switched off by the application', async () => {
    expect(await refusalOf('APPLICATION', 'alter table fund disable row level security')).toMatchObject({ code: NOT_PERMITTED });
    expect(await refusalOf('APPLICATION', 'drop policy in_scope on fund')).toMatchObject({ code: NOT_PERMITTED });
    expect(await refusalOf('APPLICATION', async (sql) => {
      await sql.query('set local row_security = off');
      await sql.query('select * from fund');
    })).toMatchObject({ code: NOT_PERMITTED });
  });
});
