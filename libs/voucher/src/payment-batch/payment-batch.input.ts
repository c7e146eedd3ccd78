import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { won } from '#libs/money';
import type { DraftPaymentBatchDto } from './payment-batch.dto.js';
import type { DraftPaymentBatch } from './payment-batch.service.js';

/** Throws `payment-batch.total-missing`: whoever drafts says what they saw, for the amount decides who signs. */
export function toDraft(yearId: string, body: DraftPaymentBatchDto, today: LocalDate): DraftPaymentBatch {
  if (body.totalWon === undefined && body.dryRun !== true) {
    throw invalidField('/totalWon', 'payment-batch.total-missing', { ko: '미리보기(dryRun)의 합계를 적어 주세요.', en: 'State the total of the preview (dryRun).' });
  }
  return {
    yearId,
    payOn: body.payOn === undefined ? today : localDate(body.payOn),
    serviceIds: body.serviceIds ?? null,
    totalWon: body.totalWon === undefined ? null : won(body.totalWon),
  };
}
