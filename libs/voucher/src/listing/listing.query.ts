import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { normaliseName } from '#libs/identifier';
import { listVouchersById, type VoucherRow } from '../voucher/voucher.query.js';
import type { VoucherState } from '../voucher/voucher.js';

export const VOUCHER_ORDERS = ['NUMBER', 'COMPANY', 'AVAILABLE', 'VALID_TO'] as const;
export type VoucherOrder = (typeof VOUCHER_ORDERS)[number];

export interface VoucherFilter {
  readonly yearId: string;
  readonly states: readonly VoucherState[];
  /** Issued or suspended, and valid through this day at the latest. */
  readonly expiringBy: LocalDate | null;
  /** Part of the number, the company's name or its business number. */
  readonly search: string;
  readonly order: VoucherOrder;
  readonly offset: number;
  readonly limit: number;
}

export interface VoucherListing {
  readonly rows: readonly VoucherRow[];
  /** Of all that the filter lets through, whatever page is shown. */
  readonly count: number;
  readonly availableWon: string;
  readonly heldWon: string;
}

const ORDERS: Readonly<Record<VoucherOrder, string>> = {
  NUMBER: 'i.number',
  COMPANY: 'p.match_name, i.number',
  AVAILABLE: 'b.balance - b.held desc, i.number',
  VALID_TO: 's.valid_to, i.number',
};

const MATCHING = `
    from voucher_issue i
    join voucher v on v.id = i.voucher_id
    join voucher_state s on s.voucher_id = v.id
    join party p on p.id = v.company_id
    left join ledger_account a on a.key = 'voucher/' || v.year_id || '/voucher.balance/' || v.id
    left join account_balance b on b.account_id = a.id
   where i.year_id = $1 and (cardinality($2::text[]) = 0 or s.state = any($2))
     and ($3::date is null or (s.state in ('ISSUED', 'SUSPENDED') and s.valid_to <= $3))
     and ($4 = '' or strpos(lower(i.number), lower($4)) > 0 or ($5 <> '' and strpos(p.match_name, $5) > 0) or ($6 <> '' and strpos(p.business_number, $6) > 0))`;

/** A page of the issued vouchers of a year. The figures of the ledger are asked for the page alone. */
export async function listVouchers(tx: Tx, filter: VoucherFilter): Promise<VoucherListing> {
  const words = filter.search.trim();
  const digits = /^[\d\s-]+$/.test(words) ? words.replace(/\D/g, '') : '';
  const values = [filter.yearId, filter.states, filter.expiringBy, words, normaliseName(words), digits];
  const [sums]: { count: number; availableWon: string; heldWon: string }[] = await tx.query(
    `select count(*)::int as count, coalesce(sum(b.balance - b.held), 0)::text as "availableWon", coalesce(sum(b.held), 0)::text as "heldWon" ${MATCHING}`,
    values,
  );
  const page: { id: string }[] = await tx.query(`select v.id ${MATCHING} order by ${ORDERS[filter.order]} offset $7 limit $8`, [...values, filter.offset, filter.limit]);
  const rows = new Map((await listVouchersById(tx, page.map(({ id }) => id))).map((row) => [row.id, row]));
  return {
    rows: page.flatMap(({ id }) => rows.get(id) ?? []),
    count: sums?.count ?? 0,
    availableWon: sums?.availableWon ?? '0',
    heldWon: sums?.heldWon ?? '0',
  };
}
