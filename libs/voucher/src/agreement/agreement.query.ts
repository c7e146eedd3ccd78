import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { VoucherState } from '../voucher/voucher.js';

/** An application as an agreement looks at it. */
export interface AgreeingApplication {
  readonly voucherId: string;
  readonly number: string;
  readonly companyId: string;
  readonly company: string;
  readonly state: VoucherState;
  readonly sinceOn: LocalDate;
  readonly requestedWon: string;
}

export function applicationsToAgree(tx: Tx, voucherIds: readonly string[]): Promise<AgreeingApplication[]> {
  return tx.query(
    `select a.voucher_id as "voucherId", a.number, v.company_id as "companyId", p.name as company, s.state, s.since_on as "sinceOn", a.requested_won::text as "requestedWon"
       from voucher_application a
       join voucher v on v.id = a.voucher_id
       join voucher_state s on s.voucher_id = a.voucher_id
       join party p on p.id = v.company_id
      where a.voucher_id = any ($1) order by a.number`,
    [voucherIds],
  );
}

/** Which of these documents nobody has handed in. */
export async function missingDocuments(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query('select id from document where id = any ($1)', [ids]);
  const known = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !known.has(id)));
}

/** Own money due by the agreement, by voucher; a voucher without one is left out. */
export async function ownMoneyDue(tx: Tx, voucherIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows: { id: string; won: string }[] = await tx.query('select voucher_id as id, self_burden_won::text as won from voucher_agreement where voucher_id = any ($1)', [voucherIds]);
  return new Map(rows.map((row) => [row.id, BigInt(row.won)]));
}
