import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { subtractWon, type Won } from '#libs/money';
import { releaseBankRecord } from '#libs/payment';
import { getCall, type CallRow } from '../capital-call/capital-call.query.js';
import { requireShare, requireValueDate } from '../capital-call/receipt/receipt.rules.js';
import { EVERYTHING, type FundRow, getFund, lockFund } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { OverdueInterestReceiptEntity } from './overdue-interest-receipt.entity.js';
import { OverdueInterestVoidEntity } from './overdue-interest-void.entity.js';
import { OverdueInterestWaiverEntity } from './overdue-interest-waiver.entity.js';
import { OVERDUE_POLICIES } from './overdue.policy.js';
import { OVERDUE_INTEREST_REVERSED, overdueInterestReceived } from './overdue.posting.js';
import { getInterest, lateShare, termsOfCall } from './overdue.query.js';
import { interestMayBeWaived, moreThanInterestDue, overduePosition, withinInterestDue } from './overdue.rules.js';

/** Of which share, how much, as of which day. */
export interface InterestOfShare {
  readonly callId: string;
  readonly partnerId: string;
  readonly amountWon: Won;
}

export interface ReceiveInterest extends InterestOfShare {
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
  readonly note: string | null;
}

export interface WaiveInterest extends InterestOfShare {
  readonly waivedOn: LocalDate;
  readonly reason: string;
}

export interface InterestResult {
  readonly id: string;
  /** Interest still due on that day, after it. */
  readonly dueWon: Won;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class OverdueService {
  constructor(private readonly ledger: Ledger) {}

  /** `overdue-interest.receive`: a partner pays interest on what came late. More than is due on the value date is refused. */
  readonly receive: Command<ReceiveInterest, InterestResult> = {
    name: 'overdue-interest.receive',
    execute: async (tx, context, input) => {
      const { fund, call } = await lockedCall(tx, input.callId);
      const share = requireShare(call, input.partnerId);
      requireValueDate(input.valueOn, fund, context.today);
      const dueWon = await dueAfter(tx, fund, call, input, input.valueOn);
      const id = randomUUID();
      await tx.insert(OverdueInterestReceiptEntity, { ...input, id, knownAt: context.now, commandId: context.commandId });
      const interest = { id, callNumber: call.number, partnerId: share.partnerId, partner: share.partner, amountWon: input.amountWon };
      const postings = await this.ledger.post(tx, context, [overdueInterestReceived(fund.id, interest, { effectiveOn: input.valueOn, knownAt: context.now, history: false })]);
      context.announce('fund.changed', { fundId: fund.id });
      return { id, dueWon, postings };
    },
  };

  /** `overdue-interest.waive`: interest is let off, with a reason, where the agreement allows it. Nothing is posted: it never was income. */
  readonly waive: Command<WaiveInterest, InterestResult> = {
    name: 'overdue-interest.waive',
    execute: async (tx, context, input) => {
      const { fund, call } = await lockedCall(tx, input.callId);
      requireShare(call, input.partnerId);
      if (input.waivedOn > context.today) {
        throw invalidField('/waivedOn', 'overdue-interest.waived-in-future', { ko: '감면일이 오늘보다 뒤입니다.', en: 'The waiver lies in the future.' });
      }
      const policies = await fundPolicies(tx, fund, EVERYTHING, input.waivedOn);
      const allowed = policies.find(OVERDUE_POLICIES.waiverAction);
      context.judge([interestMayBeWaived(allowed?.value === 'WARN' ? 'WARN' : 'BLOCK', allowed?.clause ?? '')]);
      const dueWon = await dueAfter(tx, fund, call, input, input.waivedOn);
      const id = randomUUID();
      if (context.blocked) return { id, dueWon, postings: [] };
      await tx.insert(OverdueInterestWaiverEntity, { ...input, id, knownAt: context.now, commandId: context.commandId });
      context.announce('fund.changed', { fundId: fund.id });
      return { id, dueWon, postings: [] };
    },
  };

  /** `overdue-interest.reverse`: interest that was booked wrongly is undone; it is due again. */
  readonly reverse: Command<{ readonly interestId: string; readonly reason: string }, { readonly id: string; readonly postings: readonly PostedEntry[] }> = {
    name: 'overdue-interest.reverse',
    execute: async (tx, context, input) => {
      await lockFund(tx, (await getInterest(tx, input.interestId)).fundId);
      const interest = await getInterest(tx, input.interestId);
      if (interest.reversed) {
        throw new DomainError('conflict', 'overdue-interest.reversed-already', { ko: '이미 취소된 연체이자입니다.', en: 'The interest has been reversed already.' });
      }
      const row = { interestId: interest.id, reason: input.reason, effectiveOn: interest.valueOn };
      await tx.insert(OverdueInterestVoidEntity, { ...row, knownAt: context.now, commandId: context.commandId });
      await releaseBankRecord(tx, context, 'fund.overdue-interest', interest.id, `연체이자 취소: ${input.reason}`);
      const postings = await this.ledger.reverse(tx, context, { kind: 'overdue-interest', id: interest.id }, context.today, OVERDUE_INTEREST_REVERSED);
      context.announce('fund.changed', { fundId: interest.fundId });
      return { id: interest.id, postings };
    },
  };
}

/** The call as it stands once nobody else can change it. */
async function lockedCall(tx: Tx, callId: string): Promise<{ fund: FundRow; call: CallRow }> {
  const { fundId } = await getCall(tx, callId, EVERYTHING);
  await lockFund(tx, fundId);
  return { fund: await getFund(tx, fundId), call: await getCall(tx, callId, EVERYTHING) };
}

/** What is still due on `on` once the amount is taken. Throws `DomainError` invalid at /amountWon where it is more than is due. */
async function dueAfter(tx: Tx, fund: FundRow, call: CallRow, { partnerId, amountWon }: InterestOfShare, on: LocalDate): Promise<Won> {
  const terms = await termsOfCall(tx, fund, call, EVERYTHING);
  const { dueWon } = overduePosition(lateShare(requireShare(call, partnerId), call.dueOn), terms, on);
  if (withinInterestDue(amountWon, dueWon)) return subtractWon(dueWon, amountWon);
  throw invalidField('/amountWon', 'overdue-interest.more-than-due', moreThanInterestDue(dueWon));
}
