import type { Service, ServiceState } from './service.requests.js';

/** The step that takes a service on; `pay` happens with a batch of payments. */
export type NextStep = 'deliver' | 'accept' | 'inspect' | 'claim' | 'capture' | 'pay';
/** What else may be done to it. */
export type OtherStep = 'send-back' | 'reassign' | 'cancel' | 'reverse-capture' | 'refund';

const NEXT: Readonly<Partial<Record<ServiceState, NextStep>>> = {
  CONTRACTED: 'deliver',
  DELIVERED: 'accept',
  ACCEPTED: 'inspect',
  INSPECTED: 'claim',
  CLAIMED: 'capture',
  CAPTURED: 'pay',
};

const OTHERS: Readonly<Partial<Record<ServiceState, readonly OtherStep[]>>> = {
  CONTRACTED: ['reassign', 'cancel'],
  DELIVERED: ['send-back', 'cancel'],
  ACCEPTED: ['send-back', 'cancel'],
  INSPECTED: ['send-back', 'cancel'],
  CLAIMED: ['send-back', 'cancel'],
  CAPTURED: ['reverse-capture'],
  PAID: ['refund'],
};

/** The states of the way of a service in their order, as the strip above the list shows them. */
export const WAY = ['CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED', 'CAPTURED', 'PAID'] as const satisfies readonly ServiceState[];
/** Where nothing more happens. */
export const ENDED = ['CANCELLED', 'REFUNDED'] as const satisfies readonly ServiceState[];

export const nextStepOf = (state: ServiceState): NextStep | null => NEXT[state] ?? null;
export const otherStepsOf = (state: ServiceState): readonly OtherStep[] => OTHERS[state] ?? [];

/** Which permission opens a step. */
export const permissionOf = (step: NextStep | OtherStep): string => (step === 'pay' ? 'payment-run.draft' : `service.${step}`);

/** A claim that the person `userId` may decide on and that no rule stops. */
export function isDecidable(service: Pick<Service, 'state' | 'claimedById' | 'remarks'>, userId: string): boolean {
  return service.state === 'CLAIMED' && service.claimedById !== userId && service.remarks.every(({ result }) => result !== 'BLOCK');
}

/** The row `by` places from the one that is open; the same one at the ends. */
export function neighbour(ids: readonly string[], open: string, by: 1 | -1): string {
  return ids[ids.indexOf(open) + by] ?? open;
}
