import { Injectable } from '@nestjs/common';
import { type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { stepOf } from '#libs/life';
import { formatWon, won, type Won } from '#libs/money';
import { businessStatusOn, ensureParties, type PartyDraft } from '#libs/party';
import { insertPayables } from '#libs/payment';
import { getAgreement } from '../agreement/agreement.query.js';
import { closedYears } from '../agreement/conclusion.query.js';
import { callBook } from '../call/call.charts.js';
import { getCall, lockCall, policiesOfCall } from '../call/call.query.js';
import { fiscalYearOf } from '../call/call.js';
import { accreditationsOf } from './lab/lab.query.js';
import { SERVICE_ORDER_LIFE, type OrderEvent, type OrderResult, type OrderState, type ServiceOrder } from './service-order.js';
import { orderTerms, splitFee } from './service-order.policy.js';
import { orderAccepted, orderApproved, orderCancelled, orderDetail, orderLapsed, SERVICE_ORDER_PAYABLE } from './service-order.posting.js';
import { getOrder, lockOrder } from './service-order.query.js';
import { isInBusiness, labIsAccredited } from './service-order.rules.js';
import { insertOrder, insertStep, type NewOrder } from './service-order.store.js';

export interface RequestOrder extends Omit<NewOrder, 'companyId' | 'fiscalYear' | 'governmentWon' | 'companyWon'> {
  readonly company: PartyDraft;
}

export interface OrderDeed {
  readonly orderId: string;
  readonly on: LocalDate;
}

export interface EndOrder extends OrderDeed {
  readonly reason: string;
}

export interface CertifyOrder extends OrderDeed {
  readonly certificate: string;
  readonly result: OrderResult;
  /** When the company paid its part to the laboratory; null where it bears none or has not yet. */
  readonly companyPaidOn: LocalDate | null;
  readonly documentId: string | null;
}

export interface ApproveOrder {
  readonly orderId: string;
  /** The government's part, as the order says. */
  readonly amountWon: Won;
  readonly payOn: LocalDate;
}

export interface RequestedOrder {
  readonly id: string;
  readonly number: string;
  readonly governmentWon: string;
  readonly companyWon: string;
}

export interface MovedOrder {
  readonly id: string;
  readonly before: OrderState;
  readonly after: OrderState;
  readonly entries: readonly PostedEntry[];
}

/** What companies have evaluated and tested, and what of it the government pays. */
@Injectable()
export class ServiceOrderService {
  constructor(private readonly ledger: Ledger) {}

  /** `service-order.request`: a company asks a laboratory; who pays how much is settled by the terms of the call on that day. */
  readonly request: Command<RequestOrder, RequestedOrder> = {
    name: 'service-order.request',
    execute: async (tx, context, { company, ...wanted }) => {
      const call = await getCall(tx, wanted.callId);
      notLater(wanted.requestedOn, context, '/requestedOn');
      await requireAgreement(tx, wanted.agreementId, call.id);
      const accreditations = await accreditationsOf(tx, wanted.labId);
      const lab = accreditations[0]?.name;
      if (lab === undefined) throw invalidField('/labId', 'service-order.lab-unknown', { ko: '등록되지 않은 수행기관입니다. 인정기관을 먼저 등록해 주세요.', en: 'No such laboratory is registered. Register it first.' });
      const companyId = [...(await ensureParties(tx, [company])).values()][0];
      invariant(companyId !== undefined, 'a party that was ensured has an id');
      const status = (await businessStatusOn(tx, [companyId], wanted.requestedOn)).get(companyId) ?? null;
      context.judge([labIsAccredited(lab, accreditations, wanted.kind, wanted.requestedOn), isInBusiness({ ko: '의뢰기업', en: 'company' }, company.name, status, wanted.requestedOn)]);
      const split = splitFee(wanted.feeWon, wanted.kind, orderTerms(await policiesOfCall(tx, call, wanted.requestedOn)));
      const { id, number } = await insertOrder(tx, context, { ...wanted, ...split, companyId, fiscalYear: fiscalYearOf(wanted.requestedOn) });
      context.announce('grant.changed', { callId: call.id });
      return { id, number, governmentWon: `${split.governmentWon}`, companyWon: `${split.companyWon}` };
    },
  };

  /** `service-order.accept`: the laboratory, accredited that day, takes it on; the government's part is taken from the budget. */
  readonly accept: Command<OrderDeed, MovedOrder> = {
    name: 'service-order.accept',
    execute: async (tx, context, { orderId, on }) => {
      const order = await this.open(tx, context, orderId, 'accept', on);
      await requireOpenYear(tx, order);
      context.judge([labIsAccredited(order.lab, await accreditationsOf(tx, order.labId), order.kind, on)]);
      if (context.blocked) return unmoved(order);
      await insertStep(tx, context, { orderId, event: 'accept', happenedOn: on });
      return this.moved(tx, context, order, on, '접수', orderAccepted);
    },
  };

  /** `service-order.decline`: the laboratory does not take it on; nothing was taken from the budget. */
  readonly decline: Command<EndOrder, MovedOrder> = {
    name: 'service-order.decline',
    execute: async (tx, context, { orderId, on, reason }) => {
      const order = await this.open(tx, context, orderId, 'decline', on);
      await insertStep(tx, context, { orderId, event: 'decline', happenedOn: on, reason });
      return this.moved(tx, context, order, on, '반려', null);
    },
  };

  /** `service-order.certify`: the certificate is there, by a laboratory accredited that day. */
  readonly certify: Command<CertifyOrder, MovedOrder> = {
    name: 'service-order.certify',
    execute: async (tx, context, { orderId, on, certificate, result, companyPaidOn, documentId }) => {
      const order = await this.open(tx, context, orderId, 'certify', on);
      if (companyPaidOn !== null) notLater(companyPaidOn, context, '/companyPaidOn');
      if (order.companyWon !== '0' && companyPaidOn === null) {
        throw invalidField('/companyPaidOn', 'service-order.company-pays', { ko: `기업부담금 ${formatWon(won(BigInt(order.companyWon)))}원을 낸 날을 적어 주세요.`, en: `Say when the company paid its ${formatWon(won(BigInt(order.companyWon)))} won.` });
      }
      await requireFile(tx, documentId, '/documentId');
      await requireNewCertificate(tx, certificate);
      context.judge([labIsAccredited(order.lab, await accreditationsOf(tx, order.labId), order.kind, on)]);
      if (context.blocked) return unmoved(order);
      await insertStep(tx, context, { orderId, event: 'certify', happenedOn: on, certificate, result, companyPaidOn, documentId });
      return this.moved(tx, context, order, on, '성적서', null);
    },
  };

  /** `service-order.approve`: the government's part is to be paid; a payment run does it. */
  readonly approve: Command<ApproveOrder, MovedOrder> = {
    name: 'service-order.approve',
    execute: async (tx, context, { orderId, amountWon, payOn }) => {
      const order = await this.open(tx, context, orderId, 'approve', context.today);
      requirePayment(order, amountWon, payOn);
      const statuses = await businessStatusOn(tx, [order.labId, order.companyId], context.today);
      context.judge([
        isInBusiness({ ko: '수행기관', en: 'laboratory' }, order.lab, statuses.get(order.labId) ?? null, context.today),
        isInBusiness({ ko: '의뢰기업', en: 'company' }, order.company, statuses.get(order.companyId) ?? null, context.today),
      ]);
      if (context.blocked) return unmoved(order);
      await insertStep(tx, context, { orderId, event: 'approve', happenedOn: context.today });
      const purpose = `${order.number} 성능평가·시험 수수료`;
      const debt = { book: callBook(order.callId), kind: SERVICE_ORDER_PAYABLE, subjectId: orderId, payeeId: order.labId, purpose, amountWon, dueOn: payOn, detail: orderDetail(order.fiscalYear) };
      if (amountWon > 0n) await insertPayables(tx, context, [debt]);
      return this.moved(tx, context, order, context.today, '지급결정', orderApproved);
    },
  };

  /** `service-order.cancel`: given up before the certificate; what was taken from the budget goes back, and what was carried over lapses. */
  readonly cancel: Command<EndOrder, MovedOrder> = {
    name: 'service-order.cancel',
    execute: async (tx, context, { orderId, on, reason }) => {
      const order = await this.open(tx, context, orderId, 'cancel', on);
      await insertStep(tx, context, { orderId, event: 'cancel', happenedOn: on, reason });
      return this.moved(tx, context, order, on, '취소', order.state === 'ACCEPTED' ? (order.carriedTo === null ? orderCancelled : orderLapsed) : null);
    },
  };

  /** An order that may take this step on this day and that nobody else moves until the transaction ends. */
  private async open(tx: Tx, context: CommandContext, orderId: string, event: OrderEvent, on: LocalDate): Promise<ServiceOrder> {
    await lockCall(tx, (await getOrder(tx, orderId)).callId);
    const order = await lockOrder(tx, orderId);
    const step = stepOf(SERVICE_ORDER_LIFE, order.state, event);
    if (!step.allowed) throw new DomainError('conflict', 'service-order.life', step.reason, { details: { state: order.state, event } });
    notLater(on, context, '/on');
    if (on < order.sinceOn) throw invalidField('/on', 'service-order.before-last-step', { ko: `앞 단계(${order.sinceOn})보다 빠른 날입니다.`, en: `That is before the last step, of ${order.sinceOn}.` });
    return order;
  }

  private async moved(tx: Tx, context: CommandContext, order: ServiceOrder, on: LocalDate, what: string, posting: typeof orderAccepted | null): Promise<MovedOrder> {
    const governmentWon = BigInt(order.governmentWon);
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(order.callId), on);
    const about = { callId: order.callId, orderId: order.id, fiscalYear: order.fiscalYear, effectiveOn, memo: `${what} ${order.number} ${order.company}` };
    const entries = posting === null || governmentWon === 0n ? [] : await this.ledger.post(tx, context, [posting(about, governmentWon)]);
    context.announce('grant.changed', { callId: order.callId });
    return { id: order.id, before: order.state, after: (await getOrder(tx, order.id)).state, entries };
  }
}

