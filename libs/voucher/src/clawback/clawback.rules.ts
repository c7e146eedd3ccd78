import { addDays, addMonths, localDate, minDate, type LocalDate } from '#libs/calendar';
import { DomainError, invalidField, type Bilingual } from '#libs/errors';
import { accruedFees, addWon, fractionOf, officialAmount, subtractWon, sumWon, truncateTo, ZERO_WON, type Won } from '#libs/money';
import type { ClawbackGround, ClawbackTerms, DatedRate, InterestTerms, LegalRegime } from './clawback.js';

/** Public money that was paid improperly, in won, and the day of the improper act. */
export interface ImproperPayment {
  readonly amountWon: Won;
  readonly actOn: LocalDate;
}

export interface ClawbackFacts {
  /** Of the programme; the terms have to be of the same. */
  readonly regime: LegalRegime;
  readonly ground: ClawbackGround;
  /** Whether the recipient is at fault; decides about interest on a mispayment. */
  readonly atFault: boolean;
  readonly payments: readonly ImproperPayment[];
  readonly noticeOn: LocalDate;
  /** When the money came back before the notice; interest then ends with the month before. */
  readonly returnedOn: LocalDate | null;
  /** Interest fixed by decision where the regime has no formula. */
  readonly fixedInterestWon: Won | null;
}

/** A run of months with one rate. */
export interface InterestLine {
  /** First day of the first month. */
  readonly from: LocalDate;
  readonly months: number;
  readonly rate: DatedRate;
  readonly amountWon: Won;
  readonly interestWon: Won;
}

export interface Recovery {
  /** The improper gain, without interest. */
  readonly gainWon: Won;
  readonly lines: readonly InterestLine[];
  readonly interestWon: Won;
  /** Gain and interest, to the won. */
  readonly recoveryWon: Won;
  /** What the notice demands. */
  readonly noticeWon: Won;
  /** Exact amount less the demanded one; shown beside it. */
  readonly droppedWon: Won;
}

/**
 * What is to be given back: the gain and its interest. Interest of each payment is floored to the won once, over all its
 * months together. Throws `clawback.other-regime`, `clawback.no-payment`, `clawback.interest-needs-decision`,
 * `clawback.interest-is-computed`, `clawback.act-after-notice` and `clawback.rate-unknown`.
 */
export function recoveryOf(facts: ClawbackFacts, terms: ClawbackTerms): Recovery {
  sameRegime(facts.regime, terms);
  if (facts.payments.length === 0 || facts.payments.some(({ amountWon }) => amountWon <= 0n)) {
    throw invalidField('/payments', 'clawback.no-payment', { ko: '환수할 지급금을 1원 이상으로 한 건 이상 적어 주세요.', en: 'Name at least one payment to claw back, of one won or more.' });
  }
  const lines = interestDue(facts, terms);
  const interestWon = facts.fixedInterestWon ?? sumWon(lines.map((line) => line.interestWon));
  const gainWon = sumWon(facts.payments.map(({ amountWon }) => amountWon));
  const recoveryWon = addWon(gainWon, interestWon);
  const noticeWon = demanded(recoveryWon, terms);
  return { gainWon, lines, interestWon, recoveryWon, noticeWon, droppedWon: subtractWon(recoveryWon, noticeWon) };
}

/** The amount as the notice demands it: cut to the step that the regime prescribes, and exact where it prescribes none. */
export function demanded(amountWon: Won, { truncationWon }: ClawbackTerms): Won {
  return truncationWon.value === null ? amountWon : truncateTo(amountWon, truncationWon.value);
}

/** Throws `clawback.other-regime`: a voucher is judged by the one statute of its programme. */
export function sameRegime(regime: LegalRegime, terms: ClawbackTerms): void {
  if (regime === terms.regime) return;
  throw new DomainError(
    'rule_broken',
    'clawback.other-regime',
    {
      ko: '이 사업에 적용되는 법률이 아닙니다. 두 법률의 환수·제재를 함께 계산하지 않습니다. 사업에 정해진 적용 법률로 계산해 주세요.',
      en: 'That statute does not govern this programme, and two are never computed together. Use the regime laid down for the programme.',
    },
    { details: { programme: regime, asked: terms.regime } },
  );
}

