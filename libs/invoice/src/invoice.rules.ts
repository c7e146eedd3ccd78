import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError } from '#libs/errors';
import { formatWon, type Won } from '#libs/money';

/** Where a piece of evidence stands in the books of all instruments. */
export interface KnownUse {
  readonly number: string;
  readonly subjectId: string;
  /** What it pays for, in words; null where that lies outside of what one may see. */
  readonly label: string | null;
}

/** A tax invoice as it was recorded: what it bills, once for good. */
export interface KnownInvoice extends KnownUse {
  readonly invoicedOn: LocalDate | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
}

/** No invoice or slip pays for two things, in this programme or any other; `subjectId` is what it is to pay now. */
export function invoiceIsClaimedOnce(known: KnownUse | null, subjectId: string): Verdict {
  const holds = known === null || known.subjectId === subjectId;
  const where = known?.label ?? null;
  return {
    rule: 'invoice-is-claimed-once',
    clause: '중복청구 방지(증빙 승인번호)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '다른 곳에 쓰인 적이 없는 증빙입니다.', en: 'Nothing else was claimed with this invoice or slip.' }
      : {
          ko: `같은 승인번호의 증빙이 이미 쓰였습니다: ${where ?? '다른 사업'}. 이 거래의 승인번호인지 홈택스(카드는 카드사)에서 확인해 주세요.`,
          en: `This invoice or slip has been used already: ${where ?? 'in another programme'}. Check its number in Hometax, or with the card company.`,
        },
    inputs: { number: known?.number ?? null, usedBy: holds ? null : where },
  };
}

/**
 * An invoice is what it is: claimed anew after it was sent back, it says the same; another amount needs an amended invoice with
 * its own number. Throws `claim.invoice-differs` at the field.
 */
export function requireSameInvoice(known: KnownInvoice, stated: Pick<KnownInvoice, 'invoicedOn' | 'supplyWon' | 'vatWon'>): void {
  if (known.invoicedOn === stated.invoicedOn && known.supplyWon === stated.supplyWon && known.vatWon === stated.vatWon) return;
  const text = {
    ko: `이 승인번호는 작성일 ${known.invoicedOn ?? '-'}, 공급가액 ${formatWon(known.supplyWon)}원, 세액 ${formatWon(known.vatWon)}원으로 이미 기록되어 있습니다. 금액이 바뀌었으면 수정세금계산서의 승인번호로 청구해 주세요.`,
    en: `This number is on record with the date ${known.invoicedOn ?? '-'}, a supply price of ${formatWon(known.supplyWon)} and VAT of ${formatWon(known.vatWon)}. If the amount changed, claim with the number of the amended invoice.`,
  };
  throw new DomainError('conflict', 'claim.invoice-differs', text, { faults: [{ pointer: '/invoiceNumber', code: 'claim.invoice-differs', text }] });
}
