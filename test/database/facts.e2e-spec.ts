import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { draftCall, fundWithSignedCalls, sign } from '../support/approvals.js';
import { Client, type Json } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { refusalOf, withSql } from '../support/sql.js';

/** A row of facts comes with the command that states it: raw SQL can borrow none that was done before, nor one of another kind. */

const CHECK = '23514';
const people = new Map<string, string>();

beforeAll(async () => {
  const rows = await withSql('OWNER', async (client) => (await client.query<{ login: string; id: string }>('select login, id from app_user')).rows);
  rows.forEach(({ login, id }) => people.set(login, id));
});

describe('a fact', () => {
  const doneBefore = (command: string): string => `(select id from command_log where command = '${command}' and outcome = 'DONE' limit 1)`;
  it('borrows no command that was done before: a policy that lets calls pass', async () => {
    const id = randomUUID();
    const answer = await refusalOf('APPLICATION', async (client) => {
      await client.query(
        `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
         select $1, 'capital-call.issue', '*', current_date, 14, 'raw', 'ASSUMPTION', now(), ${doneBefore('fund.form')}`,
        [id],
      );
      await client.query(`insert into approval_tier (policy_id, from_won, mode) values ($1, 0, 'DIRECT')`, [id]);
    });
    expect(answer).toEqual({ code: CHECK, constraint: 'approval_policy_own_command' });
  });

  const borrowed: [string, string, string][] = [
    ['the end of a period', `insert into period_close (book, closed_through, command_id) select 'raw/book', '2020-01-01', ${doneBefore('fund.form')}`, 'period_close_own_command'],
    ['a deputy', `insert into deputy (id, absent_id, deputy_id, from_on, to_on, reason, known_at, command_id) select gen_random_uuid(), (select id from app_user where login = 'head'), (select id from app_user where login = 'director'), '2020-01-01', '2020-02-01', 'raw', now(), ${doneBefore('fund.form')}`, 'deputy_own_command'],
    ['a term of a fund', `insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) select '*', 'raw', '1', '2020-01-01', 'raw', 'LAW', now(), ${doneBefore('fund.form')}`, 'policy_own_command'],
  ];
  it.each(borrowed)('borrows no command that was done before: %s', async (_, sql, constraint) => {
    expect(await refusalOf('APPLICATION', sql)).toEqual({ code: CHECK, constraint });
  });

  it('is not carried by a signed command that is over: an entry copied onto it', async () => {
    const request = await draftCall(await fundWithSignedCalls());
    await sign('checker', request);
    const copy = `
      with source as (select e.* from journal_entry e join command_log c on c.id = e.command_id where c.approval_id = '${request.id}' limit 1),
           copy as (insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
                    select posting, book, effective_on, now(), command_id, subject_kind, subject_id, 'raw' from source returning id)
      insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
      select (select id from copy), l.line_no, l.account_id, l.side, l.amount, l.fiscal_year from entry_line l join source s on s.id = l.entry_id`;
    // One statement at a time, as the trigger on lines wants the entry there before them.
    const answer = await refusalOf('APPLICATION', async (client) => {
      const [insertEntry, insertLines] = [copy.slice(0, copy.indexOf('insert into entry_line')), copy.slice(copy.indexOf('insert into entry_line'))];
      const { rows } = await client.query<{ id: string }>(`${insertEntry} select id from copy`);
      const lines = insertLines.replace('(select id from copy)', rows[0]?.id ?? '0').replace('join source s on s.id = l.entry_id', `where l.entry_id = (select e.id from journal_entry e join command_log c on c.id = e.command_id where c.approval_id = '${request.id}' and e.memo <> 'raw' limit 1)`);
      await client.query(lines);
    });
    expect(answer).toEqual({ code: CHECK, constraint: 'journal_entry_command' });
  });

  it('of a role comes from the commands about roles alone', async () => {
    const [victim, admin] = [people.get('auditor'), people.get('admin')];
    const answer = await refusalOf('APPLICATION', async (client) => {
      const id = randomUUID();
      await client.query(
        `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at, subject_ids)
         values ($1, 'user.deactivate', $2, 'admin', '{}', repeat('0', 64), '{"roles":["APPROVER"]}', 'DONE', $3, '[]', now(), array[$4::uuid])`,
        [id, admin, JSON.stringify({ id: victim }), victim],
      );
      await client.query(`insert into role_decision (user_id, role, decision, scopes, decided_by, reason, known_at, command_id) values ($1, 'COMMITTEE', 'REVOKED', '{*}', $2, 'raw raw', now(), $3)`, [victim, admin, id]);
    });
    expect(answer?.code).toBe(CHECK);
  });
});

describe('whose signatures are wanted', () => {
  const scopeOf = async (command: string, input: Json): Promise<string> =>
    withSql('APPLICATION', async (client) => (await client.query<{ scope: string }>('select approval_scope($1, $2) as scope', [command, JSON.stringify(input)])).rows[0]?.scope ?? '');

  it('follows from the fund, the book or the thing, and never from a free text', async () => {
    const [{ id: one }, { id: other }] = [await formFund(Client.as('manager')), await formFund(Client.as('manager'))];
    expect(await scopeOf('period.reopen', { book: `fund/${one}`, closedThrough: null, reason: other })).toBe(`fund/${one}`);
    expect(await scopeOf('policy.decide', { fundId: one, clause: other, key: other })).toBe(`fund/${one}`);
    expect(await scopeOf('evidence.attach', { reason: other })).toBe('*');
    expect(await scopeOf('user.create', { name: one })).toBe('*');
  });
});
