import { won } from '#libs/money';
import type { Issuance, IssueBroker, IssueCandidate, IssueLimits, IssueRow, RefusedIssue } from './issue.js';
import { faultsOfIssue, issuanceOf, quotaAndBudgetSuffice, type IssueTerms } from './issue.rules.js';

/** What the issues of one day are judged by. Limits, companies and vouchers are used up while rows are taken. */
export interface IssueDesk {
  readonly candidates: ReadonlyMap<string, IssueCandidate>;
  readonly brokers: ReadonlyMap<string, IssueBroker>;
  readonly terms: IssueTerms;
  /** Companies that have a voucher of this year. */
  readonly served: Set<string>;
  /** Vouchers that were taken before, in this or another request. */
  readonly taken: Set<string>;
  left: IssueLimits;
}

export interface IssuePlan {
  readonly issued: readonly Issuance[];
  readonly refused: readonly RefusedIssue[];
  /** Of the issued, companies that had no voucher of this year. */
  readonly newCompanies: number;
  readonly before: IssueLimits;
  readonly after: IssueLimits;
}

/**
 * Judges the rows of a request in their order. A row that does not fit is left out and the next is looked at; it uses up
 * nothing. What the plan takes is gone from the desk.
 */
export function planIssue(rows: readonly IssueRow[], desk: IssueDesk): IssuePlan {
  const before = desk.left;
  const issued: Issuance[] = [];
  const refused: RefusedIssue[] = [];
  for (const row of rows) {
    const taken = judge(row, desk);
    if ('verdicts' in taken) {
      refused.push(taken);
      continue;
    }
    issued.push(taken);
    use(taken, desk);
  }
  return { issued, refused, newCompanies: Number(before.companies - desk.left.companies), before, after: desk.left };
}

function judge(row: IssueRow, desk: IssueDesk): Issuance | RefusedIssue {
  const candidate = desk.candidates.get(row.voucherId);
  if (candidate === undefined || desk.taken.has(row.voucherId)) return unknownOrTwice(row, candidate);
  const { voucherId, company } = candidate;
  const wanted = row.brokerId ?? candidate.agreement?.brokerId ?? null;
  const broker = wanted === null ? null : (desk.brokers.get(wanted) ?? null);
  const faults = faultsOfIssue(row, candidate, broker, desk.terms);
  const issuance = issuanceOf(row, candidate, broker, desk.terms);
  const limit = quotaAndBudgetSuffice(issuance, !desk.served.has(candidate.companyId), desk.left, desk.terms.limitsClause);
  const verdicts = limit === null ? faults : [...faults, limit];
  return verdicts.length === 0 ? issuance : { voucherId, company, verdicts };
}

function use({ voucherId, companyId, amountWon }: Issuance, desk: IssueDesk): void {
  const { vouchers, companies, budgetWon } = desk.left;
  desk.left = { vouchers: vouchers - 1n, companies: desk.served.has(companyId) ? companies : companies - 1n, budgetWon: won(budgetWon - amountWon) };
  desk.served.add(companyId);
  desk.taken.add(voucherId);
}

function unknownOrTwice({ voucherId }: IssueRow, candidate: IssueCandidate | undefined): RefusedIssue {
  const verdict =
    candidate === undefined
      ? { rule: 'voucher-belongs-to-the-year', text: { ko: '이 사업연도의 바우처가 아닙니다. 발급 대상 목록에서 다시 골라 주세요.', en: 'This is no voucher of the programme year. Choose it from the list of those to be issued.' } }
      : { rule: 'voucher-is-issued-once', text: { ko: '같은 바우처가 명단에 두 번 있습니다. 한 줄만 남겨 주세요.', en: 'The voucher stands in the list twice. Keep one row of it.' } };
  return { voucherId, company: candidate?.company ?? null, verdicts: [{ ...verdict, clause: '발급명단', result: 'BLOCK', inputs: { voucherId } }] };
}
