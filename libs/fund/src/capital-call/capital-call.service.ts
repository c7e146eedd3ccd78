import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { won, type Won } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { accountOn } from '../custodian/account/custodian-account.query.js';
import { FUND_POLICIES, fundScopes } from '../fund/fund.policy.js';
import { EVERYTHING, getFund, listPartners, lockFund } from '../fund/fund.query.js';
import { fundIsNotDissolved } from '../life/life.rules.js';
import { termsOfCall } from '../overdue/overdue.query.js';
import type { CallKind, CallPurpose } from './capital-call.js';
import { CapitalCallDetailEntity } from './capital-call-detail.entity.js';
import { CapitalCallEntity } from './capital-call.entity.js';
import { CapitalCallShareEntity } from './capital-call-share.entity.js';
import { capitalCallIssued, capitalCallPaid } from './capital-call.posting.js';
import { getCall } from './capital-call.query.js';
import { CapitalReceiptEntity } from './receipt/capital-receipt.entity.js';
import { callGivesItsNotice, callStaysWithinCommitments, dueDateIsABusinessDay, lumpSumCallsEverything, overdueInterest, splitCall, type PlannedShare } from './capital-call.rules.js';
import { outsideLife, requireShare, requireValueDate, unpaidAfter } from './receipt/receipt.rules.js';

export interface IssueCapitalCall {
  readonly fundId: string;
  readonly amountWon: Won;
  /** On demand where nothing is said. */
  readonly kind?: CallKind;
  /** Investments where nothing is said. */
  readonly purposeCode?: CallPurpose;
  readonly purpose: string;
  readonly contact?: string | null;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface IssuedCapitalCall {
  readonly id: string;
  readonly number: number;
  readonly shares: readonly PlannedShare[];
  readonly postings: readonly PostedEntry[];
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
  readonly postings: readonly PostedEntry[];
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
      fundIsNotDissolved(fund, input.noticeOn, '/noticeOn');
      const partners = (await listPartners(tx, fund.id, EVERYTHING.asOf, EVERYTHING.knownBefore)).map(({ calledWon, recalledWon, ...partner }) => ({ ...partner, calledWon: won(calledWon - recalledWon) }));
      const policies = await policiesInForce(tx, fundScopes(fund.id, fund.programmeId), context.today, EVERYTHING.knownBefore);
      context.judge([
        callStaysWithinCommitments(input.amountWon, partners),
        callGivesItsNotice(input.noticeOn, input.dueOn, policies.integer(FUND_POLICIES.callNotice, 0), holidayCalendar(), policies.find(FUND_POLICIES.callNotice)?.clause ?? ''),
        dueDateIsABusinessDay(input.dueOn, holidayCalendar()),
        ...(input.kind === 'LUMP_SUM' ? [lumpSumCallsEverything(input.amountWon, partners)] : []),
      ]);
      const call = { id: randomUUID(), number: await nextNumber(tx, fund.id) };
      if (context.blocked) return { ...call, shares: [], postings: [] };
      const shares = splitCall(input.amountWon, partners);
      await this.store(tx, context, input, { ...call, shares });
      const postings = await this.ledger.post(tx, context, [capitalCallIssued(fund.id, { ...call, shares }, { effectiveOn: input.noticeOn, knownAt: context.now, history: false })]);
      context.announce('fund.changed', { fundId: fund.id });
      return { ...call, shares, postings };
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
      const share = requireShare(call, input.partnerId);
      requireValueDate(input.valueOn, fund, context.today);
      const unpaidWon = unpaidAfter(share, input.amountWon);
      const id = randomUUID();
      await tx.insert(CapitalReceiptEntity, { ...input, id, knownAt: context.now, commandId: context.commandId });
      const receipt = { id, callNumber: call.number, partnerId: share.partnerId, partner: share.partner, amountWon: input.amountWon };
      const postings = await this.ledger.post(tx, context, [capitalCallPaid(fund.id, receipt, { effectiveOn: input.valueOn, knownAt: context.now, history: false })]);
      context.announce('fund.changed', { fundId });
      const { rate } = await termsOfCall(tx, fund, call, EVERYTHING);
      return { id, unpaidWon, overdueInterestWon: overdueInterest(input.amountWon, call.dueOn, input.valueOn, rate), postings };
    },
  };

  private async store(tx: Tx, context: CommandContext, input: IssueCapitalCall, call: Pick<IssuedCapitalCall, 'id' | 'number' | 'shares'>): Promise<void> {
    const { fundId, purpose, noticeOn, dueOn, kind = 'ON_DEMAND', purposeCode = 'INVESTMENT', contact = null } = input;
    const witness = { knownAt: context.now, commandId: context.commandId };
    await tx.insert(CapitalCallEntity, { id: call.id, number: call.number, fundId, purpose, noticeOn, dueOn, ...witness });
    await tx.insert(CapitalCallShareEntity, call.shares.map(({ partnerId, amountWon }) => ({ callId: call.id, partnerId, amountWon })));
    const accountId = (await accountOn(tx, fundId, dueOn))?.id ?? null;
    await tx.insert(CapitalCallDetailEntity, { callId: call.id, kind, purposeCode, contact, accountId, ...witness });
  }
}

async function nextNumber(tx: Tx, fundId: string): Promise<number> {
  const rows: { next: number }[] = await tx.query('select coalesce(max(number), 0) + 1 as next from capital_call where fund_id = $1', [fundId]);
  return rows[0]?.next ?? 1;
}

function requireDates(input: IssueCapitalCall, foundedOn: LocalDate, lifeTo: LocalDate): void {
  if (input.dueOn < input.noticeOn) {
    throw invalidField('/dueOn', 'capital-call.due-before-notice', { ko: '납입기한은 통지일 이후여야 합니다.', en: 'The due date must not be before the notice.' });
  }
  if (input.noticeOn < foundedOn || input.dueOn > lifeTo) {
    throw outsideLife(input.noticeOn < foundedOn ? '/noticeOn' : '/dueOn', foundedOn, lifeTo);
  }
}
