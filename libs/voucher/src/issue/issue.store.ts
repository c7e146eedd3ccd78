import type { Tx } from '#libs/database';
import type { IssuedRow } from './issue.js';

/** Records issues, however many: two statements. The trigger of the life refuses a voucher that is not agreed. */
export async function recordIssues(tx: Tx, yearId: string, rows: readonly IssuedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <Key extends keyof IssuedRow>(key: Key): IssuedRow[Key][] => rows.map((row) => row[key]);
  const amounts = rows.map((row) => row.amountWon.toString());
  await tx.query(
    `insert into voucher_issue (voucher_id, year_id, number, rank, issued_on, amount_won, valid_to, broker_id, broker_joined_on, known_at, command_id)
     select r.voucher_id, $1, r.number, r.rank, r.issued_on, r.amount_won, r.valid_to, r.broker_id, r.broker_joined_on, r.known_at, r.command_id
       from unnest($2::uuid[], $3::text[], $4::int[], $5::date[], $6::bigint[], $7::date[], $8::uuid[], $9::date[], $10::timestamptz[], $11::uuid[])
         as r (voucher_id, number, rank, issued_on, amount_won, valid_to, broker_id, broker_joined_on, known_at, command_id)`,
    [yearId, column('voucherId'), column('number'), column('rank'), column('issuedOn'), amounts, column('validTo'), column('brokerId'), column('brokerJoinedOn'), column('knownAt'), column('commandId')],
  );
  await tx.query(
    `insert into voucher_event (voucher_id, event, happened_on, amount_won, valid_to, detail, known_at, command_id)
     select r.voucher_id, 'issue', r.issued_on, r.amount_won, r.valid_to, r.detail, r.known_at, r.command_id
       from unnest($1::uuid[], $2::date[], $3::bigint[], $4::date[], $5::jsonb[], $6::timestamptz[], $7::uuid[])
         as r (voucher_id, issued_on, amount_won, valid_to, detail, known_at, command_id)`,
    [column('voucherId'), column('issuedOn'), amounts, column('validTo'), rows.map(({ detail }) => (detail === null ? null : JSON.stringify(detail))), column('knownAt'), column('commandId')],
  );
}
