import { localDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import { sumWon, won } from '#libs/money';
import type { AgreeVouchersDto, DepositInput, DepositOwnMoneyDto, ReturnOwnMoneyDto } from './agreement.dto.js';
import type { AgreeVouchers } from './agreement.service.js';
import type { OwnMovement } from './agreement.js';
import type { DepositOwnMoney } from './own-money.service.js';

export function toAgreements(yearId: string, body: AgreeVouchersDto): AgreeVouchers {
  const vouchers = body.vouchers.map(({ voucherId, amountWon, brokerId, documentId }) => ({ voucherId, amountWon: won(amountWon), brokerId: brokerId ?? null, documentId: documentId ?? null }));
  return { yearId, agreedOn: localDate(body.agreedOn), amountWon: sumWon(vouchers.map(({ amountWon }) => amountWon)), vouchers };
}

export function toDeposits(yearId: string, body: DepositOwnMoneyDto): DepositOwnMoney {
  const deposits = body.deposits.map((deposit) => toMovement(deposit.voucherId, deposit));
  return { yearId, amountWon: sumWon(deposits.map(({ amountWon }) => amountWon)), deposits };
}

export function toMovement(voucherId: string, { amountWon, valueOn, bankReference }: ReturnOwnMoneyDto | DepositInput): OwnMovement {
  return { voucherId, amountWon: won(amountWon), valueOn: localDate(valueOn), bankReference: bankReference === undefined ? null : cleanText(bankReference) };
}
