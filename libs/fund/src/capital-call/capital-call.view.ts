import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { FundRow } from '../fund/fund.query.js';
import { lateShare, termsIn, termsOfCalls } from '../overdue/overdue.query.js';
import { overduePosition } from '../overdue/overdue.rules.js';
import type { OverdueTerms } from '../overdue/overdue.js';
import type { CapitalCallDto, CallShareDto, IssuedCallDto, ReceivedCapitalDto } from './capital-call.dto.js';
import { listCalls, type CallRow, type CallShareRow } from './capital-call.query.js';
import type { IssuedCapitalCall, ReceivedCapital } from './capital-call.service.js';

/** Calls of a fund with every share as it stands at one point in both times. */
export async function viewCalls(tx: Tx, fund: FundRow, point: TimePoint): Promise<CapitalCallDto[]> {
  const calls = await listCalls(tx, fund.id, point);
  const terms = await termsOfCalls(tx, fund, calls, point);
  return calls.map((call) => viewCall(call, termsIn(terms, call.id), point.asOf));
}

function viewCall(call: CallRow, terms: OverdueTerms, asOf: LocalDate): CapitalCallDto {
  const shares = call.shares.map((share) => viewShare(share, call.dueOn, terms, asOf));
  const sum = (pick: (share: CallShareDto) => string): string => shares.reduce((total, share) => total + BigInt(pick(share)), 0n).toString();
  const { id, number, kind, purposeCode, purpose, contact, noticeOn, dueOn } = call;
  return {
    ...{ id, number, kind, purposeCode, purpose, contact, noticeOn, dueOn },
    remedies: terms.remedies,
    amountWon: sum((share) => share.calledWon),
    paidWon: sum((share) => share.paidWon),
    unpaidWon: sum((share) => share.unpaidWon),
    shares,
  };
}

function viewShare(share: CallShareRow, dueOn: LocalDate, terms: OverdueTerms, asOf: LocalDate): CallShareDto {
  const { unpaidWon, accruedWon, receivedWon, waivedWon, dueWon, daysLate, state, cureEndsOn } = overduePosition(lateShare(share, dueOn), terms, asOf);
  return {
    partnerId: share.partnerId,
    partner: share.partner,
    calledWon: share.calledWon,
    paidWon: (BigInt(share.calledWon) - unpaidWon).toString(),
    unpaidWon: unpaidWon.toString(),
    daysLate,
    overdueInterestWon: accruedWon.toString(),
    state,
    cureEndsOn,
    interest: {
      accruedWon: accruedWon.toString(),
      receivedWon: receivedWon.toString(),
      waivedWon: waivedWon.toString(),
      dueWon: dueWon.toString(),
      rateBasisPoints: terms.rate,
      receipts: share.interest.map((receipt) => ({ ...receipt })),
      waivers: share.waivers.map((waiver) => ({ ...waiver })),
    },
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
    postings: result.postings.map(shownEntry),
  };
}

export function viewReceived({ result, dryRun }: CommandOutcome<ReceivedCapital>): ReceivedCapitalDto {
  return {
    id: dryRun ? null : result.id,
    dryRun,
    unpaidWon: result.unpaidWon.toString(),
    overdueInterestWon: result.overdueInterestWon.toString(),
    postings: result.postings.map(shownEntry),
  };
}
