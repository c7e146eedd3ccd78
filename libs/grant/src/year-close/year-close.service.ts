import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { balanceOf, Ledger, type PostedEntry } from '#libs/ledger';
import { sumWon, won, type Won } from '#libs/money';
import { commitmentReleased } from '../agreement/agreement.posting.js';
import { lockAgreements } from '../agreement/agreement.query.js';
import { insertFunding } from '../agreement/agreement.store.js';
import { closedYears } from '../agreement/conclusion.query.js';
import { budgetDecided } from '../budget/budget.posting.js';
import { insertBudget } from '../budget/budget.store.js';
import { AVAILABLE, callBook, grantAccount } from '../call/call.charts.js';
import { getCall, lockCall } from '../call/call.query.js';
import { orderCancelled, orderLapsed } from '../service-order/service-order.posting.js';
import type { OrderCarryOver, OrderPlan } from './order-carry/order-carry.js';
import { lockDebtsOfOrders, openOrders } from './order-carry/order-carry.query.js';
import { noCertifiedOrderLapses, planOrders } from './order-carry/order-carry.rules.js';
import { recordOrders } from './order-carry/order-carry.store.js';
import { budgetForwarded, budgetLapsed, commitmentsCarriedOver, type YearEnd } from './year-close.posting.js';
import { openCommitments } from './year-close.query.js';
import { accidentIsNotCarriedTwice, nothingDecidedLapses, planYearEnd, sumsOf, yearIsOver, type YearEndPlan } from './year-close.rules.js';
import type { CarryOver } from './year-close.js';

export interface CloseGrantYear {
  readonly callId: string;
  readonly fiscalYear: number;
  /** What becomes of budget that no agreement took. */
  readonly unagreed: 'LAPSE' | 'FORWARD';
  readonly carryOvers: readonly CarryOver[];
  /** Absent in what was asked for before orders were carried over. */
  readonly orderCarryOvers?: readonly OrderCarryOver[];
  readonly clause: string;
}

export interface ClosedGrantYear {
  readonly lapsedWon: Won;
  readonly forwardedWon: Won;
  readonly carriedWon: Won;
  readonly entries: readonly PostedEntry[];
}

@Injectable()
export class GrantYearService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `grant-year.close`: commitments that are not paid are carried over (명시·사고이월, 국가재정법 제48조) or given up; budget that no
   * agreement took lapses or goes on to the next year as a decision of its own. So are orders of laboratories: one that is not carried
   * over is cancelled, unless its certificate is there. What an institution has not spent needs no
   * carry-over: its lines run through the whole stage.
   */
  readonly close: Command<CloseGrantYear, ClosedGrantYear> = {
    name: 'grant-year.close',
    execute: async (tx, context, { callId, fiscalYear, unagreed, carryOvers, orderCarryOvers = [], clause }) => {
      await lockCall(tx, callId);
      await getCall(tx, callId);
      if ((await closedYears(tx, callId)).has(fiscalYear)) throw new DomainError('conflict', 'grant-year.closed-already', { ko: `${fiscalYear}년은 이미 마감되었습니다.`, en: `${fiscalYear} is closed already.` });
      await lockAgreements(tx, (await openCommitments(tx, callId, fiscalYear)).map(({ agreementId }) => agreementId));
      await lockDebtsOfOrders(tx, (await openOrders(tx, callId, fiscalYear)).map(({ orderId }) => orderId));
      const plan = { ...planYearEnd(await openCommitments(tx, callId, fiscalYear), carryOvers), orders: planOrders(await openOrders(tx, callId, fiscalYear), orderCarryOvers) };
      context.judge([yearIsOver(fiscalYear, context.today), accidentIsNotCarriedTwice([...plan.carried, ...plan.orders.carried]), nothingDecidedLapses(plan.lapsing), noCertifiedOrderLapses(plan.orders.lapsing)]);
      const sums = sumsOf(plan, fiscalYear);
      const restWon = won((await balanceOf(tx, grantAccount(AVAILABLE, callId, String(fiscalYear)).key)) + sums.freedOfYearWon);
      const forwardedWon = unagreed === 'FORWARD' ? restWon : won(0n);
      const lapsedWon = sumWon([won(sums.lapsedWon - sums.freedOfYearWon), won(restWon - forwardedWon)]);
      const answer = { lapsedWon, forwardedWon, carriedWon: sums.carriedWon };
      if (context.blocked) return { ...answer, entries: [] };
      const end = { callId, fiscalYear, effectiveOn: await this.ledger.bookableDay(tx, callBook(callId), localDate(`${fiscalYear}-12-31`)), memo: `${fiscalYear}년 마감 ${clause}` };
      await recordClose(tx, context, plan, { ...answer, callId, fiscalYear, clause });
      const entries = await this.ledger.post(tx, context, [
        ...releasesOf(plan, end),
        ...orderReleasesOf(plan.orders, end),
        ...[...sums.freedBeforeWon].map(([year, amountWon]) => budgetLapsed({ ...end, fiscalYear: year }, amountWon)),
        ...[...sums.newlyCarriedWon].map(([year, amountWon]) => commitmentsCarriedOver({ ...end, fiscalYear: year }, amountWon)),
        ...(restWon === 0n ? [] : [unagreed === 'FORWARD' ? budgetForwarded(end, restWon) : budgetLapsed(end, restWon)]),
        ...(await this.received(tx, context, end, forwardedWon, clause)),
      ]);
      context.announce('grant.changed', { callId });
      return { ...answer, entries };
    },
  };

  /** What the next year receives of the budget that no agreement took. */
  private async received(tx: Tx, context: CommandContext, { callId, fiscalYear }: YearEnd, amountWon: Won, clause: string): Promise<readonly JournalEntry[]> {
    if (amountWon === 0n) return [];
    const decision = { id: randomUUID(), callId, fiscalYear: fiscalYear + 1, stage: 'CARRIED_FORWARD' as const, amountWon, decidedOn: localDate(`${fiscalYear + 1}-01-01`), clause };
    await insertBudget(tx, context, decision);
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), decision.decidedOn);
    return [budgetDecided({ ...decision, effectiveOn, memo: `${fiscalYear}년에서 이월 ${clause}` })];
  }
}

