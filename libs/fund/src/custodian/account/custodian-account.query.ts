import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';

export interface CustodianAccountRow {
  readonly id: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holder: string;
  readonly effectiveFrom: LocalDate;
  readonly knownAt: Date;
}

const SELECT = `select id, bank_code as "bankCode", account_number as "accountNumber", holder, effective_from as "effectiveFrom", known_at as "knownAt" from custodian_account`;

/** Accounts of a fund at its custodian as known at a time, the latest first. */
export async function listAccounts(tx: Tx, fundId: string, { knownBefore }: Pick<TimePoint, 'knownBefore'>): Promise<CustodianAccountRow[]> {
  return tx.query(`${SELECT} where fund_id = $1 and known_at < $2 order by effective_from desc, recorded_at desc`, [fundId, knownBefore]);
}

/** The account in use on a day; null where none has been registered. */
export async function accountOn(tx: Tx, fundId: string, on: LocalDate): Promise<CustodianAccountRow | null> {
  const rows: CustodianAccountRow[] = await tx.query(`${SELECT} where fund_id = $1 and effective_from <= $2 order by effective_from desc, recorded_at desc limit 1`, [fundId, on]);
  return rows[0] ?? null;
}

/** An account that something refers to. */
export async function findAccount(tx: Tx, accountId: string | null): Promise<CustodianAccountRow | null> {
  if (accountId === null) return null;
  const rows: CustodianAccountRow[] = await tx.query(`${SELECT} where id = $1`, [accountId]);
  return rows[0] ?? null;
}