function interestDue(facts: ClawbackFacts, { interest }: ClawbackTerms): InterestLine[] {
  if (interest === null) {
    if (facts.fixedInterestWon !== null && facts.fixedInterestWon >= 0n) return [];
    throw invalidField('/fixedInterestWon', 'clawback.interest-needs-decision', {
      ko: '이 법률에는 이자 계산식이 없습니다. 결정된 이자 금액을 적어 주세요(없으면 0).',
      en: 'This statute has no formula for interest. Enter the interest that was decided on (0 for none).',
    });
  }
  if (facts.fixedInterestWon !== null) {
    throw invalidField('/fixedInterestWon', 'clawback.interest-is-computed', { ko: '이자는 법령의 계산식으로 계산됩니다. 이자 금액을 비워 주세요.', en: 'Interest is computed by the statute. Leave the amount empty.' });
  }
  if (facts.ground === 'MISPAYMENT' && !facts.atFault && interest.mispaymentOnlyAtFault.value) return [];
  const endsOn = facts.returnedOn === null ? facts.noticeOn : minDate(facts.noticeOn, facts.returnedOn);
  return facts.payments.flatMap((payment) => interestLines(payment, endsOn, interest));
}

/**
 * Interest of one payment: from the month of the act through the month before the one in which `endsOn` lies
 * (Enforcement Decree of 공공재정환수법 §3③), cut where the rate changes.
 */
function interestLines({ amountWon, actOn }: ImproperPayment, endsOn: LocalDate, terms: InterestTerms): InterestLine[] {
  if (firstOfMonth(actOn) > firstOfMonth(endsOn)) {
    throw invalidField('/noticeOn', 'clawback.act-after-notice', { ko: '통지일(반환일)이 부정행위가 있은 달보다 빠릅니다. 날짜를 확인해 주세요.', en: 'The notice (or return) lies before the month of the act. Check the dates.' });
  }
  const runs: { from: LocalDate; months: number; rate: DatedRate }[] = [];
  for (let month = firstOfMonth(actOn); month < firstOfMonth(endsOn); month = addMonths(month, 1)) {
    const rate = rateOf(month, terms);
    const last = runs.at(-1);
    if (last?.rate === rate) last.months += 1;
    else runs.push({ from: month, months: 1, rate });
  }
  // The running floor of fees, with months for days and twelve of them to a year.
  const billed = accruedFees(runs.map(({ months, rate }) => ({ base: amountWon, rate: fractionOf(rate.value), days: months })), 12);
  return runs.map((run, index) => ({ ...run, amountWon, interestWon: billed[index] ?? ZERO_WON }));
}

function rateOf(month: LocalDate, { rates, rateDay }: InterestTerms): DatedRate {
  const decidingDay = rateDay.value === 'FIRST_OF_MONTH' ? month : lastOfMonth(month);
  const inForce = rates.filter(({ from }) => from <= decidingDay);
  const [first, ...others] = inForce;
  if (first !== undefined) return others.reduce((latest, rate) => (rate.from > latest.from ? rate : latest), first);
  throw new DomainError(
    'rule_broken',
    'clawback.rate-unknown',
    {
      ko: `${month.slice(0, 7)}월에 적용할 이자율이 없습니다. 그 달의 이자율을 근거와 함께 먼저 등록해 주세요.`,
      en: `No rate of interest is known for ${month.slice(0, 7)}. Enter it with its source first.`,
    },
    { details: { month: month.slice(0, 7) } },
  );
}

function firstOfMonth(date: LocalDate): LocalDate {
  return localDate(`${date.slice(0, 7)}-01`);
}

function lastOfMonth(month: LocalDate): LocalDate {
  return addDays(addMonths(month, 1), -1);
}

/** One amount of the notice, double-written as official documents want it. */
export interface NoticeLine {
  readonly label: Bilingual;
  readonly amountWon: Won;
  readonly inWords: string;
}

/** The amounts that a recovery notice has to state (Enforcement Decree of 공공재정환수법 §4①). */
export function noticeLines(recovery: Recovery): NoticeLine[] {
  const line = (ko: string, en: string, amountWon: Won): NoticeLine => ({ label: { ko, en }, amountWon, inWords: officialAmount(amountWon) });
  const dropped = recovery.droppedWon === 0n ? [] : [line('끝수(버림)', 'dropped', recovery.droppedWon)];
  return [
    line('부정이익', 'improper gain', recovery.gainWon),
    line('이자', 'interest', recovery.interestWon),
    ...dropped,
    line('환수금액', 'amount to be recovered', recovery.noticeWon),
  ];
}
