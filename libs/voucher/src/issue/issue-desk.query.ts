import { civilDeadline, endOfYear, holidayCalendar, localDate, minDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { PolicySet } from '#libs/policy';
import { YEAR_POLICIES, yearTerms } from '../year/year.policy.js';
import { policiesOfYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';
import type { IssueDesk } from './issue-plan.rules.js';
import type { IssueRow } from './issue.js';
import { findBrokers, findCandidates, limitsClause, limitsLeft, servedCompanies } from './issue.query.js';
import type { IssueTerms } from './issue.rules.js';

/** Everything that the given rows are judged by, in six questions however many they are. */
export async function openIssueDesk(tx: Tx, year: VoucherYear, issuedOn: LocalDate, rows: readonly IssueRow[]): Promise<IssueDesk> {
  const terms = await issueTerms(tx, year, issuedOn);
  const candidates = await findCandidates(tx, year.id, issuedOn, rows.map(({ voucherId }) => voucherId));
  const agreed = [...candidates.values()];
  const brokerIds = [...rows.map(({ brokerId }) => brokerId), ...agreed.map(({ agreement }) => agreement?.brokerId ?? null)].filter((id) => id !== null);
  return {
    terms,
    candidates,
    brokers: await findBrokers(tx, [...new Set(brokerIds)]),
    served: await servedCompanies(tx, year.id, agreed.map(({ companyId }) => companyId)),
    taken: new Set(),
    left: await limitsLeft(tx, year.id),
  };
}

/** The terms in force on the day of issue, with their clauses. */
export async function issueTerms(tx: Tx, year: VoucherYear, issuedOn: LocalDate): Promise<IssueTerms> {
  const policies = await policiesOfYear(tx, year, issuedOn);
  const terms = yearTerms(policies);
  const clause = (key: string): string => policies.find(key)?.clause ?? '';
  return {
    issuedOn,
    faceWon: terms.faceWon,
    faceClause: clause(YEAR_POLICIES.face),
    latestOn: latestValidity(policies, year, issuedOn),
    validityClause: clause(terms.endsWithFiscalYear ? YEAR_POLICIES.endsWithFiscalYear : YEAR_POLICIES.validityMonths),
    depositFirst: terms.selfBurdenChannel === 'DEPOSIT',
    depositClause: clause(YEAR_POLICIES.selfBurdenChannel),
    brokerRequired: terms.brokerRequired,
    brokerClause: clause(YEAR_POLICIES.brokerRequired),
    limitsClause: await limitsClause(tx, year.id),
  };
}

/** Months from the issue by the Civil Code, and not beyond the fiscal year where the terms end it there. Without a term: the fiscal year. */
function latestValidity(policies: PolicySet, { fiscalYear }: VoucherYear, issuedOn: LocalDate): LocalDate {
  const { validityMonths, endsWithFiscalYear } = yearTerms(policies);
  const yearEnd = endOfYear(localDate(`${fiscalYear}-01-01`));
  if (validityMonths === 0) return yearEnd;
  const { effective } = civilDeadline({ from: issuedOn, period: { months: validityMonths } }, holidayCalendar());
  return endsWithFiscalYear ? minDate(effective, yearEnd) : effective;
}
