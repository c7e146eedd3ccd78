import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { ServiceState } from '../service/service.js';
import { VOUCHER_EXPIRED, VOUCHER_REVOKED } from '../voucher/voucher.posting.js';
import type { VoucherState } from '../voucher/voucher.js';
import { APPROPRIATION_CARRIED, CLAWBACK_RECEIVABLE, OUTSTANDING, PAYABLE_PUBLIC, REDEEMED, RETURNED, VOUCHER_BALANCE, yearBook } from '../year/year.charts.js';
import type { BudgetStage } from '#libs/journal';

export interface ChartSum {
  readonly chart: string;
  /** On the normal side, and what of it is held; text of digits. */
  readonly balance: string;
  readonly held: string;
  /** Accounts that hold something. */
  readonly accounts: number;
}

const ASKED = [APPROPRIATION_CARRIED, RETURNED, OUTSTANDING, VOUCHER_BALANCE, REDEEMED, PAYABLE_PUBLIC, CLAWBACK_RECEIVABLE].map(({ code }) => code);

/** What the accounts of a year hold, by kind. */
export function chartSums(tx: Tx, yearId: string): Promise<ChartSum[]> {
  return tx.query(
    `select a.chart, sum(b.balance)::text as balance, sum(b.held)::text as held, count(*) filter (where b.balance <> 0)::int as accounts
       from ledger_account a join account_balance b on b.account_id = a.id
      where a.book = $1 and a.chart = any($2) group by a.chart`,
    [yearBook(yearId), ASKED],
  );
}

export interface StageSum {
  readonly stage: BudgetStage;
  readonly amountWon: string;
  readonly vouchers: number;
  readonly companies: number;
}

/** What was decided in each stage. */
export function stageSums(tx: Tx, yearId: string): Promise<StageSum[]> {
  return tx.query(
    `select stage, sum(amount_won)::text as "amountWon", sum(vouchers)::int as vouchers, sum(companies)::int as companies
       from voucher_budget where year_id = $1 group by stage order by min(decided_on), stage`,
    [yearId],
  );
}

/** Public money that came back from vouchers, by how. */
export async function givenBack(tx: Tx, yearId: string): Promise<{ readonly expiredWon: string; readonly revokedWon: string }> {
  const rows: { posting: string; amount: string }[] = await tx.query(
    `select e.posting, sum(l.amount)::text as amount
       from voucher v
       join journal_entry e on e.subject_kind = 'voucher' and e.subject_id = v.id and e.posting = any($2)
       join entry_line l on l.entry_id = e.id and l.side = 'D'
       join ledger_account a on a.id = l.account_id and a.key = $3
      where v.year_id = $1 group by e.posting`,
    [yearId, [VOUCHER_EXPIRED.code, VOUCHER_REVOKED.code], `${yearBook(yearId)}/${OUTSTANDING.code}`],
  );
  const of = (code: string): string => rows.find(({ posting }) => posting === code)?.amount ?? '0';
  return { expiredWon: of(VOUCHER_EXPIRED.code), revokedWon: of(VOUCHER_REVOKED.code) };
}

export interface StateCount<State> {
  readonly state: State;
  readonly count: number;
  /** Public money: issued on the vouchers, agreed for the services. */
  readonly publicWon: string;
}

export function vouchersByState(tx: Tx, yearId: string): Promise<StateCount<VoucherState>[]> {
  return tx.query(
    `select s.state, count(*)::int as count, coalesce(sum(i.amount_won), 0)::text as "publicWon"
       from voucher v join voucher_state s on s.voucher_id = v.id left join voucher_issue i on i.voucher_id = v.id
      where v.year_id = $1 group by s.state`,
    [yearId],
  );
}

export function servicesByState(tx: Tx, yearId: string): Promise<StateCount<ServiceState>[]> {
  return tx.query(
    `select t.state, count(*)::int as count, sum(s.government_won)::text as "publicWon"
       from voucher v join voucher_service s on s.voucher_id = v.id join service_state t on t.service_id = s.id
      where v.year_id = $1 group by t.state`,
    [yearId],
  );
}

export interface ExpiringVoucher {
  readonly voucherId: string;
  readonly number: string;
  readonly company: string;
  readonly validTo: LocalDate;
  readonly balanceWon: string;
  readonly heldWon: string;
}

/** Open vouchers whose last day lies on or before `through` and that still hold something, the most urgent first. */
export function expiringVouchers(tx: Tx, yearId: string, through: LocalDate, limit: number): Promise<ExpiringVoucher[]> {
  return tx.query(
    `select v.id as "voucherId", i.number, p.name as company, s.valid_to as "validTo", b.balance::text as "balanceWon", b.held::text as "heldWon"
       from voucher_state s
       join voucher v on v.id = s.voucher_id
       join voucher_issue i on i.voucher_id = v.id
       join party p on p.id = v.company_id
       join ledger_account a on a.key = 'voucher/' || v.year_id || '/${VOUCHER_BALANCE.code}/' || v.id
       join account_balance b on b.account_id = a.id
      where v.year_id = $1 and s.state in ('ISSUED', 'SUSPENDED') and s.valid_to <= $2 and b.balance > 0
      order by s.valid_to, i.number limit $3`,
    [yearId, through, limit],
  );
}

export interface StuckService {
  readonly serviceId: string;
  readonly voucherId: string;
  readonly number: string;
  readonly voucherNumber: string;
  readonly company: string;
  readonly provider: string;
  readonly state: ServiceState;
  readonly sinceOn: LocalDate;
  readonly publicWon: string;
}

/** Services under way that stand where they stood on `since` or before, the longest first. */
export function stuckServices(tx: Tx, yearId: string, since: LocalDate, limit: number): Promise<StuckService[]> {
  return tx.query(
    `select s.id as "serviceId", v.id as "voucherId", s.number, i.number as "voucherNumber", c.name as company, q.name as provider,
            t.state, t.since_on as "sinceOn", s.government_won::text as "publicWon"
       from voucher v
       join voucher_service s on s.voucher_id = v.id
       join service_state t on t.service_id = s.id
       join voucher_issue i on i.voucher_id = v.id
       join party c on c.id = v.company_id
       join service_provider r on r.id = t.provider_id
       join party q on q.id = r.party_id
      where v.year_id = $1 and t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED', 'CAPTURED') and t.since_on <= $2
      order by t.since_on, s.number limit $3`,
    [yearId, since, limit],
  );
}
