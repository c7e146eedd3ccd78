import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { APPROPRIATION_CARRIED, CLAWBACK_RECEIVABLE, OUTSTANDING, PAYABLE_PUBLIC, REDEEMED, RETURNED, VOUCHER_BALANCE } from '../year/year.charts.js';
import { YEAR_POLICIES } from '../year/year.policy.js';
import { figuresOfYear, getYear, policiesOfYear, type YearFigures } from '../year/year.query.js';
import { BUDGET_STAGES } from '#libs/journal';
import type { VoucherYearOverviewDto, YearMoneyDto } from './overview.dto.js';
import { chartSums, expiringVouchers, givenBack, servicesByState, stageSums, stuckServices, vouchersByState, type ChartSum } from './overview.query.js';

/** A list on the first page; the whole of it is where the work is done. */
const MOST_SHOWN = 50;

/** Where a year stands on `today`: each question is one statement, and all see one state of the books. */
export async function viewOverview(tx: Tx, yearId: string, today: LocalDate): Promise<VoucherYearOverviewDto> {
  const year = await getYear(tx, yearId);
  const policies = await policiesOfYear(tx, year, today);
  const [within, after] = [policies.integer(YEAR_POLICIES.expiringWithinDays, 0), policies.integer(YEAR_POLICIES.stuckAfterDays, 0)];
  const figures = await figuresOfYear(tx, yearId);
  const sums = await chartSums(tx, yearId);
  const claims = sums.find(({ chart }) => chart === CLAWBACK_RECEIVABLE.code);
  const stuck = await stuckServices(tx, yearId, addDays(today, -after), MOST_SHOWN);
  return {
    asOf: today,
    money: moneyOf(figures, sums, await givenBack(tx, yearId)),
    ...{ vouchersIssued: figures.vouchersIssued, vouchersLeft: figures.vouchersLeft, companiesServed: figures.companiesServed, companiesLeft: figures.companiesLeft },
    stages: (await stageSums(tx, yearId)).map((row) => ({ ...row, spendable: BUDGET_STAGES[row.stage].spendable })),
    vouchers: await vouchersByState(tx, yearId),
    services: await servicesByState(tx, yearId),
    ...{ openClawbacks: claims?.accounts ?? 0, clawbackWon: claims?.balance ?? '0' },
    ...{ expiringWithinDays: within, expiring: await expiringVouchers(tx, yearId, addDays(today, within), MOST_SHOWN) },
    ...{ stuckAfterDays: after, stuck: stuck.map((row) => ({ ...row, days: daysBetween(row.sinceOn, today) })) },
  };
}

function moneyOf(figures: YearFigures, sums: readonly ChartSum[], back: { readonly expiredWon: string; readonly revokedWon: string }): YearMoneyDto {
  const of = ({ code }: { readonly code: string }): ChartSum | undefined => sums.find(({ chart }) => chart === code);
  const balance = (chart: { readonly code: string }): string => of(chart)?.balance ?? '0';
  const [captured, unpaid] = [BigInt(balance(REDEEMED)), BigInt(balance(PAYABLE_PUBLIC))];
  return {
    ...{ budgetWon: figures.budgetWon.toString(), budgetLeftWon: figures.budgetLeftWon.toString() },
    ...{ outstandingWon: balance(OUTSTANDING), heldWon: of(VOUCHER_BALANCE)?.held ?? '0' },
    ...{ capturedWon: captured.toString(), unpaidWon: unpaid.toString(), paidWon: (captured - unpaid).toString() },
    ...back,
    ...{ returnedWon: balance(RETURNED), carriedOverWon: balance(APPROPRIATION_CARRIED) },
  };
}
