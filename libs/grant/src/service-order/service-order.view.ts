import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { PaymentStanding } from '#libs/payment';
import type { MovedServiceOrderDto, ServiceOrderDto } from './service-order.dto.js';
import { ORDER_KIND_NAMES, SERVICE_ORDER_LIFE, type ServiceOrder } from './service-order.js';
import type { MovedOrder } from './service-order.service.js';

export function viewOrder(order: ServiceOrder, payments: readonly PaymentStanding[]): ServiceOrderDto {
  const { id, number, kind, company, agreementNumber, lab, subject, items, requestedOn, fiscalYear, carriedTo, feeWon, governmentWon, companyWon, state, sinceOn } = order;
  return {
    ...{ id, number, kind, kindName: ORDER_KIND_NAMES[kind], company, agreementNumber, lab, subject, items: [...items], requestedOn, fiscalYear, carriedTo },
    ...{ feeWon, governmentWon, companyWon, state, stateName: SERVICE_ORDER_LIFE.states[state], sinceOn },
    paidOn: payments.find(({ subjectId }) => subjectId === id)?.paidOn ?? null,
    steps: order.steps.map((step) => ({ ...step, eventName: SERVICE_ORDER_LIFE.events[step.event] })),
  };
}

export function viewMovedOrder({ result, verdicts, dryRun }: CommandOutcome<MovedOrder>): MovedServiceOrderDto {
  return { ...result, dryRun, verdicts: verdicts.map(shownVerdict), entries: result.entries.map(shownEntry) };
}
