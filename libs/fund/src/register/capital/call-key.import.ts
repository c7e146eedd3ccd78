import type { LocalDate } from '#libs/calendar';
import { partnerKey } from '../reading/book.import.js';
import type { CallPaymentFact } from '../register.js';

/** A call has one notice and one due date. */
export interface CallDates {
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
}

export const callKey = (fact: Pick<CallPaymentFact, 'fund' | 'call'>): string => `${fact.fund}|${fact.call}`;
export const callShareKey = (fact: Pick<CallPaymentFact, 'fund' | 'call' | 'partner'>): string => `${fact.call}|${partnerKey(fact.fund, fact.partner)}`;
