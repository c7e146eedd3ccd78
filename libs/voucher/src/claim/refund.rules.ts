import { DomainError, invalidField, type FieldFault } from '#libs/errors';
import { addWon, allocate, formatWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';

/** The money of one use by where it came from, in won; each lot returns to its origin and to no other. */
export interface UseLots {
  /** Public money: back to the voucher, or to the programme once the voucher has ended. */
  readonly publicWon: Won;
  /** The company's own burden. */
  readonly selfWon: Won;
  /** VAT, which the company paid. */
  readonly vatWon: Won;
}

/** What comes back from a provider: everything, amounts that a decision names lot by lot, or a credit note on the price. */
export type RefundRequest =
  | { readonly kind: 'WHOLE' }
  | { readonly kind: 'PART'; readonly lots: UseLots }
  | { readonly kind: 'PRO_RATA'; readonly supplyWon: Won; readonly vatWon: Won };

export interface Refund {
  readonly returned: UseLots;
  readonly totalWon: Won;
  /** What of the use still stands. */
  readonly left: UseLots;
}

const LOTS = ['publicWon', 'selfWon', 'vatWon'] as const;

/**
 * Refunds one use of which `standing` has been paid and not yet returned. A credit note (수정세금계산서) is shared by
 * public and own money in the proportion in which they stand, to the won; its VAT is the company's.
 * Throws `refund.nothing-stands`, `refund.nothing-returned` and `refund.exceeds-the-use`.
 */
export function refundOfUse(standing: UseLots, request: RefundRequest): Refund {
  if (totalOf(standing) === 0n) {
    throw new DomainError('conflict', 'refund.nothing-stands', { ko: '이미 모두 환불된 사용입니다. 환불할 금액이 없습니다.', en: 'This use has been refunded in full; nothing is left to return.' });
  }
  const returned = returnedLots(standing, request);
  const totalWon = totalOf(returned);
  if (totalWon === 0n) {
    throw invalidField('', 'refund.nothing-returned', { ko: '환불 금액이 0원입니다. 돌려받은 금액을 적어 주세요.', en: 'The refund is zero. Enter the amount that came back.' });
  }
  return { returned, totalWon, left: lotsBy((lot) => subtractWon(standing[lot], returned[lot])) };
}

function returnedLots(standing: UseLots, request: RefundRequest): UseLots {
  switch (request.kind) {
    case 'WHOLE':
      return standing;
    case 'PART':
      refuseFaults(LOTS.flatMap((lot) => faultOf(`/lots/${lot}`, request.lots[lot], standing[lot])));
      return request.lots;
    case 'PRO_RATA':
      return proRata(standing, request.supplyWon, request.vatWon);
  }
}

/** No share exceeds its lot: the exact one does not, and it is rounded up only where it is not whole. */
function proRata(standing: UseLots, supplyWon: Won, vatWon: Won): UseLots {
  const priceWon = addWon(standing.publicWon, standing.selfWon);
  refuseFaults([...faultOf('/supplyWon', supplyWon, priceWon), ...faultOf('/vatWon', vatWon, standing.vatWon)]);
  if (supplyWon === 0n) return { publicWon: ZERO_WON, selfWon: ZERO_WON, vatWon };
  const publicWon = allocate(supplyWon, [standing.publicWon, standing.selfWon])[0] ?? ZERO_WON;
  return { publicWon, selfWon: subtractWon(supplyWon, publicWon), vatWon };
}

function faultOf(pointer: string, amount: Won, most: Won): FieldFault[] {
  if (amount >= 0n && amount <= most) return [];
  const text = { ko: `환불 금액은 0원부터 남은 ${formatWon(most)}원까지입니다.`, en: `A refund is between zero and the ${formatWon(most)} won that stand.` };
  return [{ pointer, code: 'refund.exceeds-the-use', text }];
}

function refuseFaults(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}

function lotsBy(amountOf: (lot: keyof UseLots) => Won): UseLots {
  return { publicWon: amountOf('publicWon'), selfWon: amountOf('selfWon'), vatWon: amountOf('vatWon') };
}

function totalOf(lots: UseLots): Won {
  return won(sumWon(LOTS.map((lot) => lots[lot])));
}
