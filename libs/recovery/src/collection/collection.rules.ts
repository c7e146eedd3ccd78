import { civilDeadline, formatOfficialDate, type HolidayCalendar, type LocalDate, type Period } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { addWon, allocate, basisPoints, formatWon, maxWon, minWon, shareOf, subtractWon, truncateTo, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import { accountOf, planOf, settledOf } from './account.rules.js';
import type { Claimed, CollectionTerms, Instalment, Settled, SurchargeTerms } from './collection.js';

/** The first day that may be set as the last day of payment: the term after the notice, put off to a business day. */
export function earliestDueOn(noticeOn: LocalDate, { paymentTermDays }: CollectionTerms, calendar: HolidayCalendar): LocalDate {
  return civilDeadline({ from: noticeOn, period: { days: paymentTermDays.value } }, calendar).effective;
}

/** The day set for payment leaves the debtor the term of the statute and is a business day. */
export function dueDateLeavesTheTerm(dueOn: LocalDate, noticeOn: LocalDate, terms: CollectionTerms, calendar: HolidayCalendar): Verdict {
  const earliestOn = earliestDueOn(noticeOn, terms, calendar);
  const holds = dueOn >= earliestOn && calendar.isBusinessDay(dueOn);
  const offered = dueOn < earliestOn || holds ? earliestOn : calendar.nextBusinessDay(dueOn);
  return {
    rule: 'due-date-leaves-the-term',
    clause: terms.paymentTermDays.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `납부기한이 통지일부터 ${terms.paymentTermDays.value}일 이상이고 영업일입니다.`, en: `The due date leaves ${terms.paymentTermDays.value} days and is a business day.` }
      : {
          ko: `납부기한은 통지일부터 ${terms.paymentTermDays.value}일 이상의 영업일이어야 합니다. ${formatOfficialDate(offered)}로 정해 주세요.`,
          en: `The due date has to be a business day at least ${terms.paymentTermDays.value} days after the notice. Set ${offered}.`,
        },
    inputs: { dueOn, noticeOn, earliestOn, offeredOn: offered },
  };
}

export interface Surcharge {
  readonly rate: BasisPoints;
  readonly amountWon: Won;
}

/**
 * What is added to an amount paid after its due date, floored to the won: by the steps of the statute, then month by month
 * up to its cap. Throws `recovery.no-surcharge-rule` where the regime has none.
 */
export function lateSurcharge(overdueWon: Won, dueOn: LocalDate, paidOn: LocalDate, { surcharge }: CollectionTerms, calendar: HolidayCalendar): Surcharge {
  if (surcharge === null) {
    throw new DomainError('rule_broken', 'recovery.no-surcharge-rule', {
      ko: '적용 법률에 가산금 기준이 등록되어 있지 않습니다. 기준과 근거를 먼저 등록해 주세요.',
      en: 'No surcharge is laid down for this regime. Enter its rule and source first.',
    });
  }
  const rate = paidOn <= dueOn ? basisPoints(0) : rateWhenLate(dueOn, paidOn, surcharge, calendar);
  return { rate, amountWon: shareOf(overdueWon, rate, 'floor') };
}

/**
 * All surcharges that have fallen due by `on`: what is paid settles the earliest instalment first, and each part of it that
 * came late bears the rate of its own delay; what is unpaid bears that of `on`. Floored to the won for each part.
 * Throws `recovery.no-surcharge-rule` where something is late and the regime has no rule.
 */
export function surchargesDue(plan: readonly Instalment[], settled: readonly Settled[], on: LocalDate, terms: CollectionTerms, calendar: HolidayCalendar): Won {
  const payments = [...settled].sort((one, other) => (one.on < other.on ? -1 : 1)).map(({ on: paidOn, amountWon }) => ({ paidOn, left: amountWon }));
  let total = ZERO_WON;
  const late = (amountWon: Won, dueOn: LocalDate, paidOn: LocalDate): void => {
    if (amountWon > 0n && paidOn > dueOn) total = addWon(total, lateSurcharge(amountWon, dueOn, paidOn, terms, calendar).amountWon);
  };
  for (const { dueOn, amountWon } of [...plan].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))) {
    let unpaid = amountWon;
    for (const payment of payments) {
      const part = minWon(unpaid, payment.left);
      late(part, dueOn, payment.paidOn);
      payment.left = subtractWon(payment.left, part);
      unpaid = subtractWon(unpaid, part);
    }
    late(unpaid, dueOn, on);
  }
  return total;
}

