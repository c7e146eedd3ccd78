import { addMonths, formatOfficialDate, minDate, endOfYear, localDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError } from '#libs/errors';
import { addWon, formatWon, fraction, maxWon, multiplyFloor, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import { YEAR_POLICIES } from '../year/year.policy.js';
import type { VoucherYear, YearTerms } from '../year/year.js';

const WHOLE = 10_000n;

/** The own money that belongs to so much public money, in won, floored: amount × s / (1 − s). Nothing where the company pays it directly. */
export function ownMoneyFor(publicWon: Won, { selfBurden, selfBurdenChannel }: YearTerms): Won {
  return selfBurdenChannel === 'DIRECT' || BigInt(selfBurden) >= WHOLE ? ZERO_WON : multiplyFloor(publicWon, fraction(BigInt(selfBurden), WHOLE - BigInt(selfBurden)));
}

/** What is given to a voucher in all stays within the most that the year gives to one. */
export function topUpStaysWithinTheFaceValue(givenWon: Won, addedWon: Won, terms: YearTerms, clause: string): Verdict {
  const overWon = subtractWon(addWon(givenWon, addedWon), terms.faceWon);
  const holds = overWon <= 0n;
  return {
    rule: 'top-up-stays-within-the-face-value',
    clause: clause === '' ? YEAR_POLICIES.face : clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `바우처 1건의 한도 ${formatWon(terms.faceWon)}원 이내입니다.`, en: `Within the ${formatWon(terms.faceWon)} won that one voucher may have.` }
      : {
          ko: `바우처 1건의 한도 ${formatWon(terms.faceWon)}원을 ${formatWon(overWon)}원 넘습니다. ${formatWon(maxWon(ZERO_WON, subtractWon(terms.faceWon, givenWon)))}원 이하로 줄이거나, 조건에서 한도를 먼저 바꿔 주세요.`,
          en: `${formatWon(overWon)} won beyond the ${formatWon(terms.faceWon)} that one voucher may have. Lower it to ${formatWon(maxWon(ZERO_WON, subtractWon(terms.faceWon, givenWon)))}, or change the term first.`,
        },
    inputs: { givenWon: `${givenWon}`, addedWon: `${addedWon}`, faceWon: `${terms.faceWon}` },
  };
}

/** The budget of the year has that much left. Both remaining figures are named: the quota may bind before the money does. */
export function budgetCoversTheTopUp(addedWon: Won, left: { readonly budgetLeftWon: bigint; readonly vouchersLeft: number }): Verdict {
  const leftWon = won(left.budgetLeftWon);
  const holds = addedWon <= leftWon;
  return {
    rule: 'budget-covers-the-top-up',
    clause: '국가재정법 제45조',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `발급가능 예산 ${formatWon(leftWon)}원 이내입니다.`, en: `Within the ${formatWon(leftWon)} won left to issue.` }
      : {
          ko: `발급가능 예산이 ${formatWon(leftWon)}원(남은 건수 ${left.vouchersLeft}건)으로 ${formatWon(subtractWon(addedWon, leftWon))}원 모자랍니다. 금액을 줄이거나 예산 변경을 먼저 확정해 주세요.`,
          en: `${formatWon(leftWon)} won and ${left.vouchersLeft} vouchers are left; ${formatWon(subtractWon(addedWon, leftWon))} are missing. Lower the amount, or decide on more budget first.`,
        },
    inputs: { addedWon: `${addedWon}`, budgetLeftWon: `${leftWon}`, vouchersLeft: left.vouchersLeft },
  };
}

/** One more voucher fits into the quota of the year. */
export function quotaLeavesRoom(left: { readonly budgetLeftWon: bigint; readonly vouchersLeft: number }): Verdict {
  const holds = left.vouchersLeft >= 1;
  return {
    rule: 'quota-leaves-room',
    clause: '사업공고(지원건수)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `남은 발급 건수 ${left.vouchersLeft}건 이내입니다.`, en: `Within the ${left.vouchersLeft} vouchers left.` }
      : {
          ko: `남은 발급 건수가 없습니다(발급가능 예산 ${formatWon(won(left.budgetLeftWon))}원). 분할도 1건으로 셉니다. 한도 변경을 먼저 확정해 주세요.`,
          en: `No voucher is left in the quota (budget left ${formatWon(won(left.budgetLeftWon))} won). A part counts as one. Decide on a larger quota first.`,
        },
    inputs: { vouchersLeft: left.vouchersLeft, budgetLeftWon: `${left.budgetLeftWon}` },
  };
}

/** The company has paid in its share of what it will have: public money is not given ahead of it. */
export function ownMoneyCoversTheTopUp(publicAfterWon: Won, paidInWon: Won, terms: YearTerms): Verdict {
  const dueWon = ownMoneyFor(publicAfterWon, terms);
  const holds = paidInWon >= dueWon;
  const shortWon = subtractWon(dueWon, paidInWon);
  return {
    rule: 'own-money-covers-the-top-up',
    clause: YEAR_POLICIES.selfBurden,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `자부담금 ${formatWon(dueWon)}원이 납입되어 있습니다.`, en: `The own money of ${formatWon(dueWon)} won is paid in.` }
      : {
          ko: `늘어난 지원금에 맞는 자부담금이 ${formatWon(shortWon)}원 모자랍니다. 납입을 기록한 뒤 증액해 주세요.`,
          en: `The company's share of the larger amount is short by ${formatWon(shortWon)} won. Record the deposit first.`,
        },
    inputs: { dueWon: `${dueWon}`, paidInWon: `${paidInWon}` },
  };
}

/** Money of the company that a voucher leaves behind goes back to it; nothing stops the end of the voucher. */
export function ownMoneyGoesBack(ownLeftWon: Won): Verdict {
  const holds = ownLeftWon === 0n;
  return {
    rule: 'own-money-goes-back',
    clause: '협약(자부담금)',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '돌려줄 자부담금이 없습니다.', en: 'No own money is left to return.' }
      : { ko: `자부담금 ${formatWon(ownLeftWon)}원이 남습니다. 기업에 반환하고 기록해 주세요.`, en: `${formatWon(ownLeftWon)} won of own money are left. Return them to the company and record it.` },
    inputs: { ownLeftWon: `${ownLeftWon}` },
  };
}

/** The last day to which a voucher can be extended: so many months past its first last day, and within the fiscal year where the terms cut there. */
export function latestExtension(firstValidTo: LocalDate, months: number, year: VoucherYear, terms: YearTerms): LocalDate {
  const byMonths = addMonths(firstValidTo, months);
  return terms.endsWithFiscalYear ? minDate(byMonths, endOfYear(localDate(`${year.fiscalYear}-01-01`))) : byMonths;
}

/** Throws `voucher.validity-is-over` where the last day has passed: what was left belongs to the programme. */
export function requireStillValid(validTo: LocalDate, on: LocalDate): void {
  if (on <= validTo) return;
  throw new DomainError('rule_broken', 'voucher.validity-is-over', {
    ko: `유효기간이 ${formatOfficialDate(validTo)}에 끝났습니다. 남은 금액은 소멸 대상이며 연장·증액·분할할 수 없습니다.`,
    en: `The voucher was valid through ${validTo}. What is left lapses; it cannot be extended, topped up or split.`,
  });
}
