import type { LocalDate } from '#libs/calendar';
import { askPrepared, type Tx } from '#libs/database';
import { DomainError, notFound } from '#libs/errors';
import type { Chart } from '#libs/journal';
import { policiesInForce, type PolicySet } from '#libs/policy';
import { yearScopes, yearTerms } from './year.policy.js';
import { BUDGET, COMPANY_QUOTA, COMPANY_QUOTA_USED, OUTSTANDING, QUOTA, QUOTA_USED } from './year.charts.js';
import { SPENDABLE_STAGES } from '#libs/journal';
import { type VoucherYear, type YearTerms } from './year.js';

const YEAR = { ko: '바우처 사업연도', en: 'voucher programme year' };

const YEAR_SELECT = `
  select y.id, y.programme_id as "programmeId", y.kind, y.fiscal_year as "fiscalYear", y.name, y.agency, y.legal_regime as "legalRegime", c.closed_on as "closedOn"
    from voucher_year y left join voucher_year_close c on c.year_id = y.id`;

export async function getYear(tx: Tx, yearId: string): Promise<VoucherYear> {
  const rows = await askPrepared<VoucherYear>(tx, `${YEAR_SELECT} where y.id = $1`, [yearId]);
  if (rows[0] === undefined) throw notFound(YEAR, yearId);
  return rows[0];
}

/** All programme years in sight, the latest first. */
export function listYears(tx: Tx): Promise<VoucherYear[]> {
  return tx.query(`${YEAR_SELECT} order by y.fiscal_year desc, y.kind, y.id`);
}

/** What the books of a year say of its limits; amounts in won, pieces as counts. */
export interface YearFigures {
  readonly yearId: string;
  readonly budgetWon: bigint;
  readonly budgetLeftWon: bigint;
  readonly outstandingWon: bigint;
  readonly vouchersIssued: number;
  readonly vouchersLeft: number;
  readonly companiesServed: number;
  readonly companiesLeft: number;
}

type FiguresRow = { readonly [K in keyof YearFigures]: string };

/** The figures of these years, one statement for all of them; only the accounts that each has once are read. */
export async function figuresOfYears(tx: Tx, yearIds: readonly string[]): Promise<ReadonlyMap<string, YearFigures>> {
  const left = (chart: Chart): string => `coalesce((select b.balance from ledger_account a join account_balance b on b.account_id = a.id where a.key = 'voucher/' || y.id || '/${chart.code}'), 0)::text`;
  const rows: FiguresRow[] = await tx.query(
    `select y.id as "yearId",
            (select coalesce(sum(d.amount_won), 0)::text from voucher_budget d where d.year_id = y.id and d.stage = any($2)) as "budgetWon",
            ${left(BUDGET)} as "budgetLeftWon", ${left(OUTSTANDING)} as "outstandingWon",
            ${left(QUOTA_USED)} as "vouchersIssued", ${left(QUOTA)} as "vouchersLeft",
            ${left(COMPANY_QUOTA_USED)} as "companiesServed", ${left(COMPANY_QUOTA)} as "companiesLeft"
       from voucher_year y where y.id = any($1)`,
    [yearIds, SPENDABLE_STAGES],
  );
  return new Map(rows.map((row) => [row.yearId, figures(row)]));
}

/** The figures of one year. */
export async function figuresOfYear(tx: Tx, yearId: string): Promise<YearFigures> {
  const found = (await figuresOfYears(tx, [yearId])).get(yearId);
  if (found === undefined) throw notFound(YEAR, yearId);
  return found;
}

function figures({ yearId, budgetWon, budgetLeftWon, outstandingWon, ...pieces }: FiguresRow): YearFigures {
  return {
    ...{ yearId, budgetWon: BigInt(budgetWon), budgetLeftWon: BigInt(budgetLeftWon), outstandingWon: BigInt(outstandingWon) },
    ...{ vouchersIssued: Number(pieces.vouchersIssued), vouchersLeft: Number(pieces.vouchersLeft) },
    ...{ companiesServed: Number(pieces.companiesServed), companiesLeft: Number(pieces.companiesLeft) },
  };
}

/** The year of a voucher; throws not found for a voucher that is not there or not in sight. */
export async function getYearOfVoucher(tx: Tx, voucherId: string): Promise<VoucherYear> {
  const rows: VoucherYear[] = await tx.query(`${YEAR_SELECT} join voucher v on v.year_id = y.id where v.id = $1`, [voucherId]);
  if (rows[0] === undefined) throw notFound({ ko: '바우처', en: 'voucher' }, voucherId);
  return rows[0];
}

/** Policies of a year in force on `on`, everything that is known counted. */
export function policiesOfYear(tx: Tx, year: VoucherYear, on: LocalDate, knownBefore: Date = new Date(8.64e15)): Promise<PolicySet> {
  return policiesInForce(tx, yearScopes(year), on, knownBefore);
}

export async function termsOfYear(tx: Tx, year: VoucherYear, on: LocalDate): Promise<YearTerms> {
  return yearTerms(await policiesOfYear(tx, year, on));
}

/** The year, if it is still open. Throws conflict `voucher-year.closed` after the closing of the year. */
export async function getOpenYear(tx: Tx, yearId: string): Promise<VoucherYear> {
  const year = await getYear(tx, yearId);
  if (year.closedOn === null) return year;
  throw new DomainError('conflict', 'voucher-year.closed', {
    ko: `${year.name}은(는) ${year.closedOn}에 마감되었습니다. 다음 사업연도에서 처리해 주세요.`,
    en: `${year.name} was closed on ${year.closedOn}. Use the next programme year.`,
  });
}

/** Makes those who issue, select or close in this year wait for each other until the transaction ends. */
export async function lockYear(tx: Tx, yearId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('voucher year ' || $1, 0))`, [yearId]);
}