const unmoved = ({ id, state }: ServiceOrder): MovedOrder => ({ id, before: state, after: state, entries: [] });

function notLater(on: LocalDate, context: CommandContext, pointer: string): void {
  if (on > context.today) throw invalidField(pointer, 'service-order.in-future', { ko: '날짜가 오늘보다 뒤입니다.', en: 'That day lies in the future.' });
}

async function requireAgreement(tx: Tx, agreementId: string | null, callId: string): Promise<void> {
  if (agreementId === null || (await getAgreement(tx, agreementId)).callId === callId) return;
  throw invalidField('/agreementId', 'service-order.other-call', { ko: '다른 공고의 협약입니다.', en: 'That agreement belongs to another call.' });
}

async function requireNewCertificate(tx: Tx, certificate: string): Promise<void> {
  const used: unknown[] = await tx.query('select 1 from service_order_event where certificate = $1', [certificate]);
  if (used.length > 0) throw invalidField('/certificate', 'service-order.certificate-used', { ko: '다른 의뢰에 이미 등록한 성적서 번호입니다.', en: 'That certificate was used for another order.' });
}

/** What is paid is what the order says, in the fiscal year whose budget bears it. */
function requirePayment(order: ServiceOrder, amountWon: Won, payOn: LocalDate): void {
  const governmentWon = won(BigInt(order.governmentWon));
  if (amountWon !== governmentWon) throw invalidField('/amountWon', 'service-order.other-amount', { ko: `정부 부담분은 ${formatWon(governmentWon)}원입니다.`, en: `The government's part is ${formatWon(governmentWon)} won.` });
  const [first, last] = [order.fiscalYear, order.carriedTo ?? order.fiscalYear];
  if (fiscalYearOf(payOn) >= first && fiscalYearOf(payOn) <= last) return;
  const years = first === last ? `${first}` : `${first}~${last}`;
  throw invalidField('/payOn', 'service-order.other-year', { ko: `${first}년 예산으로 지급하는 의뢰입니다. ${years}년 안의 날을 적어 주세요.`, en: `The budget of ${first} bears it. Give a day of ${years}.` });
}

/** An order is accepted out of a budget that is still open: of a closed year nothing is left. */
async function requireOpenYear(tx: Tx, { callId, fiscalYear }: ServiceOrder): Promise<void> {
  if (!(await closedYears(tx, callId)).has(fiscalYear)) return;
  throw new DomainError('conflict', 'service-order.year-closed', { ko: `${fiscalYear} 회계연도는 마감되어 예산이 없습니다. 이 의뢰를 취소하고 올해 날짜로 다시 의뢰해 주세요.`, en: `The fiscal year ${fiscalYear} is closed and has no budget left. Cancel this order and request it anew.` });
}
