import { endOfYear, localDate, maxDate, minDate, startOfYear, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { getYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';
import { issueTerms } from './issue-desk.query.js';
import type { IssuableDto } from './issue.dto.js';
import { findBrokers, limitsLeft, listCandidates } from './issue.query.js';
import { limitsText, viewIssuable } from './issue.view.js';

/** What waits to be issued in a year, judged for the day `wanted`, or for the day of the fiscal year that is nearest to today. */
export async function listIssuable(tx: Tx, yearId: string, wanted: LocalDate | null, today: LocalDate): Promise<IssuableDto> {
  const year = await getYear(tx, yearId);
  const issuedOn = wanted ?? nearestDay(year, today);
  const [terms, left, candidates] = [await issueTerms(tx, year, issuedOn), await limitsLeft(tx, yearId), await listCandidates(tx, yearId, issuedOn)];
  const brokers = await findBrokers(tx, [...new Set(candidates.flatMap(({ agreement }) => agreement?.brokerId ?? []))]);
  return { issuedOn, left: limitsText(left), vouchers: candidates.map((each) => viewIssuable(each, brokers.get(each.agreement?.brokerId ?? '') ?? null, terms)) };
}

function nearestDay({ fiscalYear }: VoucherYear, today: LocalDate): LocalDate {
  const first = startOfYear(localDate(`${fiscalYear}-01-01`));
  return minDate(maxDate(today, first), endOfYear(first));
}