/** Commitments given up: of the year itself to what is available, of earlier years back to nobody. */
const releasesOf = (plan: YearEndPlan, { callId, fiscalYear, effectiveOn, memo }: YearEnd): JournalEntry[] =>
  plan.lapsing
    .filter(({ lapsedWon }) => lapsedWon > 0n)
    .map((each) => commitmentReleased({ callId, agreementId: each.agreementId, effectiveOn, memo }, { fiscalYear: each.fiscalYear, closed: each.fiscalYear < fiscalYear }, each.lapsedWon));

/** Orders given up: what was never carried over to what is available of its year, what was back to nobody. */
const orderReleasesOf = ({ lapsing }: OrderPlan, { callId, effectiveOn, memo }: YearEnd): JournalEntry[] =>
  lapsing.map(({ orderId, fiscalYear, carriedBefore, openWon }) => (carriedBefore ? orderLapsed : orderCancelled)({ callId, orderId, fiscalYear, effectiveOn, memo }, openWon));

async function recordClose(tx: Tx, context: CommandContext, plan: YearEndPlan & { readonly orders: OrderPlan }, close: Omit<ClosedGrantYear, 'entries'> & { readonly callId: string; readonly fiscalYear: number; readonly clause: string }): Promise<void> {
  const witness = [context.now, context.commandId];
  await recordOrders(tx, context, plan.orders, close.fiscalYear);
  for (const { agreementId, fiscalYear, lapsedWon } of plan.lapsing) await insertFunding(tx, context, agreementId, [{ fiscalYear, amountWon: -lapsedWon }], `${close.fiscalYear}년 불용`);
  await tx.query(
    `insert into grant_carry_over (id, agreement_id, fiscal_year, from_year, kind, amount_won, reason, clause, known_at, command_id)
     select gen_random_uuid(), c."agreementId", c."fiscalYear", $2, c.kind, c."amountWon", c.reason, c.clause, $3, $4
       from jsonb_to_recordset($1::jsonb) as c ("agreementId" uuid, "fiscalYear" smallint, kind text, "amountWon" bigint, reason text, clause text)`,
    [JSON.stringify(plan.carried.map(({ commitment, ...each }) => ({ ...each, amountWon: commitment.openWon.toString() }))), close.fiscalYear, ...witness],
  );
  await tx.query('insert into grant_year_close (call_id, fiscal_year, closed_on, lapsed_won, forwarded_won, carried_won, clause, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[close.callId, close.fiscalYear, context.today],
    ...[close.lapsedWon, close.forwardedWon, close.carriedWon].map(String),
    close.clause,
    ...witness,
  ]);
}
