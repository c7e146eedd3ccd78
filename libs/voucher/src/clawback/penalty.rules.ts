import { addMonths, localDate, yearOf, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { DomainError, type Bilingual } from '#libs/errors';
import { addWon, formatWon, maxWon, minWon, shareOf, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { ClawbackGround, ClawbackTerms, LegalRegime, MitigationTerms, PenaltyScale } from './clawback.js';
import { sameRegime } from './clawback.rules.js';

export interface PenaltyFacts {
  readonly regime: LegalRegime;
  readonly ground: ClawbackGround;
  /** The improper gain, without interest. */
  readonly gainWon: Won;
  /** Public money paid in all, the base of a ceiling. */
  readonly publicPaidWon: Won;
  /** Day of the recovery notice. */
  readonly noticeOn: LocalDate;
  /** Earlier improper gains of the same recipient. */
  readonly earlierGains: readonly { readonly gainedOn: LocalDate; readonly amountWon: Won }[];
  readonly reportedOn: LocalDate | null;
  /** Advance notice, or the notice itself where there was none. */
  readonly advanceNoticeOn: LocalDate;
  readonly fullyReturned: boolean;
  readonly negligent: boolean;
  /** Fined for the same act already. */
  readonly otherwiseFined: boolean;
}

export interface PenaltyOption {
  /** Null where the scale does not ask for the ground. */
  readonly ground: ClawbackGround | null;
  readonly amountWon: Won;
  readonly clause: string;
}

export interface Mitigation {
  readonly kind: MitigationTerms['kind'];
  readonly duty: 'MAY' | 'MUST';
  readonly clause: string;
  readonly text: Bilingual;
}

export interface PenaltyAssessment {
  /** What the statute makes of the gain, before any mitigation. */
  readonly standardWon: Won;
  readonly lowestWon: Won;
  readonly highestWon: Won;
  readonly clause: string;
  readonly mitigations: readonly Mitigation[];
}

/** What each ground of the regime would cost, side by side; nothing is decided by it. In won. */
export function penaltyOptions(gainWon: Won, publicPaidWon: Won, { penalty }: ClawbackTerms): PenaltyOption[] {
  if (penalty.kind === 'BRACKETS') return [{ ground: null, amountWon: bracketed(gainWon, publicPaidWon, penalty).standardWon, clause: penalty.brackets.clause }];
  return GROUNDS.flatMap((ground) => {
    const multiple = penalty.byGround[ground];
    return multiple === undefined ? [] : [{ ground, amountWon: shareOf(gainWon, multiple.value, 'floor'), clause: multiple.clause }];
  });
}

const GROUNDS: readonly ClawbackGround[] = ['FALSE_CLAIM', 'EXCESS_CLAIM', 'OFF_PURPOSE', 'CONDITION_BREACH', 'REQUIREMENT_UNMET', 'MISPAYMENT'];

/**
 * The penalty for one ground and what may or must lower it. A mispayment carries none. Throws `clawback.other-regime`, and
 * `penalty.ground-unknown` where the regime has no rate for the ground.
 */
export function assessPenalty(facts: PenaltyFacts, terms: ClawbackTerms): PenaltyAssessment {
  sameRegime(facts.regime, terms);
  const scaled = scaledPenalty(facts, terms);
  const mitigations = scaled.standardWon === 0n ? [] : terms.mitigations.flatMap((each) => mitigationBy(each, facts));
  const obliged = mitigations.some(({ duty }) => duty === 'MUST');
  return {
    ...scaled,
    lowestWon: mitigations.length > 0 ? ZERO_WON : scaled.lowestWon,
    // Who must be let off lightly pays less than the standard, by a won at least.
    highestWon: obliged ? subtractWon(scaled.standardWon, won(1n)) : scaled.highestWon,
    mitigations,
  };
}

/** A decided penalty lies where the statute and the circumstances put it. */
export function penaltyStaysWithinTheLaw(decidedWon: Won, { standardWon, lowestWon, highestWon, clause, mitigations }: PenaltyAssessment): Verdict {
  // A small gain lets the penalty be waived (§11①: not imposed), not lowered.
  const waivedOrFull = mitigations.length > 0 && mitigations.every(({ kind }) => kind === 'SMALL_GAIN');
  const holds = waivedOrFull ? decidedWon === 0n || decidedWon === standardWon : decidedWon >= lowestWon && decidedWon <= highestWon;
  const range = lowestWon === highestWon ? formatWon(lowestWon) : `${formatWon(lowestWon)} ${waivedOrFull ? '/' : '~'} ${formatWon(highestWon)}`;
  return {
    rule: 'penalty-stays-within-the-law',
    clause: [clause, ...mitigations.map((each) => each.clause)].join(' · '),
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `제재부가금 ${formatWon(decidedWon)}원은 법정 범위(${range}원) 안입니다.`, en: `A penalty of ${formatWon(decidedWon)} lies within the law (${range} won).` }
      : {
          ko: `제재부가금 ${formatWon(decidedWon)}원은 법정 범위(${range}원) 밖입니다. 범위 안의 금액으로 정하거나 감면 사유를 기록해 주세요.`,
          en: `A penalty of ${formatWon(decidedWon)} lies outside the law (${range} won). Choose an amount within, or record what mitigates it.`,
        },
    inputs: { decidedWon: `${decidedWon}`, standardWon: `${standardWon}`, lowestWon: `${lowestWon}`, highestWon: `${highestWon}`, mitigations: mitigations.map(({ kind }) => kind) },
  };
}

type Scaled = Omit<PenaltyAssessment, 'mitigations'>;

function scaledPenalty({ ground, gainWon, publicPaidWon }: PenaltyFacts, { penalty }: ClawbackTerms): Scaled {
  if (ground === 'MISPAYMENT') return { standardWon: ZERO_WON, lowestWon: ZERO_WON, highestWon: ZERO_WON, clause: '오지급은 제재 대상이 아님' };
  if (penalty.kind === 'BRACKETS') return bracketed(gainWon, publicPaidWon, penalty);
  const multiple = penalty.byGround[ground];
  if (multiple === undefined) {
    throw new DomainError('rule_broken', 'penalty.ground-unknown', {
      ko: '적용 법률에 이 사유의 제재부가금 기준이 없습니다. 법률에 있는 사유를 골라 주세요.',
      en: 'The statute has no penalty for this ground. Choose a ground that it names.',
    });
  }
  const amountWon = shareOf(gainWon, multiple.value, 'floor');
  return { standardWon: amountWon, lowestWon: amountWon, highestWon: amountWon, clause: multiple.clause };
}

/** Each part of the gain at the rate of its bracket, within the leeway, under the ceiling. */
function bracketed(gainWon: Won, publicPaidWon: Won, { brackets, leeway, cap }: Extract<PenaltyScale, { kind: 'BRACKETS' }>): Scaled {
  const scale = brackets.value;
  const parts = scale.map(({ aboveWon, rate }, index) => {
    const upToWon = minWon(gainWon, scale[index + 1]?.aboveWon ?? gainWon);
    return shareOf(maxWon(ZERO_WON, subtractWon(upToWon, aboveWon)), rate, 'floor');
  });
  const ceilingWon = shareOf(publicPaidWon, cap.value, 'floor');
  const fullWon = sumWon(parts);
  const roomWon = shareOf(fullWon, leeway.value, 'floor');
  const capped = (amount: Won): Won => minWon(amount, ceilingWon);
  return {
    standardWon: capped(fullWon),
    lowestWon: capped(subtractWon(fullWon, roomWon)),
    highestWon: capped(addWon(fullWon, roomWon)),
    clause: `${brackets.clause} · ${cap.clause}`,
  };
}

function mitigationBy(terms: MitigationTerms, facts: PenaltyFacts): Mitigation[] {
  const text = circumstance(terms, facts);
  return text === null ? [] : [{ kind: terms.kind, duty: terms.value, clause: terms.clause, text }];
}

/** The circumstance in words, or null where it is not given. */
function circumstance(terms: MitigationTerms, facts: PenaltyFacts): Bilingual | null {
  switch (terms.kind) {
    case 'SMALL_GAIN': {
      const sum = cumulativeGain(facts, terms.years);
      if (sum > terms.atMostWon) return null;
      return {
        ko: `최근 ${terms.years}년 누적 부정이익 ${formatWon(sum)}원(이자 제외)이 ${formatWon(terms.atMostWon)}원 이하: 부과하지 않을 수 있음`,
        en: `The gains of ${terms.years} years, ${formatWon(sum)} won without interest, do not exceed ${formatWon(terms.atMostWon)}: the penalty may be waived`,
      };
    }
    case 'NEGLIGENCE':
      return facts.negligent ? { ko: '사소한 부주의나 오류 등 과실: 줄이거나 부과하지 않을 수 있음', en: 'Slight negligence: the penalty may be lowered or waived' } : null;
    case 'VOLUNTARY_REPORT':
      return reportedInTime(facts) ? { ko: '사전통지 전 자진신고와 전액 반환: 줄이거나 부과하지 않음', en: 'Reported before the advance notice and returned in full: the penalty is lowered or dropped' } : null;
    case 'OTHERWISE_FINED':
      return facts.otherwiseFined ? { ko: '같은 행위로 벌금·과징금 등을 이미 부과받음: 줄이거나 부과하지 않음', en: 'Fined for the same act already: the penalty is lowered or dropped' } : null;
  }
}

function reportedInTime({ reportedOn, advanceNoticeOn, fullyReturned }: PenaltyFacts): boolean {
  return reportedOn !== null && reportedOn < advanceNoticeOn && fullyReturned;
}

/** This gain and the earlier ones of so many years, counted back from the month before the notice. */
function cumulativeGain({ gainWon, earlierGains, noticeOn }: PenaltyFacts, years: number): Won {
  const to = localDate(`${noticeOn.slice(0, 7)}-01`);
  const from = addMonths(to, -12 * years);
  return sumWon([gainWon, ...earlierGains.filter(({ gainedOn }) => gainedOn >= from && gainedOn < to).map(({ amountWon }) => amountWon)]);
}

/** A penalty as the list of those to be published counts it; one still under objection does not count. */
export interface ImposedPenalty {
  readonly imposedOn: LocalDate;
  readonly gainWon: Won;
  readonly contested: boolean;
}

/** The name is published after so many penalties over so much gain in the calendar years before. */
export function nameIsPublished(penalties: readonly ImposedPenalty[], on: LocalDate, { publication }: ClawbackTerms): boolean {
  if (publication === null) return false;
  const { years, leastPenalties, leastGainWon } = publication.value;
  const counted = penalties.filter(({ imposedOn, contested }) => !contested && yearOf(imposedOn) >= yearOf(on) - years && yearOf(imposedOn) < yearOf(on));
  return counted.length >= leastPenalties && sumWon(counted.map(({ gainWon }) => gainWon)) >= leastGainWon;
}
