import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { stepOf } from '#libs/life';
import { formatWon, won, ZERO_WON, type Won } from '#libs/money';
import { businessStatusOn } from '#libs/party';
import { insertPayables, withdrawPayable } from '#libs/payment';
import type { Agreement } from '../agreement/agreement.js';
import { getAgreement, lockAgreements, sourcePlanOf } from '../agreement/agreement.query.js';
import { institutionIsInBusiness } from '../agreement/agreement.rules.js';
import { fundingOf } from '../agreement/conclusion.query.js';
import { governmentByYear } from '../agreement/plan/plan.js';
import { moneyOfAgreement } from '../agreement/standing/agreement-money.query.js';
import { requireOpenForMoney } from '../agreement/standing/final-stage.query.js';
import { callBook } from '../call/call.charts.js';
import { getCall } from '../call/call.query.js';
import { requireOwnCommand } from '../call/pool/pool.rules.js';
import { payableDetail, TRANCHE_PAYABLE, TRANCHE_VOIDED, trancheDecided, trancheVoided, type TrancheMoney } from './tranche.posting.js';
import { getTranche, tranchesOf } from './tranche.query.js';
import { paymentsOfTranches } from './desk/tranche-payment.query.js';
import { judgeTranche, openByYear } from './tranche.rules.js';
import { insertConditionMet, insertTranches, recordTrancheEvents, type ConditionConfirmation } from './tranche.store.js';
import { TRANCHE_LIFE, type Tranche, type TrancheEvent, type PlannedTranche } from './tranche.js';

export interface PlanTranches {
  readonly agreementId: string;
  readonly tranches: readonly PlannedTranche[];
}

export interface StepOfTranche {
  readonly trancheId: string;
  readonly reason: string | null;
}

export interface DecideTranche {
  readonly trancheId: string;
  /** What is decided, as it was asked for: decides who signs. */
  readonly amountWon: Won;
  /** Not paid before. */
  readonly payFrom: LocalDate;
}

/** A tranche before and after a step, and what was posted. */
export interface SteppedTranche {
  readonly trancheId: string;
  readonly committedBeforeWon: Won;
  readonly committedAfterWon: Won;
  readonly entries: readonly PostedEntry[];
}

