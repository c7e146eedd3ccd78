import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError } from '#libs/errors';
import { formatWon, shareOf, type BasisPoints, type Won } from '#libs/money';
import type { Sourced } from '../sourced.js';

/** A tax invoice as it stands in the books of all instruments: what it bills, once for good. */
export interface KnownInvoice {
  readonly number: string;
  readonly subjectId: string;
  /** What it bills, in words; null where that lies outside of what one may see. */
  readonly label: string | null;
  readonly invoicedOn: LocalDate | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
}

/** No invoice bills two things, in this programme or any other. */
export function invoiceIsClaimedOnce(known: KnownInvoice | null, serviceId: string): Verdict {
  const holds = known === null || known.subjectId === serviceId;
  const where = known?.label ?? null;
  return {
    rule: 'invoice-is-claimed-once',
    clause: '중복청구 방지(전자세금계산서 승인번호)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '다른 곳에 청구된 적이 없는 세금계산서입니다.', en: 'Nothing else was claimed with this invoice.' }
      : {
          ko: `같은 승인번호의 세금계산서가 이미 쓰였습니다: ${where ?? '다른 사업'}. 이 서비스에 발행된 세금계산서의 승인번호인지 홈택스에서 확인해 주세요.`,
          en: `This tax invoice has been used already: ${where ?? 'in another programme'}. Check in Hometax that the number is that of the invoice for this service.`,
        },
    inputs: { number: known?.number ?? null, usedBy: holds ? null : where },
  };
}

/** An invoice is what it is: claimed anew after it was sent back, it says the same; another amount needs an amended invoice with its own number. */
export function requireSameInvoice(known: KnownInvoice, stated: Pick<KnownInvoice, 'invoicedOn' | 'supplyWon' | 'vatWon'>): void {
  if (known.invoicedOn === stated.invoicedOn && known.supplyWon === stated.supplyWon && known.vatWon === stated.vatWon) return;
  const text = {
    ko: `이 승인번호는 작성일 ${known.invoicedOn ?? '-'}, 공급가액 ${formatWon(known.supplyWon)}원, 세액 ${formatWon(known.vatWon)}원으로 이미 기록되어 있습니다. 금액이 바뀌었으면 수정세금계산서의 승인번호로 청구해 주세요.`,
    en: `This number is on record with the date ${known.invoicedOn ?? '-'}, a supply price of ${formatWon(known.supplyWon)} and VAT of ${formatWon(known.vatWon)}. If the amount changed, claim with the number of the amended invoice.`,
  };
  throw new DomainError('conflict', 'claim.invoice-differs', text, { faults: [{ pointer: '/invoiceNumber', code: 'claim.invoice-differs', text }] });
}

/** What is billed is at most what was contracted: more needs a contract of its own. */
export function claimStaysWithinTheContract(supplyWon: Won, contractedWon: Won): Verdict {
  const holds = supplyWon <= contractedWon;
  return {
    rule: 'claim-stays-within-the-contract',
    clause: '서비스계약 금액',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `계약 공급가액 ${formatWon(contractedWon)}원 이내입니다.`, en: `Within the contracted supply price of ${formatWon(contractedWon)} won.` }
      : {
          ko: `계약 공급가액은 ${formatWon(contractedWon)}원입니다. 그 이하로 청구하거나, 늘어난 금액은 새 서비스계약으로 기록해 주세요.`,
          en: `${formatWon(contractedWon)} won were contracted. Claim at most that, and contract what came on top as a service of its own.`,
        },
    inputs: { supplyWon: `${supplyWon}`, contractedWon: `${contractedWon}` },
  };
}

/** The broker's fee stays below its share of the supply price. */
export function brokerFeeStaysWithinTheCap(feeWon: Won | null, supplyWon: Won, cap: Sourced<BasisPoints>): Verdict {
  const mostWon = shareOf(supplyWon, cap.value, 'floor');
  const holds = feeWon === null || feeWon <= mostWon;
  return {
    rule: 'broker-fee-stays-within-the-cap',
    clause: cap.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `중개수수료가 한도 ${formatWon(mostWon)}원 이내입니다.`, en: `The broker's fee is within its cap of ${formatWon(mostWon)} won.` }
      : {
          ko: `중개수수료 ${formatWon(feeWon)}원이 공급가액의 ${cap.value / 100}%(${formatWon(mostWon)}원)를 넘습니다. ${formatWon(mostWon)}원 이하로 고쳐 주세요.`,
          en: `The broker's fee of ${formatWon(feeWon)} won is above ${cap.value / 100} % of the supply price (${formatWon(mostWon)}). Charge at most that.`,
        },
    inputs: { feeWon: feeWon === null ? null : `${feeWon}`, mostWon: `${mostWon}`, capBasisPoints: cap.value },
  };
}
