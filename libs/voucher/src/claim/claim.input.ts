import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { parseTaxInvoiceNumber } from '#libs/identifier';
import { won, ZERO_WON, type Won } from '#libs/money';
import type { ClaimServiceDto, RefundServiceDto } from './claim.dto.js';
import type { ClaimForService } from './claim.service.js';
import type { RefundRequest } from './refund.rules.js';
import type { RefundService } from './refund.service.js';

/** Throws `claim.invoice-malformed` at the field. */
export function toClaim(serviceId: string, body: ClaimServiceDto, today: LocalDate): ClaimForService {
  const invoice = parseTaxInvoiceNumber(body.invoiceNumber);
  if (!invoice.ok) throw invalidField('/invoiceNumber', 'claim.invoice-malformed', invoice.text);
  return {
    serviceId,
    invoiceNumber: invoice.value,
    invoicedOn: localDate(body.invoicedOn),
    supplyWon: given(body.supplyWon),
    vatWon: given(body.vatWon),
    brokerFeeWon: given(body.brokerFeeWon),
    claimedOn: body.claimedOn === undefined ? today : localDate(body.claimedOn),
  };
}

/** Throws `refund.lots-missing` and `refund.supply-missing` at the field where the kind asks for what is not there. */
export function toRefund(serviceId: string, body: RefundServiceDto, today: LocalDate): RefundService {
  const returnedOn = body.returnedOn === undefined ? today : localDate(body.returnedOn);
  return { serviceId, refund: requestOf(body), returnedOn, reason: body.reason };
}

function requestOf({ kind, lots, supplyWon, vatWon }: RefundServiceDto): RefundRequest {
  switch (kind) {
    case 'PART':
      if (lots === undefined) throw invalidField('/lots', 'refund.lots-missing', { ko: '돌려받은 금액을 정부지원금·자부담금·부가세별로 적어 주세요.', en: 'Say how much of each lot came back.' });
      return { kind, lots: { publicWon: won(lots.publicWon), selfWon: won(lots.selfWon), vatWon: won(lots.vatWon) } };
    case 'PRO_RATA':
      if (supplyWon === undefined) throw invalidField('/supplyWon', 'refund.supply-missing', { ko: '수정세금계산서의 공급가액을 적어 주세요.', en: 'Enter the supply price of the credit note.' });
      return { kind, supplyWon: won(supplyWon), vatWon: vatWon === undefined ? ZERO_WON : won(vatWon) };
    default:
      return { kind: 'WHOLE' };
  }
}

const given = (digits: string | undefined): Won | null => (digits === undefined ? null : won(digits));
