import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import type { ConfirmPaymentRunDto, FailedLineDto } from './outcome.dto.js';
import type { ConfirmPaymentRun, FailedLine } from './outcome.service.js';

export function toConfirmation(runId: string, { paidOn, lines }: ConfirmPaymentRunDto): ConfirmPaymentRun {
  return { runId, paidOn: localDate(paidOn), lines: lines?.map(({ lineNo, bankReference }) => ({ lineNo, bankReference: bankReference ?? null })) ?? null };
}

/** Throws `payment-run.reason-code-malformed`. */
export function toFailure(runId: string, { lineNo, happenedOn, reasonCode, reason, bankReference }: FailedLineDto): FailedLine {
  if (reasonCode !== undefined && !/^[A-Z0-9]{4}$/.test(reasonCode)) {
    throw invalidField('/reasonCode', 'payment-run.reason-code-malformed', { ko: '사유코드는 대문자와 숫자 네 자리입니다(예: AC01).', en: 'A reason code is four capitals or digits, e.g. AC01.' });
  }
  return { runId, lineNo, happenedOn: localDate(happenedOn), reasonCode: reasonCode ?? null, reason, bankReference: bankReference ?? null };
}
