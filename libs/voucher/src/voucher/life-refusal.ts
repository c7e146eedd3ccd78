import { DomainError } from '#libs/errors';
import { stepOf } from '#libs/life';
import { VOUCHER_LIFE, type VoucherEvent, type VoucherState } from './voucher.js';

interface CheckViolation {
  readonly constraint?: string;
  /** 'STATE/event', as the trigger says it. */
  readonly detail?: string;
}

/** What the trigger on the life of vouchers refused, as a refusal that says what would cure it; anything else comes back as it is. */
export function explainVoucherLife(error: unknown): unknown {
  const { constraint, detail = '' } = (error as { driverError?: CheckViolation }).driverError ?? {};
  if (constraint !== 'voucher_life') return error;
  const [state, event] = detail.split('/') as [VoucherState, VoucherEvent];
  const step = stepOf(VOUCHER_LIFE, state, event);
  return step.allowed ? error : new DomainError('conflict', 'voucher.not-in-this-state', step.reason, { details: { state, event }, cause: error });
}
