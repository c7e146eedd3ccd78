import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import { BUDGET, COMPANY_QUOTA, QUOTA, yearAccount } from '../year/year.charts.js';
import type { VoucherYear } from '../year/year.js';
import type { VoucherState } from '../voucher/voucher.js';
import type { IssueBroker, IssueCandidate, IssueLimits } from './issue.js';

interface CandidateRow {
  readonly voucherId: string;
  readonly companyId: string;
  readonly company: string;
  readonly state: VoucherState;
  readonly agreedOn: LocalDate | null;
  readonly agreedWon: string | null;
  readonly selfBurdenWon: string | null;
  readonly brokerId: string | null;
  readonly paidInWon: string;
  readonly business: IssueCandidate['business'];
}

const CANDIDATES = `
  select v.id as "voucherId", v.company_id as "companyId", p.name as company, s.state,
         g.agreed_on as "agreedOn", g.amount_won::text as "agreedWon", g.self_burden_won::text as "selfBurdenWon", g.broker_id as "brokerId",
         (coalesce(d.won, 0) - coalesce(r.won, 0))::text as "paidInWon", b.status as business
    from voucher v
    join party p on p.id = v.company_id
    join voucher_state s on s.voucher_id = v.id
    left join voucher_agreement g on g.voucher_id = v.id
    left join lateral (select sum(amount_won) as won from own_money_deposit where voucher_id = v.id) d on true
    left join lateral (select sum(amount_won) as won from own_money_return where voucher_id = v.id) r on true
    left join lateral (select status from business_status where party_id = v.company_id and effective_on <= $2 order by effective_on desc, id desc limit 1) b on true
   where v.year_id = $1`;

/** Those of `voucherIds` that are vouchers of the year, by id, as they stand on `on`. */
export async function findCandidates(tx: Tx, yearId: string, on: LocalDate, voucherIds: readonly string[]): Promise<ReadonlyMap<string, IssueCandidate>> {
  const rows: CandidateRow[] = await tx.query(`${CANDIDATES} and v.id = any($3)`, [yearId, on, voucherIds]);
  return new Map(rows.map((row) => [row.voucherId, candidateOf(row)]));
}

/** Vouchers of the year that have been agreed and not issued, in the order in which they applied. */
export async function listCandidates(tx: Tx, yearId: string, on: LocalDate): Promise<IssueCandidate[]> {
  const rows: CandidateRow[] = await tx.query(
    `${CANDIDATES} and s.state = 'AGREED' order by (select row(a.received_on, a.received_time, a.number) from voucher_application a where a.voucher_id = v.id), v.id`,
    [yearId, on],
  );
  return rows.map(candidateOf);
}

function candidateOf({ agreedOn, agreedWon, selfBurdenWon, brokerId, paidInWon, ...row }: CandidateRow): IssueCandidate {
  const agreement = agreedOn === null ? null : { agreedOn, amountWon: won(agreedWon ?? '0'), selfBurdenWon: won(selfBurdenWon ?? '0'), brokerId };
  return { ...row, agreement, paidInWon: won(paidInWon) };
}

/** Brokers by id, as they stand on record today: renewed ones with their new last day. */
export async function findBrokers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, IssueBroker>> {
  if (ids.length === 0) return new Map();
  const rows: IssueBroker[] = await tx.query(
    `select b.id, b.number, b.name, b.registered_on as "registeredOn",
            coalesce((select max(t.effective_on) from broker_turn t where t.broker_id = b.id and t.kind = 'RENEWED'), b.valid_to) as "validTo",
            (select max(t.effective_on) from broker_turn t where t.broker_id = b.id and t.kind = 'STRUCK_OFF') as "struckOffOn"
       from broker b where b.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the books still let be issued. */
export async function limitsLeft(tx: Tx, yearId: string): Promise<IssueLimits> {
  const accounts = [QUOTA, COMPANY_QUOTA, BUDGET].map((chart) => yearAccount(chart, yearId).key);
  const rows: { key: string; left: string }[] = await tx.query(
    'select a.key, (b.balance - b.held)::text as left from ledger_account a join account_balance b on b.account_id = a.id where a.key = any($1)',
    [accounts],
  );
  const [vouchers, companies, budgetWon] = accounts.map((key) => BigInt(rows.find((row) => row.key === key)?.left ?? 0));
  return { vouchers: vouchers ?? 0n, companies: companies ?? 0n, budgetWon: won(budgetWon ?? 0n) };
}

/** Companies among `companyIds` that have a voucher of the year. */
export async function servedCompanies(tx: Tx, yearId: string, companyIds: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    'select distinct v.company_id as id from voucher_issue i join voucher v on v.id = i.voucher_id where i.year_id = $1 and v.company_id = any($2)',
    [yearId, companyIds],
  );
  return new Set(rows.map((row) => row.id));
}

/** The highest running number given out in the year; zero before the first. Three looks at the index of numbers, whatever their count. */
export async function lastSerial(tx: Tx, year: VoucherYear, prefix: string): Promise<number> {
  const rows: { last: number | null }[] = await tx.query(
    `select max(i.serial)::int as last
       from unnest('{4,5,6}'::int[]) as digits
      cross join lateral (
        select right(number, digits)::int as serial from voucher_issue
         where year_id = $1 and number between $2 || repeat('0', digits) and $2 || repeat('9', digits)
           and number ~ ('^' || $2 || '[0-9]{' || digits || '}$') order by number desc limit 1) i`,
    [year.id, `${prefix}-${year.fiscalYear}-`],
  );
  return rows[0]?.last ?? 0;
}

/** The decision that budget and quotas rest on last, in the words of who recorded it. */
export async function limitsClause(tx: Tx, yearId: string): Promise<string> {
  const rows: { clause: string }[] = await tx.query(`select clause from voucher_budget where year_id = $1 and stage <> 'PROPOSAL' order by decided_on desc, recorded_at desc limit 1`, [yearId]);
  return rows[0]?.clause ?? '';
}

