import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invariant, notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import { sumWon, won, type Won } from '#libs/money';
import { listCalls, type CallRow, type CallShareRow } from '../capital-call/capital-call.query.js';
import { getFund, type FundRow } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { overdueTerms } from './overdue.policy.js';
import { overduePosition } from './overdue.rules.js';
import type { LateShare, OverduePosition, OverdueTerms } from './overdue.js';

/** What the agreement said of late money on the day each call was due, as known at a time; by call. */
export async function termsOfCalls(tx: Tx, fund: FundRow, calls: readonly CallRow[], point: TimePoint): Promise<ReadonlyMap<string, OverdueTerms>> {
  const byDay = new Map<LocalDate, OverdueTerms>();
  const byCall = new Map<string, OverdueTerms>();
  for (const { id, dueOn } of calls) {
    const terms = byDay.get(dueOn) ?? overdueTerms(await fundPolicies(tx, fund, point, dueOn));
    byDay.set(dueOn, terms);
    byCall.set(id, terms);
  }
  return byCall;
}

/** The terms of a call that was asked for. */
export function termsIn(terms: ReadonlyMap<string, OverdueTerms>, callId: string): OverdueTerms {
  const found = terms.get(callId);
  invariant(found !== undefined, `the terms of call ${callId} were read`);
  return found;
}

/** The same for one call. */
export async function termsOfCall(tx: Tx, fund: FundRow, call: Pick<CallRow, 'dueOn'>, point: TimePoint): Promise<OverdueTerms> {
  return overdueTerms(await fundPolicies(tx, fund, point, call.dueOn));
}

export function lateShare(share: CallShareRow, dueOn: LocalDate): LateShare {
  const sum = (rows: readonly { readonly amountWon: string }[]): Won => sumWon(rows.map(({ amountWon }) => won(amountWon)));
  return {
    calledWon: won(share.calledWon),
    dueOn,
    receipts: share.receipts.map(({ valueOn, amountWon }) => ({ valueOn, amountWon: won(amountWon) })),
    interestReceivedWon: sum(share.interest),
    interestWaivedWon: sum(share.waivers),
  };
}

/** A share that is not paid at the end of a day. */
export interface UnpaidShare extends OverduePosition {
  readonly callId: string;
  readonly callNumber: number;
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly partnerId: string;
  readonly partner: string;
  readonly calledWon: Won;
  readonly terms: OverdueTerms;
}

/** Shares of the fund's calls that are unpaid, or owe interest, at one point in both times; by call and partner. */
export async function unpaidShares(tx: Tx, fundId: string, point: TimePoint): Promise<UnpaidShare[]> {
  const calls = await listCalls(tx, fundId, point);
  const terms = await termsOfCalls(tx, await getFund(tx, fundId), calls, point);
  return calls.flatMap((call) =>
    call.shares.flatMap((share): UnpaidShare[] => {
      const of = termsIn(terms, call.id);
      const position = overduePosition(lateShare(share, call.dueOn), of, point.asOf);
      if (position.state === 'PAID') return [];
      const { id: callId, number: callNumber, noticeOn, dueOn } = call;
      return [{ ...position, callId, callNumber, noticeOn, dueOn, partnerId: share.partnerId, partner: share.partner, calledWon: won(share.calledWon), terms: of }];
    }),
  );
}

export interface InterestRow {
  readonly id: string;
  readonly fundId: string;
  readonly valueOn: LocalDate;
  readonly reversed: boolean;
}

/** A receipt of interest on record. Throws not found. */
export async function getInterest(tx: Tx, interestId: string): Promise<InterestRow> {
  const rows: InterestRow[] = await tx.query(
    `select i.id, c.fund_id as "fundId", i.value_on as "valueOn", exists (select 1 from overdue_interest_void v where v.interest_id = i.id) as reversed
       from overdue_interest_receipt i join capital_call c on c.id = i.call_id where i.id = $1`,
    [interestId],
  );
  if (rows[0] === undefined) throw notFound({ ko: '연체이자 입금', en: 'receipt of interest' }, interestId);
  return rows[0];
}
