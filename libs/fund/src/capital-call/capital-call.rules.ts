import { daysBetween, formatOfficialDate, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { allocateCumulatively, formatWon, fraction, simpleInterest, sumWon, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';

export interface PartnerCapital {
  readonly id: string;
  readonly name: string;
  readonly commitmentWon: Won;
  /** Called by earlier calls, less what of distributions may be called again. */
  readonly calledWon: Won;
}

export interface PlannedShare {
  readonly partnerId: string;
  readonly partner: string;
  readonly amountWon: Won;
  readonly uncalledAfterWon: Won;
}

/**
 * Splits a call by commitments: largest remainder on the cumulative calls, ties by the order of the partners, so that
 * no partner is ever more than one won off over all calls together.
 */
export function splitCall(amountWon: Won, partners: readonly PartnerCapital[]): PlannedShare[] {
  const weights = partners.map((partner) => partner.commitmentWon);
  const earlier = partners.map((partner) => partner.calledWon);
  const shares = allocateCumulatively(sumWon(earlier), amountWon, weights, earlier);
  return partners.map((partner, index) => {
    const share = shares[index] ?? ZERO_WON;
    return { partnerId: partner.id, partner: partner.name, amountWon: share, uncalledAfterWon: won(partner.commitmentWon - partner.calledWon - share) };
  });
}

/** No more is called than was committed and not called yet. */
export function callStaysWithinCommitments(amountWon: Won, partners: readonly PartnerCapital[]): Verdict {
  const uncalled = won(sumWon(partners.map((each) => each.commitmentWon)) - sumWon(partners.map((each) => each.calledWon)));
  const holds = amountWon <= uncalled;
  return {
    rule: 'call-stays-within-commitments',
    clause: '조합규약(출자)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `미요청 약정액 ${formatWon(uncalled)}원 이내입니다.`, en: `Within the ${formatWon(uncalled)} won not called yet.` }
      : {
          ko: `미요청 약정액 ${formatWon(uncalled)}원을 ${formatWon(won(amountWon - uncalled))}원 초과합니다.`,
          en: `Exceeds the ${formatWon(uncalled)} won not called yet by ${formatWon(won(amountWon - uncalled))}.`,
        },
    inputs: { amountWon: `${amountWon}`, uncalledWon: `${uncalled}` },
  };
}

/** Partners have the agreed number of business days between notice and due date. */
export function callGivesItsNotice(noticeOn: LocalDate, dueOn: LocalDate, businessDays: number, calendar: HolidayCalendar, clause: string): Verdict {
  const earliest = calendar.addBusinessDays(noticeOn, businessDays);
  const holds = dueOn >= earliest;
  return {
    rule: 'call-gives-its-notice',
    clause,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: `통지 후 ${businessDays}영업일 이상입니다.`, en: `At least ${businessDays} business days after the notice.` }
      : {
          ko: `통지일부터 ${businessDays}영업일은 ${formatOfficialDate(earliest)}입니다. 납입기한이 그보다 빠릅니다.`,
          en: `${businessDays} business days after the notice is ${earliest}; the due date is earlier.`,
        },
    inputs: { noticeOn, dueOn, businessDays, earliestOn: earliest },
  };
}

/** A due date on a holiday leaves it open by when one has to pay: say the business day instead. */
export function dueDateIsABusinessDay(dueOn: LocalDate, calendar: HolidayCalendar): Verdict {
  const holds = calendar.isBusinessDay(dueOn);
  const next = holds ? dueOn : calendar.nextBusinessDay(dueOn);
  const reason = calendar.nameOf(dueOn) ?? { ko: '토요일', en: 'a Saturday' };
  return {
    rule: 'due-date-is-a-business-day',
    clause: '민법 제161조',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '납입기한이 영업일입니다.', en: 'The due date is a business day.' }
      : {
          ko: `납입기한이 휴일(${reason.ko})입니다. 다음 영업일 ${formatOfficialDate(next)}을 납입기한으로 적어 주세요.`,
          en: `The due date is a holiday (${reason.en}). Name the next business day, ${next}.`,
        },
    inputs: { dueOn, nextBusinessDayOn: next },
  };
}

/** A lump sum is the whole commitment in one call: calling less leaves something that the agreement does not foresee. */
export function lumpSumCallsEverything(amountWon: Won, partners: readonly PartnerCapital[]): Verdict {
  const uncalled = won(sumWon(partners.map((each) => each.commitmentWon)) - sumWon(partners.map((each) => each.calledWon)));
  const holds = amountWon >= uncalled;
  return {
    rule: 'lump-sum-calls-everything',
    clause: '조합규약(출자)',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '약정액 전부를 요청합니다.', en: 'The whole commitment is called.' }
      : { ko: `일시납은 약정액 전부를 요청합니다. 미요청 약정액은 ${formatWon(uncalled)}원입니다.`, en: `A lump sum calls the whole commitment; ${formatWon(uncalled)} won are not called yet.` },
    inputs: { amountWon: `${amountWon}`, uncalledWon: `${uncalled}` },
  };
}

/** Interest on what came late: amount × rate × days / 365, floored, from the day after the due date to the day of payment. */
export function overdueInterest(amountWon: Won, dueOn: LocalDate, paidOn: LocalDate, rate: BasisPoints): Won {
  const days = daysBetween(dueOn, paidOn);
  return days <= 0 ? ZERO_WON : simpleInterest(amountWon, fraction(BigInt(rate), 10_000n), days);
}
