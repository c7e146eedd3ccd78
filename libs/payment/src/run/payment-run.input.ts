import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { won } from '#libs/money';
import type { DraftPaymentRunDto } from './payment-run.dto.js';
import type { DraftPaymentRun } from './payment-run.service.js';

/** Throws `payment-run.total-missing`: whoever drafts says what they saw, for the amount decides who signs. */
export function toDraft(body: DraftPaymentRunDto, today: LocalDate): DraftPaymentRun {
  if (body.totalWon === undefined && body.dryRun !== true) {
    throw invalidField('/totalWon', 'payment-run.total-missing', { ko: '미리보기(dryRun)의 합계를 적어 주세요.', en: 'State the total of the preview (dryRun).' });
  }
  return {
    book: body.book,
    payOn: body.payOn === undefined ? today : localDate(body.payOn),
    payableIds: body.payableIds ?? null,
    totalWon: body.totalWon === undefined ? null : won(body.totalWon),
  };
}
