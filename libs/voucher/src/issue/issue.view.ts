import type { CommandOutcome, Verdict } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { JournalEntry } from '#libs/journal';
import { postedTotals, type PostedTotalDto } from '#libs/ledger';
import type { IssuableVoucherDto, IssuedVouchersDto } from './issue.dto.js';
import type { IssuePlan } from './issue-plan.rules.js';
import { faultsOfIssue, type IssueTerms } from './issue.rules.js';
import type { IssueBroker, IssueCandidate, IssuedRow, IssueLimits, IssueVouchers, RefusedIssue } from './issue.js';

interface Limits {
  readonly vouchers: string;
  readonly companies: string;
  readonly budgetWon: string;
}

/** What came of a request, as it is logged and shown; amounts as text, so that a replayed answer reads like a fresh one. */
export interface IssuedVouchers {
  readonly yearId: string;
  readonly issuedWon: string;
  readonly issued: readonly { readonly voucherId: string; readonly number: string; readonly company: string; readonly amountWon: string; readonly validTo: string }[];
  readonly refused: readonly RefusedIssue[];
  readonly before: Limits;
  readonly after: Limits;
  readonly postings: readonly PostedTotalDto[];
}

export function issuedSummary(input: IssueVouchers, plan: IssuePlan, rows: readonly IssuedRow[], entries: readonly JournalEntry[]): IssuedVouchers {
  return {
    yearId: input.yearId,
    issuedWon: rows.reduce((sum, { amountWon }) => sum + amountWon, 0n).toString(),
    issued: rows.map(({ voucherId, number, amountWon, validTo }, index) => ({ voucherId, number, company: plan.issued[index]?.company ?? '', amountWon: amountWon.toString(), validTo })),
    refused: plan.refused,
    before: limitsText(plan.before),
    after: limitsText(plan.after),
    postings: postedTotals(entries),
  };
}

export const limitsText = ({ vouchers, companies, budgetWon }: IssueLimits): Limits => ({ vouchers: `${vouchers}`, companies: `${companies}`, budgetWon: `${budgetWon}` });

export function viewIssued({ result, dryRun }: CommandOutcome<IssuedVouchers>): IssuedVouchersDto {
  return {
    ...result,
    dryRun,
    issued: result.issued.map((each) => ({ ...each })),
    refused: result.refused.map(({ voucherId, company, verdicts }) => ({ voucherId, company, verdicts: shown(verdicts) })),
    before: { ...result.before },
    after: { ...result.after },
    postings: result.postings.map((each) => ({ ...each })),
  };
}

/** A voucher that waits to be issued, with what the terms propose for it and what still stands against it. */
export function viewIssuable(candidate: IssueCandidate, broker: IssueBroker | null, terms: IssueTerms): IssuableVoucherDto {
  const { voucherId, company, agreement, paidInWon } = candidate;
  const agreedWon = agreement?.amountWon ?? terms.faceWon;
  const amountWon = agreedWon < terms.faceWon ? agreedWon : terms.faceWon;
  return {
    voucherId,
    company,
    agreedOn: agreement?.agreedOn ?? null,
    amountWon: amountWon.toString(),
    validTo: terms.latestOn,
    selfBurdenWon: (agreement?.selfBurdenWon ?? 0n).toString(),
    paidInWon: paidInWon.toString(),
    broker: broker === null ? null : `${broker.number} ${broker.name}`,
    faults: shown(faultsOfIssue({ voucherId, amountWon, validTo: null, brokerId: null }, candidate, broker, terms)),
  };
}

const shown = (verdicts: readonly Verdict[]): ReturnType<typeof shownVerdict>[] => verdicts.map(shownVerdict);
