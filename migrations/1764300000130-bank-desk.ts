import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A fund's account at its custodian is an account like those of the house, seen by who sees the fund; and what lines of a bank
 * prove is written and taken back with them.
 */
export class BankDesk1764300000130 implements MigrationInterface {
  readonly name = 'BankDesk1764300000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCOUNTS_OF_BOOKS);
    await runner.query(CUSTODIANS_SO_FAR);
    await runner.query(LOCKS);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`drop policy in_scope on ${table}`);
      await runner.query(`create policy in_scope on ${table} using ((select baton_sees_all()) or ${inScope})`);
    }
    for (const [table, commands] of Object.entries(STATED_BY)) {
      await runner.query(`select facts_stated_also_by('${table}', ${commands.split(' ').map((command) => `'${command}'`).join(', ')})`);
    }
    await runner.query('revoke insert on custodian_statement, custodian_line, custodian_match from baton_app');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const ACCOUNTS_OF_BOOKS = `
  alter table statement_account
    -- the account at a custodian that it is; of others, the registered bank account
    add column custodian_account_id uuid unique references custodian_account (id),
    -- whose money alone is on it; null for an account of the house, which carries every book's
    add column book text check (book ~ '^[a-z]+/[0-9a-f-]{36}$'),
    alter column bank_account_id drop not null,
    add constraint statement_account_of_one check (num_nonnulls(bank_account_id, custodian_account_id) = 1),
    add constraint statement_account_custodian_has_book check (custodian_account_id is null or book is not null);

  create function statement_account_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.custodian_account_id is not null and not exists (select 1 from custodian_account k where k.id = new.custodian_account_id and new.book = 'fund/' || k.fund_id) then
      raise exception 'account % is of another fund than its book', new.id using errcode = 'check_violation', constraint = 'statement_account_in_one_fund';
    end if;
    return new;
  end $$;
  create trigger statement_account_admitted before insert on statement_account for each row execute function statement_account_admitted();
`;

/** Accounts that were registered before: their statements are kept from the day on which partners pay in there. */
const CUSTODIANS_SO_FAR = `
  insert into statement_account (id, custodian_account_id, book, name, kept_from, known_at, command_id)
  select gen_random_uuid(), k.id, 'fund/' || k.fund_id, f.number || ' 수탁계좌', k.effective_from, k.known_at, k.command_id from custodian_account k join fund f on f.id = k.fund_id;
`;

const LOCKS = `
  -- One id for what has a key of several parts, always the same and a proper one (RFC 9562, version 8).
  create function id_of(key text) returns uuid language sql immutable strict as $$
    select overlay(overlay(md5(key) placing '8' from 13) placing 'a' from 17)::uuid
  $$;

  create or replace function lock_bank_lines(wanted uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from bank_line_state s
     where s.line_id = any (wanted)
       and ((select baton_sees_all())
            or exists (select 1 from bank_line l join statement_account a on a.id = l.account_id where l.id = s.line_id and a.book in (select baton_books())))
     order by s.line_id for update;
  end $$;

  -- A record that counts no more is no line any more, whichever account the line is on: who withdraws the one may not see the other.
  create function release_bank_record(of_kind text, of_record uuid, why text, known timestamptz, by_command uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
    insert into bank_match_undo (match_id, reason, known_at, command_id) select match_id, why, known, by_command from bank_record_taken where (kind, record_id) = (of_kind, of_record)
  $$;
  revoke execute on function release_bank_record(text, uuid, text, timestamptz, uuid) from public;
  grant execute on function release_bank_record(text, uuid, text, timestamptz, uuid) to baton_app;
`;

/** The row asked for is subject to a policy of its own: what one cannot see is not there. */
const seen = (table: string, key: string): string => `exists (select 1 from ${table} as it where it.id = ${key})`;

const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  ['statement_account', 'book in (select baton_books())'],
  ['bank_statement', seen('statement_account', 'account_id')],
  ['bank_line', seen('statement_account', 'account_id')],
  ['bank_refused_row', seen('bank_statement', 'statement_id')],
  ['bank_match', seen('bank_line', 'line_id')],
  ['bank_match_undo', seen('bank_match', 'match_id')],
  ['bank_reversal', seen('bank_line', 'line_id')],
  ['bank_line_state', seen('bank_line', 'line_id')],
  // Ids of records and nothing of their lines: a record that is a line of another account must not be offered again.
  ['bank_record_taken', 'true'],
];

/** What a match records and takes back is stated by the commands of the desk as well. */
const STATED_BY: Readonly<Record<string, string>> = {
  statement_account: 'custodian-account.register',
  capital_receipt: 'bank-match.confirm',
  capital_receipt_void: 'bank-match.undo bank-statement.import',
  overdue_interest_receipt: 'bank-match.confirm',
  overdue_interest_void: 'bank-match.undo bank-statement.import',
  bank_match_undo: 'capital-receipt.reverse overdue-interest.reverse',
  payment_outcome: 'bank-match.confirm bank-statement.import',
};
