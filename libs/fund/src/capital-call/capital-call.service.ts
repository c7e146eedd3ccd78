import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField, type DomainError } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { basisPoints, formatWon, won, type Won } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { FUND_POLICIES, fundScopes } from '../fund/fund.policy.js';
import { getFund, listPartners, lockFund } from '../fund/fund.query.js';
import { EVERYTHING } from '../obligation/obligation.service.js';
import { CapitalCallEntity } from './capital-call.entity.js';
import { CapitalCallShareEntity } from './capital-call-share.entity.js';
import { capitalCallIssued, capitalCallPaid } from './capital-call.posting.js';
import { getCall, type CallShareRow } from './capital-call.query.js';
import { CapitalReceiptEntity } from './capital-receipt.entity.js';
import { callGivesItsNotice, callStaysWithinCommitments, overdueInterest, splitCall, type PlannedShare } from './capital-call.rules.js';

export interface IssueCapitalCall {
  readonly fundId: string;
  readonly amountWon: Won;
  readonly purpose: string;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface IssuedCapitalCall {
  readonly id: string;
  readonly number: number;
  readonly shares: readonly PlannedShare[];
}

export interface ReceiveCapital {
  readonly callId: string;
  readonly partnerId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
  readonly note: string | null;
}

export interface ReceivedCapital {
  readonly id: string;
  readonly unpaidWon: Won;
  readonly overdueInterestWon: Won;
}

@Injectable()
export class CapitalCallService {
  constructor(private readonly ledger: Ledger) {}

  /** `capital-call.issue`: asks every partner for their share. In a dry run: the shares and verdicts. */
  readonly issue: Command<IssueCapitalCall, IssuedCapitalCall> = {
    name: 'capital-call.issue',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requireDates(input, fund.foundedOn, fund.lifeTo);
      const partners = await listPartners(tx, fund.id, EVERYTHING.asOf, EVERYTHING.knownBefore);
      const policies = await policiesInForce(tx, fundScopes(fund.id, fund.programmeId), context.today, EVERYTHING.knownBefore);
      const notice = policies.find(FUND_POLICIES.callNotice);
      context.judge([
        callStaysWithinCommitments(input.amountWon, partners),
        callGivesItsNotice(input.noticeOn, input.dueOn, policies.integer(FUND_POLICIES.callNotice, 0), holidayCalendar(), notice?.clause ?? ''),
      ]);
      const numbers: { next: number }[] = await tx.query('select coalesce(max(number), 0) + 1 as next from capital_call where fund_id = $1', [fund.id]);
      const call = { id: randomUUID(), number: numbers[0]?.next ?? 1 };
      const shares = context.blocked ? [] : splitCall(input.amountWon, partners);
      if (context.blocked) return { ...call, shares };
      const witness = { knownAt: context.now, commandId: context.commandId };
      await tx.insert(CapitalCallEntity, { ...call, ...witness, fundId: fund.id, purpose: input.purpose, noticeOn: input.noticeOn, dueOn: input.dueOn });
      await tx.insert(CapitalCallShareEntity, shares.map(({ partnerId, amountWon }) => ({ callId: call.id, partnerId, amountWon })));
      await this.ledger.post(tx, context, [capitalCallIssued(fund.id, { ...call, shares }, { effectiveOn: input.noticeOn, knownAt: context.now, history: false })]);
      context.announce('fund.changed', { fundId: fund.id });
      return { ...call, shares };
    },
  };

  /** `capital-call.receive`: money of one partner arrived for one call. More than is still unpaid is refused. */
  readonly receive: Command<ReceiveCapital, ReceivedCapital> = {
    name: 'capital-call.receive',
    execute: async (tx, context, input) => {
      const fundId = (await getCall(tx, input.callId, EVERYTHING)).fundId;
      await lockFund(tx, fundId);
      const fund = await getFund(tx, fundId);
      const call = await getCall(tx, input.callId, EVERYTHING);
      const share = requireShare(call.shares, input);
      if (input.valueOn > context.today) {
        throw invalidField('/valueOn', 'capital-call.not-received-yet', { ko: '입금일이 오늘보다 뒤입니다.', en: 'The value date lies in the future.' });
      }
      if (input.valueOn < fund.foundedOn) throw outsideLife('/valueOn', fund.foundedOn, fund.lifeTo);
      const unpaidBefore = unpaidOf(share);
      if (input.amountWon > unpaidBefore) {
        throw invalidField('/amountWon', 'capital-call.more-than-unpaid', {
          ko: `이 조합원의 미납액은 ${formatWon(unpaidBefore)}원입니다. 초과 입금분은 반환 대상인지 확인해 주세요.`,
          en: `This partner still owes ${formatWon(unpaidBefore)} won. Check whether the rest must go back.`,
        });
      }
      const id = randomUUID();
      await tx.insert(CapitalReceiptEntity, { ...input, id, knownAt: context.now, commandId: context.commandId });
      const receipt = { id, callNumber: call.number, partnerId: share.partnerId, partner: share.partner, amountWon: input.amountWon };
      await this.ledger.post(tx, context, [capitalCallPaid(fund.id, receipt, { effectiveOn: input.valueOn, knownAt: context.now, history: false })]);
      context.announce('fund.changed', { fundId });
      const policies = await policiesInForce(tx, fundScopes(fund.id, fund.programmeId), input.valueOn, EVERYTHING.knownBefore);
      const rate = basisPoints(policies.integer(FUND_POLICIES.overdueRate, 0));
      return { id, unpaidWon: won(unpaidBefore - input.amountWon), overdueInterestWon: overdueInterest(input.amountWon, call.dueOn, input.valueOn, rate) };
    },
  };
}

/** What of a share has not come yet, in won. */
export function unpaidOf(share: CallShareRow): Won {
  return won(share.receipts.reduce((rest, receipt) => rest - BigInt(receipt.amountWon), BigInt(share.calledWon)));
}

function requireShare(shares: readonly CallShareRow[], input: ReceiveCapital): CallShareRow {
  const share = shares.find((each) => each.partnerId === input.partnerId);
  if (share !== undefined) return share;
  throw invalidField('/partnerId', 'capital-call.not-a-partner', {
    ko: '이 출자요청의 대상 조합원이 아닙니다.',
    en: 'This partner was not asked by this call.',
  });
}

function requireDates(input: IssueCapitalCall, foundedOn: LocalDate, lifeTo: LocalDate): void {
  if (input.dueOn < input.noticeOn) {
    throw invalidField('/dueOn', 'capital-call.due-before-notice', { ko: '납입기한은 통지일 이후여야 합니다.', en: 'The due date must not be before the notice.' });
  }
  if (input.noticeOn < foundedOn || input.dueOn > lifeTo) {
    throw outsideLife(input.noticeOn < foundedOn ? '/noticeOn' : '/dueOn', foundedOn, lifeTo);
  }
}

function outsideLife(pointer: string, foundedOn: LocalDate, lifeTo: LocalDate): DomainError {
  return invalidField(pointer, 'capital-call.outside-fund-life', {
    ko: `조합 존속기간(${foundedOn} ~ ${lifeTo}) 안의 날짜여야 합니다.`,
    en: `The date must lie within the life of the fund (${foundedOn} to ${lifeTo}).`,
  });
}
