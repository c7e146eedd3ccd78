import type { CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import type { CaptureMoney } from './capture.js';

export interface CaptureRow {
  readonly context: CommandContext;
  readonly serviceId: string;
  readonly claimId: string;
  readonly payeeId: string;
  readonly money: CaptureMoney;
}

/** Decisions to pay, in one statement. */
export async function insertCaptures(tx: Tx, rows: readonly CaptureRow[]): Promise<void> {
  await askPrepared(
    tx,
    `insert into service_capture (service_id, claim_id, payee_id, public_won, own_won, captured_on, known_at, command_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::date[], $7::timestamptz[], $8::uuid[])`,
    [
      rows.map(({ serviceId }) => serviceId),
      rows.map(({ claimId }) => claimId),
      rows.map(({ payeeId }) => payeeId),
      rows.map(({ money }) => money.publicWon.toString()),
      rows.map(({ money }) => money.ownWon.toString()),
      rows.map(({ context }) => context.today),
      rows.map(({ context }) => context.now),
      rows.map(({ context }) => context.commandId),
    ],
  );
}

/** The natural person behind each command, and behind each account: who has two accounts is still one. */
export async function personsBehind(tx: Tx, commandIds: readonly string[], userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await askPrepared<{ id: string; personId: string }>(
    tx,
    `select command_id as id, person_id as "personId" from persons_of($1::uuid[])
      union all select id, coalesce(person_id, id) from app_user where id = any ($2::uuid[])`,
    [commandIds, userIds],
  );
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}

/** Those of `serviceIds` that are no services of the year, or not in sight. */
export async function servicesOutside(tx: Tx, yearId: string, serviceIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select w.id from unnest($2::uuid[]) as w (id)
      where not exists (select 1 from voucher_service s join voucher v on v.id = s.voucher_id where s.id = w.id and v.year_id = $1)`,
    [yearId, serviceIds],
  );
  return rows.map(({ id }) => id);
}
