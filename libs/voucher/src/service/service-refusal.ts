import { DomainError } from '#libs/errors';
import { explainVoucherLife } from '../voucher/life-refusal.js';
import { stepOf } from '#libs/life';
import { VOUCHER_LIFE, type VoucherEvent, type VoucherState } from '../voucher/voucher.js';
import { SERVICE_LIFE, type ServiceEvent, type ServiceState } from './service.js';

interface CheckViolation {
  readonly constraint?: string;
  /** 'STATE/event', as the trigger says it. */
  readonly detail?: string;
}

/** Which step of its voucher's life a step of a service takes; null: none (as `voucher_event_of` in the database). */
const OF_THE_VOUCHER: Readonly<Partial<Record<ServiceEvent, VoucherEvent>>> = {
  capture: 'capture',
  cancel: 'release',
  refundPart: 'refund',
  refundWhole: 'refund',
  reverseCapture: 'refund',
};

/** Why this service cannot take the step now, as a refusal that says what would cure it; null where it can. */
export function stepRefusal(state: ServiceState, voucherState: VoucherState, event: ServiceEvent): DomainError | null {
  const step = stepOf(SERVICE_LIFE, state, event);
  if (!step.allowed) return new DomainError('conflict', 'service.not-in-this-state', step.reason, { details: { state, event } });
  const deed = OF_THE_VOUCHER[event];
  return deed === undefined ? null : voucherStepRefusal(voucherState, deed);
}

export function voucherStepRefusal(state: VoucherState, event: VoucherEvent): DomainError | null {
  const step = stepOf(VOUCHER_LIFE, state, event);
  return step.allowed ? null : new DomainError('conflict', 'voucher.not-in-this-state', step.reason, { details: { state, event } });
}

/** Throws why this service cannot take the step now. */
export function requireStep(state: ServiceState, voucherState: VoucherState, event: ServiceEvent): void {
  const refusal = stepRefusal(state, voucherState, event);
  if (refusal !== null) throw refusal;
}

/** What the triggers on the lives of services and vouchers refused, as a refusal that says what would cure it; anything else comes back as it is. */
export function explainServiceLife(error: unknown): unknown {
  const { constraint, detail = '' } = (error as { driverError?: CheckViolation }).driverError ?? {};
  if (constraint !== 'service_life') return explainVoucherLife(error);
  const [state, event] = detail.split('/') as [ServiceState, ServiceEvent];
  const step = stepOf(SERVICE_LIFE, state, event);
  return step.allowed ? error : new DomainError('conflict', 'service.not-in-this-state', step.reason, { details: { state, event }, cause: error });
}
