import { beforeAll, describe, expect, it } from '@jest/globals';
import { formFund, pendingDeal, decide } from '../support/funds.js';
import { Client } from '../support/client.js';
import { notRefusedWith, refusalOf, withSql } from '../support/sql.js';

const RESTRICTED = '23001';
const NOT_PERMITTED = '42501';

/** Tables whose rows are states, not facts; each says why it may change. */
const STATES = [
  'account_balance', // follows from the lines, by trigger alone
  'ledger_hold_balance', // follows from the events of a hold, by trigger alone
  'ledger_chart', // the registry in the code, written by the owner at start
  'posting_rule', // the same
  'app_user', // an account is closed
  'user_role', // follows from the decisions about roles, by trigger alone
  'person_role', // follows from the roles of a person's accounts, by trigger alone
  'seal_clock', // on which cluster the seal clock runs, written by the owner at start
  'user_session', // a session is seen, stepped up and ended
  'identity_challenge', // what was offered is answered once, and forgotten
  'totp_factor', // an authenticator is removed, once; its secret is encrypted anew by the owner
  'passkey', // a passkey is used and removed
  'recovery_code', // a code is spent, once
  'invitation', // an invitation is redeemed or replaced, once
  'sign_in_lock', // failures are counted
  'bank_account_secret', // encrypted anew under another key, by the owner alone
  'rest_day', // the calendar in the code, written by the owner at start
  'sign_in_throttle', // failures of an address are counted and forgotten, by trigger alone
  'provider_link', // a link to the provider is ended, once
  'provider_round', // a way to the provider is used once, and forgotten
  'command_kind', // reference data, written by the owner at start
  'approval_key', // the owner's: what signatures are checked with
  'approval_state', // where a request stands, by trigger alone
  'api_token', // a token is shown once and revoked once
  'fact_statement', // what is to be judged at commit, by trigger alone; empty between transactions
  'entry_statement', // the same
  'command_statement', // the same
  'life_step', // the owner's: the tables of the lives of vouchers and services
  'voucher_state', // where a voucher stands, by trigger alone
  'service_state', // the same
  'payment_batch_claim', // the batch in which a claim waits, by trigger alone
  'service_capture_check', // what is to be judged at commit, by trigger alone
  'voucher_issue_check', // the same
  'grant_state', // where an agreement stands, by trigger alone
  'grant_application_state', // the same of an application
  'grant_tranche_state', // the same of a tranche
  'service_order_state', // the same of a service order
  'payable_state', // whether a debt is open, in a run or paid, by trigger alone
  'payment_run_state', // where a payment run stands, by trigger alone
  'payment_line_state', // the same of its lines
  'bank_line_state', // whether a line of a statement is matched, by trigger alone
  'bank_record_taken', // the match that uses a record up, by trigger alone
  'matching_deposit_state', // whether a deposit counts, by trigger alone
  'report_issue_state', // valid, replaced or withdrawn, by trigger alone
  'report_press_state', // how often the files of an issue could not be made, and when it is tried again
];

interface Table {
  readonly name: string;
  readonly guards: readonly string[];
  /** A column that may be set to itself. */
  readonly column: string;
}

describe('every table of facts', () => {
  let tables: readonly Table[];

  beforeAll(async () => {
    const { id } = await formFund(Client.as('manager'));
    await decide(await pendingDeal(id, '1000'), 'QUALIFIED');
    tables = await withSql('OWNER', async (client) => {
      const { rows } = await client.query<Table>(
        `select c.relname as name,
                (select coalesce(array_agg(t.tgname || ' ' || t.tgenabled::text order by t.tgname), '{}') from pg_trigger t
                  where t.tgrelid = c.oid and t.tgname in ('append_only', 'never_truncated')) as guards,
                (select a.attname from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = '' order by a.attnum limit 1) as column
           from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations' order by c.relname`,
      );
      return rows;
    });
  });

  const facts = (): readonly Table[] => tables.filter(({ name }) => !STATES.includes(name));

  it('is guarded against change and truncation, by triggers that are on', () => {
    expect(facts().filter(({ guards }) => guards.join() !== 'append_only O,never_truncated O').map(({ name }) => name)).toEqual([]);
    expect(facts().length).toBeGreaterThan(25);
    expect(STATES.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });

  it('is not changed, emptied or thinned out by the application: it may not even try', async () => {
    const statements = facts().flatMap(({ name, column }) => [`update ${name} set ${column} = ${column}`, `delete from ${name}`, `truncate ${name}`]);
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', statements)).toEqual([]);
  });

  it('is not changed even by the owner, wherever there is a row to change', async () => {
    const withRows = await withSql('OWNER', async (client) => {
      const found: Table[] = [];
      for (const table of facts()) if ((await client.query(`select 1 from ${table.name} limit 1`)).rowCount === 1) found.push(table);
      return found;
    });
    expect(await notRefusedWith(RESTRICTED, 'OWNER', withRows.flatMap(({ name, column }) => [`update ${name} set ${column} = ${column}`, `delete from ${name}`]))).toEqual([]);
    expect(withRows.length).toBeGreaterThan(15);
  });

  it('is not truncated by the owner either', async () => {
    expect(await refusalOf('OWNER', 'truncate import_run')).toMatchObject({ code: RESTRICTED });
    expect(await refusalOf('OWNER', 'truncate access_log')).toMatchObject({ code: RESTRICTED });
  });

  it('belongs to a command, or to the log of who did what', async () => {
    const orphans = await withSql('OWNER', async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only')
            and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'command_id')
          order by 1`,
      );
      return rows.map(({ name }) => name);
    });
    expect(orphans).toEqual(['access_log', 'api_token_use', 'approval_step', 'approval_tier', 'audit_pack_download', 'capital_call_share', 'command_log', 'entry_line', 'ledger_account', 'party', 'programme', 'provider_attempt', 'report_download', 'seal_anchor', 'seal_batch', 'seal_page', 'seal_timestamp', 'sign_in_attempt', 'totp_use', 'vintage'].filter((name) => tables.some((table) => table.name === name)));
  });
});
