import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { maxWon, subtractWon, ZERO_WON, type Won } from '#libs/money';
import { isReissued } from '../change/change.js';
import type { ServiceFacts } from '../service/service-facts.query.js';
import { moneyOfVoucher, type VoucherMoney } from '../service/service-money.query.js';
import { openService } from '../service/service-opening.query.js';
import { captureReversed, passedOn, serviceRefunded, type ServiceMoney } from '../service/service.posting.js';
import { requireStepDay } from '../service/service.rules.js';
import { recordServiceEvents } from '../service/service.store.js';
import { yearBook } from '../year/year.charts.js';
import { forgetClaim } from '../payment/claim-debt.store.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { useTerms } from './claim.policy.js';
import { findTies, insertRefund } from './claim.store.js';
import { refundOfUse, type RefundRequest, type UseLots } from './refund.rules.js';

export interface RefundService {
  readonly serviceId: string;
  readonly refund: RefundRequest;
  /** The day on which the money came back. */
  readonly returnedOn: LocalDate;
  readonly reason: string;
}

export interface ReverseCapture {
  readonly serviceId: string;
  readonly reason: string;
}

/** What went back, and to where. */
export interface Returned {
  readonly id: string;
  readonly returned: UseLots;
  readonly before: VoucherMoney;
  readonly after: VoucherMoney;
  readonly entries: readonly PostedEntry[];
}

/** Money that was decided to be paid, or was paid, goes back lot by lot. */
@Injectable()
export class RefundingService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `service.refund`: a provider gives back what it was paid, in whole, in part, or by a credit note shared over the lots in which
   * it was paid. Public money returns to the voucher, or to the programme once the voucher has ended.
   */
  readonly refund: Command<RefundService, Returned> = {
    name: 'service.refund',
    execute: async (tx, context, { serviceId, refund: request, returnedOn, reason }) => {
      const service = await openService(tx, context, serviceId, 'refundPart');
      requireStepDay(returnedOn, service.sinceOn, context.today, '/returnedOn');
      const standing = standingLots(service);
      const { returned, left } = refundOfUse(standing, request);
      const whole = left.publicWon + left.selfWon + left.vatWon === 0n;
      const before = await moneyOfVoucher(tx, service.voucher.yearId, service.voucher.id);
      await insertRefund(tx, context, serviceId, returned, returnedOn, reason);
      await recordServiceEvents(tx, [{ context, serviceId, event: whole ? 'refundWhole' : 'refundPart', happenedOn: returnedOn, reason }]);
      const ownWon = subtractWon(ownStandingWon(service, standing), ownStandingWon(service, left));
      const effectiveOn = await this.ledger.bookableDay(tx, yearBook(service.voucher.yearId), returnedOn);
      const money = moneyOf(service, returned.publicWon, ownWon, effectiveOn, `환불 ${service.number}`);
      const year = await getYear(tx, service.voucher.yearId);
      // What was paid after the year's end came out of money carried over; what comes back after it can go nowhere else.
      const carried = year.closedOn !== null;
      const entries = [...(returned.publicWon + ownWon === 0n ? [] : [serviceRefunded(money, carried)]), ...(await this.onward(tx, service, money))];
      const posted = await this.ledger.post(tx, context, entries);
      context.announce('voucher.changed', { yearId: year.id });
      return { id: serviceId, returned, before, after: await moneyOfVoucher(tx, year.id, service.voucher.id), entries: posted };
    },
  };

  /** `service.reverse-capture`: a decision to pay is undone before the money has left; the service ends, and its money is free again. */
  readonly reverseCapture: Command<ReverseCapture, Returned> = {
    name: 'service.reverse-capture',
    execute: async (tx, context, { serviceId, reason }) => {
      const service = await openService(tx, context, serviceId, 'reverseCapture');
      const ties = await findTies(tx, serviceId);
      if (ties.run !== null) throw waitsInRun(ties.run);
      if (ties.setOff) throw wasSetOff();
      const { captured, claim, voucher } = service;
      invariant(captured !== null && claim !== null, 'what was captured has been claimed');
      const before = await moneyOfVoucher(tx, voucher.yearId, voucher.id);
      await recordServiceEvents(tx, [{ context, serviceId, event: 'reverseCapture', happenedOn: context.today, reason }]);
      const money = moneyOf(service, captured.publicWon, captured.ownWon, context.today, `지급결정 취소 ${service.number}`);
      const owed = captured.publicWon + captured.ownWon > 0n;
      if (owed) await forgetClaim(tx, context, serviceId, reason);
      const undone = owed ? [captureReversed(money)] : [];
      const entries = await this.ledger.post(tx, context, [...undone, ...(await this.onward(tx, service, money))]);
      context.announce('voucher.changed', { yearId: voucher.yearId });
      const returned = { publicWon: claim.governmentWon, selfWon: claim.selfWon, vatWon: claim.vatWon };
      return { id: serviceId, returned, before, after: await moneyOfVoucher(tx, voucher.yearId, voucher.id), entries };
    },
  };

  /** Where the voucher has ended, its money does not stay on it. */
  private async onward(tx: Tx, { voucher }: ServiceFacts, money: ServiceMoney): Promise<ReturnType<typeof passedOn>> {
    const year = await getYear(tx, voucher.yearId);
    const terms = useTerms(await policiesOfYear(tx, year, money.effectiveOn));
    return passedOn(voucher.state, money, isReissued(year, terms.ofTheYear, money.effectiveOn));
  }
}

function moneyOf(service: ServiceFacts, publicWon: Won, ownWon: Won, effectiveOn: LocalDate, memo: string): ServiceMoney {
  const { voucher, provider } = service;
  return { yearId: voucher.yearId, voucherId: voucher.id, serviceId: service.id, payeeId: provider.partyId, publicWon, ownWon, effectiveOn, memo };
}

/** What was paid for and has not come back. */
function standingLots({ claim, refunded }: ServiceFacts): UseLots {
  if (claim === null) throw invalidField('', 'refund.nothing-claimed', { ko: '청구된 금액이 없는 서비스입니다.', en: 'Nothing was claimed for this service.' });
  return {
    publicWon: subtractWon(claim.governmentWon, refunded.publicWon),
    selfWon: subtractWon(claim.selfWon, refunded.selfWon),
    vatWon: subtractWon(claim.vatWon, refunded.vatWon),
  };
}

/**
 * Of the company's share that stands, what lies in our books. Where it paid a part of its share directly, what comes back first is
 * taken for that which it had paid in.
 */
function ownStandingWon({ captured, claim }: ServiceFacts, { selfWon }: UseLots): Won {
  invariant(captured !== null && claim !== null, 'what was paid has been claimed and captured');
  return maxWon(ZERO_WON, subtractWon(selfWon, subtractWon(claim.selfWon, captured.ownWon)));
}

function waitsInRun(number: string): DomainError {
  return new DomainError('conflict', 'service.waits-in-run', {
    ko: `지급 묶음 ${number}에서 지급을 기다리고 있습니다. 그 묶음을 먼저 취소해 주세요.`,
    en: `It waits to be paid in the payment run ${number}. Void that run first.`,
  });
}

function wasSetOff(): DomainError {
  return new DomainError('conflict', 'service.set-off', {
    ko: '환수금과 상계된 서비스입니다. 상계는 지급과 같으므로 지급결정을 취소할 수 없습니다. 지급을 마친 뒤 환불로 기록해 주세요.',
    en: 'A clawback was set off against this service, which is as good as a payment. Complete the payment, and record a refund.',
  });
}
