import type { Bilingual } from '#libs/errors';
import type { InternalRate } from '#libs/fund';
import { both, nameIn, percentText } from '../report/report-text.js';

/** Names of the codes of exits and expenses, and how a rate of return is written. */

export const EXIT_KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  MERGER: both('M&A', 'Merger or acquisition'),
  OVER_THE_COUNTER: both('장외매각', 'Sale over the counter'),
  LISTING: both('상장(IPO)·장내매도', 'Listing, sale on the market'),
  MARKET_SALE: both('장내매도', 'Sale on the market'),
  REDEMPTION: both('상환', 'Redemption'),
  LIQUIDATION: both('청산배당', 'Liquidation dividend'),
  PROJECT_SETTLEMENT: both('프로젝트 정산', 'Settlement of a project'),
  WRITE_OFF: both('감액·대손', 'Write-off'),
  RESCISSION: both('투자계약 해제', 'Rescission'),
};

export const EXPENSE_KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  MANAGEMENT_FEE: both('관리보수', 'Management fee'),
  CUSTODY: both('수탁보수', 'Custody fee'),
  AUDIT: both('회계감사보수', 'Audit fee'),
  DUE_DILIGENCE: both('실사비용', 'Due diligence'),
  OTHER: both('그 밖의 조합비용', 'Other expenses'),
};

const REASONS: Readonly<Record<string, Bilingual>> = {
  NO_FLOWS: both('현금흐름 없음', 'No cash flow'),
  NO_SIGN_CHANGE: both('유출 또는 유입만 있음', 'Flows in one direction only'),
  NO_RATE_FOUND: both('해가 없음', 'No rate solves them'),
};

/** '8.0446%'; where there is no rate, why; with a mark where another rate may solve the flows as well. */
export function rateText({ percent, reason, ambiguous }: InternalRate): string {
  if (percent === null) return `산출 불가(${nameIn(REASONS, reason)})`;
  return ambiguous ? `${percentText(percent)} ※` : percentText(percent);
}

/** What the mark means; said wherever rates are shown. */
export const RATE_MARK = both('※ 표시한 IRR은 현금흐름의 부호가 두 번 이상 바뀌어 다른 해가 있을 수 있으며, 0에 가장 가까운 해를 적었습니다.', 'A rate with ※ belongs to flows that change sign more than once: others may solve them, and the one nearest to zero is shown.');

/** '1.2500배', or a dash on a base of zero. */
export const multipleText = (digits: string | null): string => (digits === null ? '-' : `${digits}배`);
