import type { LocalDate } from '#libs/calendar';
import { DomainError, invalidField } from '#libs/errors';
import { formatWon, subtractWon, won, type Won } from '#libs/money';

/** What a share of a call asked for and what came for it, amounts as text of digits. */
interface Share {
  readonly partnerId: string;
  readonly calledWon: string;
  readonly receipts: readonly { readonly amountWon: string }[];
}

/** What of a share has not come yet, in won. */
export function unpaidOf(share: Pick<Share, 'calledWon' | 'receipts'>): Won {
  return won(share.receipts.reduce((rest, receipt) => rest - BigInt(receipt.amountWon), BigInt(share.calledWon)));
}

/** The share that money is for; `at` is where the request names it. Throws `DomainError` invalid at `<at>/partnerId`. */
export function requireShare<Row extends Share>(call: { readonly shares: readonly Row[] }, partnerId: string, at = ''): Row {
  const share = call.shares.find((each) => each.partnerId === partnerId);
  if (share !== undefined) return share;
  throw invalidField(`${at}/partnerId`, 'capital-call.not-a-partner', {
    ko: '이 출자요청의 대상 조합원이 아닙니다.',
    en: 'This partner was not asked by this call.',
  });
}

/** Money arrives within the life of the fund and not tomorrow. Throws `DomainError` invalid at `<at>/valueOn`. */
export function requireValueDate(valueOn: LocalDate, fund: { readonly foundedOn: LocalDate; readonly lifeTo: LocalDate }, today: LocalDate, at = ''): void {
  if (valueOn > today) {
    throw invalidField(`${at}/valueOn`, 'capital-call.not-received-yet', { ko: '입금일이 오늘보다 뒤입니다.', en: 'The value date lies in the future.' });
  }
  if (valueOn < fund.foundedOn) throw outsideLife(`${at}/valueOn`, fund.foundedOn, fund.lifeTo);
}

/** What is still unpaid after it, in won. Throws `DomainError` invalid at `<at>/amountWon` where it is more than is unpaid. */
export function unpaidAfter(share: Share, amountWon: Won, at = '', member = 'amountWon'): Won {
  const unpaidWon = unpaidOf(share);
  if (amountWon <= unpaidWon) return subtractWon(unpaidWon, amountWon);
  throw invalidField(`${at}/${member}`, 'capital-call.more-than-unpaid', {
    ko: `이 조합원의 미납액은 ${formatWon(unpaidWon)}원입니다. 초과 입금분은 반환 대상인지 확인해 주세요.`,
    en: `This partner still owes ${formatWon(unpaidWon)} won. Check whether the rest must go back.`,
  });
}

export function outsideLife(pointer: string, foundedOn: LocalDate, lifeTo: LocalDate): DomainError {
  return invalidField(pointer, 'capital-call.outside-fund-life', {
    ko: `조합 존속기간(${foundedOn} ~ ${lifeTo}) 안의 날짜여야 합니다.`,
    en: `The date must lie within the life of the fund (${foundedOn} to ${lifeTo}).`,
  });
}

export const reversedAlready = (): DomainError =>
  new DomainError('conflict', 'capital-receipt.reversed-already', { ko: '이미 취소된 납입입니다.', en: 'The receipt has been reversed already.' });