/** Money that goes to an institution, from the plan to the decision; the payment is the business of payment runs. */
@Injectable()
export class TrancheService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-tranche.plan`: the plan of what is not asked for yet, laid anew as a whole. */
  readonly plan: Command<PlanTranches, { readonly agreementId: string }> = {
    name: 'grant-tranche.plan',
    execute: async (tx, context, { agreementId, tranches }) => {
      const agreement = await lockedAgreement(tx, agreementId);
      requirePaying(agreement);
      const standing = await tranchesOf(tx, [agreementId]);
      const open = openByYear(governmentByYear(await sourcePlanOf(tx, agreement.versionId)), standing);
      requireWithinPlan(tranches, open);
      await recordTrancheEvents(tx, context, standing.filter(({ state }) => state === 'PLANNED').map(({ id }) => id), 'drop', '지급계획 변경');
      await insertTranches(tx, context, agreementId, tranches);
      context.announce('grant.changed', { callId: agreement.callId });
      return { agreementId };
    },
  };

  /** `grant-tranche.confirm`: a milestone was accepted, or a report handed in. What the books tell needs nobody's word. */
  readonly confirm: Command<ConditionConfirmation, { readonly trancheId: string }> = {
    name: 'grant-tranche.confirm',
    execute: async (tx, context, input) => {
      const tranche = await getTranche(tx, input.trancheId);
      const { callId } = await lockedAgreement(tx, tranche.agreementId);
      const asked = (await getTranche(tx, input.trancheId)).conditions.find(({ position }) => position === input.position);
      if (asked === undefined || (asked.condition.kind !== 'MILESTONE' && asked.condition.kind !== 'REPORT')) {
        throw invalidField('/position', 'grant-tranche.nothing-to-confirm', { ko: '확인할 조건이 아닙니다. 마일스톤이나 보고서 조건을 골라 주세요. 입금·집행 조건은 장부가 판단합니다.', en: 'This is no condition to confirm. Choose a milestone or a report; of money the books tell.' });
      }
      if (asked.met !== null) throw new DomainError('conflict', 'grant-tranche.confirmed-already', { ko: `이미 ${asked.met.metOn}에 확인한 조건입니다.`, en: `This condition was confirmed on ${asked.met.metOn} already.` });
      if (input.metOn > context.today) throw invalidField('/metOn', 'grant-tranche.not-met-yet', { ko: '확인일이 오늘보다 뒤입니다.', en: 'The day of the confirmation lies in the future.' });
      await insertConditionMet(tx, context, input);
      context.announce('grant.changed', { callId });
      return { trancheId: tranche.id };
    },
  };

  /** `grant-tranche.request`: the institution asks for the money; every condition is judged, and what is missing is noted, not refused. */
  readonly request: Command<StepOfTranche, SteppedTranche> = {
    name: 'grant-tranche.request',
    execute: async (tx, context, { trancheId, reason }) => {
      const { tranche, agreement } = await openTranche(tx, trancheId);
      await requireOwnDecision(tx, context, agreement);
      requireStep(tranche, 'request');
      requirePaying(agreement);
      await requireOpenForMoney(tx, agreement.id);
      context.judge((await verdictsOf(tx, context, tranche, agreement)).map(asRemark));
      await recordTrancheEvents(tx, context, [trancheId], 'request', reason);
      return this.stepped(tx, context, tranche, agreement, []);
    },
  };

  /** `grant-tranche.send-back`: what was asked for cannot be paid as it is. */
  readonly sendBack: Command<StepOfTranche, SteppedTranche> = {
    name: 'grant-tranche.send-back',
    execute: async (tx, context, { trancheId, reason }) => {
      const { tranche, agreement } = await openTranche(tx, trancheId);
      requireStep(tranche, 'send-back');
      await recordTrancheEvents(tx, context, [trancheId], 'send-back', reason);
      return this.stepped(tx, context, tranche, agreement, []);
    },
  };

  /** `grant-tranche.decide`: it will be paid: what was committed is owed, and a payment run can take it. By another person than who asked. */
  readonly decide: Command<DecideTranche, SteppedTranche> = {
    name: 'grant-tranche.decide',
    execute: async (tx, context, { trancheId, amountWon, payFrom }) => {
      const { tranche, agreement } = await openTranche(tx, trancheId);
      await requireOwnDecision(tx, context, agreement);
      requireStep(tranche, 'decide');
      await requireOpenForMoney(tx, agreement.id);
      if (amountWon !== tranche.amountWon) throw invalidField('/amountWon', 'grant-tranche.another-amount', { ko: `신청한 금액은 ${formatWon(tranche.amountWon)}원입니다. 금액을 바꾸려면 반려하고 지급계획을 고쳐 주세요.`, en: `${formatWon(tranche.amountWon)} won were asked for. To pay another amount, send it back and change the plan.` });
      context.judge(await verdictsOf(tx, context, tranche, agreement));
      if (context.blocked) return this.stepped(tx, context, tranche, agreement, []);
      await recordTrancheEvents(tx, context, [trancheId], 'decide');
      const money = await this.moneyOf(tx, context, tranche, agreement);
      await insertPayables(tx, context, [
        { book: callBook(agreement.callId), kind: TRANCHE_PAYABLE, subjectId: trancheId, payeeId: agreement.partyId, purpose: money.memo, amountWon, dueOn: payFrom, detail: payableDetail(money) },
      ]);
      return this.stepped(tx, context, tranche, agreement, await this.ledger.post(tx, context, [trancheDecided(money)]));
    },
  };

  /** `grant-tranche.void`: a decision that no run has taken yet is taken back; the money is committed again. */
  readonly void: Command<StepOfTranche, SteppedTranche> = {
    name: 'grant-tranche.void',
    execute: async (tx, context, { trancheId, reason }) => {
      const { tranche, agreement } = await openTranche(tx, trancheId);
      await requireOwnDecision(tx, context, agreement);
      requireStep(tranche, 'void');
      await requireNothingSetOff(tx, trancheId);
      await withdrawPayable(tx, context, TRANCHE_PAYABLE, trancheId, reason ?? '지급결정 취소');
      await recordTrancheEvents(tx, context, [trancheId], 'void', reason);
      const money = await this.moneyOf(tx, context, tranche, agreement);
      return this.stepped(tx, context, tranche, agreement, await this.ledger.post(tx, context, [trancheVoided(money)]));
    },
  };

  private async moneyOf(tx: Tx, context: CommandContext, { id, fiscalYear, amountWon, label, number }: Tranche, agreement: Agreement): Promise<TrancheMoney> {
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(agreement.callId), context.today);
    return { callId: agreement.callId, agreementId: agreement.id, trancheId: id, fiscalYear, amountWon, effectiveOn, memo: `${agreement.number} ${label}(${number}회차)` };
  }

  private async stepped(tx: Tx, context: CommandContext, { id, amountWon }: Tranche, { id: agreementId, callId }: Agreement, entries: readonly PostedEntry[]): Promise<SteppedTranche> {
    const { committedWon } = await moneyOfAgreement(tx, agreementId);
    const moved = entries.length === 0 ? 0n : entries[0]?.posting === TRANCHE_VOIDED.code ? amountWon : -amountWon;
    context.announce('grant.changed', { callId });
    return { trancheId: id, committedBeforeWon: won(committedWon - moved), committedAfterWon: committedWon, entries };
  }
}

async function lockedAgreement(tx: Tx, agreementId: string): Promise<Agreement> {
  await getAgreement(tx, agreementId);
  await lockAgreements(tx, [agreementId]);
  return getAgreement(tx, agreementId);
}

/** A tranche whose agreement nobody else changes or spends on until the transaction ends. */
async function openTranche(tx: Tx, trancheId: string): Promise<{ readonly tranche: Tranche; readonly agreement: Agreement }> {
  const { agreementId } = await getTranche(tx, trancheId);
  const agreement = await lockedAgreement(tx, agreementId);
  return { tranche: await getTranche(tx, trancheId), agreement };
}

/** What the rules say of a tranche today. */
export async function verdictsOf(tx: Tx, context: Pick<CommandContext, 'today'>, tranche: Tranche, agreement: Agreement): Promise<Verdict[]> {
  const funding = (await fundingOf(tx, agreement.id)).find(({ fiscalYear }) => fiscalYear === tranche.fiscalYear);
  const facts = { state: agreement.state, money: await moneyOfAgreement(tx, agreement.id), fundedWon: funding?.fundedWon ?? ZERO_WON, decidedWon: funding?.decidedWon ?? ZERO_WON };
  const status = (await businessStatusOn(tx, [agreement.partyId], context.today)).get(agreement.partyId);
  return [...judgeTranche(tranche, facts), institutionIsInBusiness(agreement.partyName, status)];
}

/** What is paid of a pool is released there. */
const requireOwnDecision = async (tx: Tx, { command }: CommandContext, { callId }: Agreement): Promise<void> => requireOwnCommand(await getCall(tx, callId), command);

const asRemark = (verdict: Verdict): Verdict => (verdict.result === 'BLOCK' ? { ...verdict, result: 'WARN' } : verdict);

function requireStep(tranche: Tranche, event: TrancheEvent): void {
  const step = stepOf(TRANCHE_LIFE, tranche.state, event);
  if (!step.allowed) throw new DomainError('conflict', 'grant-tranche.not-in-this-state', step.reason, { details: { state: tranche.state, event } });
}

async function requireNothingSetOff(tx: Tx, trancheId: string): Promise<void> {
  const payments = await paymentsOfTranches(tx, [trancheId]);
  if (payments.every(({ setOffWon }) => setOffWon === '0')) return;
  throw new DomainError('conflict', 'grant-tranche.set-off', { ko: '일부를 회수금과 상계한 지급결정은 취소할 수 없습니다. 남은 금액을 지급해 주세요.', en: 'A part of it was set off against a recovery, so the decision stands. Pay what is left.' });
}

function requirePaying({ state }: Agreement): void {
  if (state === 'ACTIVE' || state === 'COMPLETED') return;
  throw new DomainError('conflict', 'grant-tranche.agreement-not-open', { ko: '지급정지되었거나 끝난 협약입니다. 정지를 해제한 뒤 지급을 신청해 주세요.', en: 'The agreement is suspended or ended. Resume it before asking for money.' });
}

function requireWithinPlan(tranches: readonly PlannedTranche[], open: ReadonlyMap<number, Won>): void {
  const left = new Map<number, bigint>(open);
  const faults = tranches.flatMap(({ fiscalYear, amountWon }, index) => {
    const has = left.get(fiscalYear) ?? 0n;
    left.set(fiscalYear, has - amountWon);
    if (amountWon <= has) return [];
    const openWon = open.get(fiscalYear) ?? ZERO_WON;
    return [
      {
        pointer: `/tranches/${index}/amountWon`,
        code: 'grant-tranche.beyond-the-plan',
        text: { ko: `${fiscalYear}년에 나누어 지급할 수 있는 정부지원금은 ${formatWon(openWon)}원입니다. 합계를 그 안으로 줄여 주세요.`, en: `${formatWon(openWon)} won of the government are left to be parted in ${fiscalYear}. Keep the sum within it.` },
      },
    ];
  });
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}
