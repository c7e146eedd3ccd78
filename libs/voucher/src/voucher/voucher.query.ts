import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { ServiceState } from '../service/service.js';
import { OWN_MONEY, VOUCHER_BALANCE } from '../year/year.charts.js';
import { joinAccountOfVoucher } from './account.query.js';
import type { Purse } from './purse.js';
import type { VoucherLedger } from './voucher.rules.js';
import type { VoucherState } from './voucher.js';

/** What the ledger knows of one voucher, in won as text of digits. */
export interface VoucherFigures {
  readonly issuedWon: string;
  readonly toppedUpWon: string;
  /** Given to parts that were split off. */
  readonly splitOffWon: string;
  readonly heldWon: string;
  /** Paid to providers or decided to be paid, less what came back. */
  readonly capturedWon: string;
  readonly expiredWon: string;
  readonly revokedWon: string;
  readonly availableWon: string;
  /** The company's own lot: paid in, used, returned, left. All zero where it pays its share directly. */
  readonly ownPaidInWon: string;
  readonly ownUsedWon: string;
  readonly ownReturnedWon: string;
  readonly ownLeftWon: string;
}

export interface VoucherRow extends VoucherFigures {
  readonly id: string;
  readonly yearId: string;
  /** Null until it is issued. */
  readonly number: string | null;
  readonly applicationNumber: string | null;
  readonly companyId: string;
  readonly company: string;
  readonly businessNumber: string | null;
  readonly state: VoucherState;
  readonly sinceOn: LocalDate;
  readonly issuedOn: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** The last day as it was issued, before any extension. */
  readonly firstValidTo: LocalDate | null;
  readonly parentId: string | null;
  /** How many of its services stand in which state. */
  readonly services: Readonly<Partial<Record<ServiceState, number>>>;
}

/** Every line on the accounts of a voucher, by the posting that made it: one pass over an index. */
const FIGURES = `
  ${joinAccountOfVoucher(VOUCHER_BALANCE, 'pa')}
  left join account_balance pb on pb.account_id = pa.id
  ${joinAccountOfVoucher(OWN_MONEY, 'oa')}
  left join account_balance ob on ob.account_id = oa.id
  left join lateral (
    select coalesce(sum(l.amount) filter (where e.posting = 'voucher.issued' or (e.posting = 'voucher.split' and l.side = 'C')), 0) as issued,
           coalesce(sum(l.amount) filter (where e.posting = 'voucher.topped-up'), 0) as topped_up,
           coalesce(sum(l.amount) filter (where e.posting = 'voucher.split' and l.side = 'D'), 0) as split_off,
           coalesce(sum(case l.side when 'D' then l.amount else -l.amount end)
                    filter (where e.posting in ('voucher.service-captured', 'voucher.capture-reversed', 'voucher.service-refunded')), 0) as captured,
           coalesce(sum(l.amount) filter (where e.posting = 'voucher.expired'), 0) as expired,
           coalesce(sum(l.amount) filter (where e.posting = 'voucher.revoked'), 0) as revoked
      from entry_line l join journal_entry e on e.id = l.entry_id where l.account_id = pa.id) as f on true
  left join lateral (
    select coalesce(sum(case l.side when 'C' then l.amount else -l.amount end) filter (where e.posting in ('voucher.own-money-deposited', 'voucher.split')), 0) as paid_in,
           coalesce(sum(case l.side when 'D' then l.amount else -l.amount end)
                    filter (where e.posting in ('voucher.service-captured', 'voucher.capture-reversed', 'voucher.service-refunded')), 0) as used,
           coalesce(sum(l.amount) filter (where e.posting = 'voucher.own-money-returned'), 0) as returned
      from entry_line l join journal_entry e on e.id = l.entry_id where l.account_id = oa.id) as o on true`;

const COLUMNS = `
  v.id, v.year_id as "yearId", v.parent_id as "parentId", i.number, a.number as "applicationNumber",
  v.company_id as "companyId", p.name as company, p.business_number as "businessNumber",
  s.state, s.since_on as "sinceOn", s.valid_to as "validTo", i.issued_on as "issuedOn", i.valid_to as "firstValidTo",
  f.issued::text as "issuedWon", f.topped_up::text as "toppedUpWon", f.split_off::text as "splitOffWon", coalesce(pb.held, 0)::text as "heldWon",
  f.captured::text as "capturedWon", f.expired::text as "expiredWon", f.revoked::text as "revokedWon", coalesce(pb.balance - pb.held, 0)::text as "availableWon",
  o.paid_in::text as "ownPaidInWon", o.used::text as "ownUsedWon", o.returned::text as "ownReturnedWon", coalesce(ob.balance, 0)::text as "ownLeftWon",
  coalesce((select jsonb_object_agg(state, count) from (
     select t.state, count(*) from voucher_service vs join service_state t on t.service_id = vs.id where vs.voucher_id = v.id group by t.state) as c), '{}') as services`;

const OF_VOUCHER = `
  join voucher_state s on s.voucher_id = v.id
  join party p on p.id = v.company_id
  left join voucher_issue i on i.voucher_id = v.id
  left join voucher_application a on a.voucher_id = v.id`;

/** The vouchers `ids` with every figure that the ledger knows of them, by id. */
export async function listVouchersById(tx: Tx, ids: readonly string[]): Promise<VoucherRow[]> {
  return tx.query(`select ${COLUMNS} from voucher v ${OF_VOUCHER} ${FIGURES} where v.id = any($1::uuid[]) order by v.id`, [ids]);
}

/** Throws not found for a voucher that is not there or not in sight. */
export async function getVoucher(tx: Tx, voucherId: string): Promise<VoucherRow> {
  const [row] = await listVouchersById(tx, [voucherId]);
  if (row === undefined) throw notFound({ ko: '바우처', en: 'voucher' }, voucherId);
  return row;
}

/** Keeps everybody else from changing these vouchers until the transaction ends. */
export async function lockVouchers(tx: Tx, voucherIds: readonly string[]): Promise<void> {
  await tx.query('select lock_vouchers($1)', [voucherIds]);
}

/** Issued vouchers of a year whose last day lies before `on` and that have not expired yet. */
export async function listDueVouchers(tx: Tx, yearId: string, on: LocalDate): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select v.id from voucher_state s join voucher v on v.id = s.voucher_id
      where v.year_id = $1 and s.state in ('ISSUED', 'SUSPENDED') and s.valid_to < $2 order by v.id`,
    [yearId, on],
  );
  return rows.map(({ id }) => id);
}

/** The figures as the pure rules count them: what was split off has left the voucher like what was revoked. */
export function purseOf(row: VoucherFigures): Purse {
  const given = (text: string): Won => won(BigInt(text));
  return {
    issuedWon: given(row.issuedWon),
    topUpWon: given(row.toppedUpWon),
    heldWon: given(row.heldWon),
    releasedWon: given('0'),
    capturedWon: given(row.capturedWon),
    expiredWon: given(row.expiredWon),
    revokedWon: won(BigInt(row.revokedWon) + BigInt(row.splitOffWon)),
  };
}

export function ledgerOf(row: VoucherRow): VoucherLedger {
  const validity = row.issuedOn === null || row.validTo === null ? null : { from: row.issuedOn, to: row.validTo };
  return { state: row.state, purse: purseOf(row), validity };
}
