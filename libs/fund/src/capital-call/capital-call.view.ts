import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { daysBetween, type LocalDate } from '#libs/calendar';
import { basisPoints, won, ZERO_WON, type BasisPoints } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import type { CapitalCallDto, CallShareDto, IssuedCallDto } from './capital-call.dto.js';
import type { CallRow, CallShareRow } from './capital-call.query.js';
import { overdueInterest } from './capital-call.rules.js';
import { unpaidOf, type IssuedCapitalCall } from './capital-call.service.js';

export function viewCall(call: CallRow, asOf: LocalDate, policies: PolicySet): CapitalCallDto {
  const rate = basisPoints(policies.integer(FUND_POLICIES.overdueRate, 0));
  const shares = call.shares.map((share) => viewShare(share, call.dueOn, asOf, rate));
  const sum = (pick: (share: CallShareDto) => string): string => shares.reduce((total, share) => total + BigInt(pick(share)), 0n).toString();
  return {
    id: call.id,
    number: call.number,
    purpose: call.purpose,
    noticeOn: call.noticeOn,
    dueOn: call.dueOn,
    amountWon: sum((share) => share.calledWon),
    paidWon: sum((share) => share.paidWon),
    unpaidWon: sum((share) => share.unpaidWon),
    shares,
  };
}

function viewShare(share: CallShareRow, dueOn: LocalDate, asOf: LocalDate, rate: BasisPoints): CallShareDto {
  const unpaid = unpaidOf(share);
  const late = share.receipts.map((receipt) => overdueInterest(won(receipt.amountWon), dueOn, receipt.valueOn, rate));
  const open = unpaid > 0n ? overdueInterest(unpaid, dueOn, asOf, rate) : ZERO_WON;
  const lastOn = unpaid > 0n ? asOf : (share.receipts.at(-1)?.valueOn ?? dueOn);
  return {
    partnerId: share.partnerId,
    partner: share.partner,
    calledWon: share.calledWon,
    paidWon: (BigInt(share.calledWon) - unpaid).toString(),
    unpaidWon: unpaid.toString(),
    daysLate: Math.max(0, daysBetween(dueOn, lastOn)),
    overdueInterestWon: [...late, open].reduce((sum, interest) => sum + interest, 0n).toString(),
    receipts: share.receipts.map((receipt) => ({ ...receipt })),
  };
}

export function viewIssued({ result, verdicts, dryRun }: CommandOutcome<IssuedCapitalCall>): IssuedCallDto {
  return {
    id: dryRun ? null : result.id,
    number: result.number,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    shares: result.shares.map((share) => ({ ...share, amountWon: share.amountWon.toString(), uncalledAfterWon: share.uncalledAfterWon.toString() })),
  };
}