function rateWhenLate(dueOn: LocalDate, paidOn: LocalDate, { steps, monthlyRate, cap }: SurchargeTerms, calendar: HolidayCalendar): BasisPoints {
  const isWithin = (period: Period): boolean => paidOn <= civilDeadline({ from: dueOn, period }, calendar).effective;
  const step = steps.value.find(({ within }) => isWithin(within));
  if (step !== undefined) return step.rate;
  let rate: number = steps.value.at(-1)?.rate ?? 0;
  for (let months = 1; rate < cap.value && monthlyRate.value > 0 && !isWithin({ months }); months += 1) rate += monthlyRate.value;
  return basisPoints(Math.min(rate, cap.value));
}

/**
 * Monthly instalments that add up to the total exactly: equal in the steps of the notice, what is left over with the first
 * ones, due on business days. Throws `recovery.instalments-out-of-range` at the field.
 */
export function instalmentPlan(totalWon: Won, count: number, firstDueOn: LocalDate, terms: CollectionTerms, calendar: HolidayCalendar): Instalment[] {
  const step = terms.truncationWon.value ?? 1n;
  const most = terms.mostInstalments.value;
  if (!Number.isInteger(count) || count < 1 || count > most || totalWon < BigInt(count) * step) {
    throw invalidField('/instalments', 'recovery.instalments-out-of-range', {
      ko: `분할 횟수는 1회부터 ${most}회까지이고, 한 회가 ${step}원 이상이어야 합니다.`,
      en: `There are 1 to ${most} instalments, each of ${step} won at least.`,
    });
  }
  const evenWon = truncateTo(totalWon, step);
  const restWon = subtractWon(totalWon, evenWon);
  const units = allocate(won(evenWon / step), Array.from({ length: count }, () => 1n));
  return units.map((unit, index) => ({
    dueOn: index === 0 ? earliestBusinessDay(firstDueOn, calendar) : civilDeadline({ from: firstDueOn, period: { months: index } }, calendar).effective,
    amountWon: addWon(won(unit * step), index === 0 ? restWon : ZERO_WON),
  }));
}

function earliestBusinessDay(from: LocalDate, calendar: HolidayCalendar): LocalDate {
  return calendar.isBusinessDay(from) ? from : calendar.nextBusinessDay(from);
}

/** Surcharges that have fallen due by `on` and were not added yet; nothing where the regime has no rule. */
export function surchargeLeft(claim: Claimed, on: LocalDate, terms: CollectionTerms, calendar: HolidayCalendar): Won {
  if (terms.surcharge === null) return ZERO_WON;
  return maxWon(ZERO_WON, subtractWon(surchargesDue(planOf(claim), settledOf(claim), on, terms, calendar), accountOf(claim).surchargedWon));
}

/** Money that comes late should find its surcharge on the claim already; it is taken all the same. */
export function paidBeforeItsSurcharge(surchargeLeftWon: Won, paidOn: LocalDate, { surcharge }: CollectionTerms): Verdict {
  const holds = surchargeLeftWon === 0n;
  return {
    rule: 'late-payment-bears-its-surcharge',
    clause: surcharge?.steps.clause ?? '가산금 기준 없음',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '부과할 가산금이 남아 있지 않습니다.', en: 'No surcharge is outstanding.' }
      : { ko: `납부기한을 넘긴 입금입니다. 가산금 ${formatWon(surchargeLeftWon)}원을 아직 부과하지 않았습니다.`, en: `The payment is late and ${formatWon(surchargeLeftWon)} won of surcharge have not been added yet.` },
    inputs: { surchargeLeftWon: `${surchargeLeftWon}`, paidOn },
  };
}
