import { addYears, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { addFractions, formatWon, fraction, minWon, multiplyFloor, multiplyFractions, sumWon, won, type Won } from '#libs/money';
import type { BanBand, PenaltyProposal, SanctionTerms } from './sanction.js';

/** The penalty for misspending by the table, and how far a decision may go; at most the cap on what the government paid. TV-14. */
export function penaltyProposal(misspentWon: Won, governmentPaidWon: Won, terms: SanctionTerms): PenaltyProposal {
  const cap = multiplyFloor(governmentPaidWon, terms.capOfGrant);
  const table = sumWon(terms.penalty.map((band, index) => multiplyFloor(within(misspentWon, band.aboveWon, terms.penalty[index + 1]?.aboveWon ?? null), band.rate)));
  const one = fraction(1n, 1n);
  const adjusted = (part: typeof one): Won => minWon(cap, multiplyFloor(table, part));
  const less = addFractions(one, multiplyFractions(fraction(-1n, 1n), terms.adjustment));
  return { standardWon: minWon(cap, table), lowestWon: adjusted(less), highestWon: adjusted(addFractions(one, terms.adjustment)), clause: terms.clause };
}

/** The part of an amount that lies above one bound and up to the next. */
function within(amount: Won, above: Won, upTo: Won | null): Won {
  const top = upTo === null || amount < upTo ? amount : upTo;
  return top <= above ? won(0n) : won(top - above);
}

/** For how long participation may be banned; the first band that holds the amount. */
export function banFor(misspentWon: Won, terms: SanctionTerms): BanBand {
  const band = terms.bans.find((each) => each.upToWon === null || misspentWon <= each.upToWon);
  if (band === undefined) throw new RangeError('the table of bans has no last band');
  return band;
}

interface DecidedSanction {
  readonly penaltyWon: Won;
  readonly adjustment: string | null;
  readonly banMonths: number;
  readonly misspentWon: Won;
  readonly governmentPaidWon: Won;
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
}

/** Years after which nothing is imposed any more (국가연구개발혁신법 제32조제5항). */
const SANCTION_YEARS = 10;

/** A decided sanction lies within the tables, says why it departs from them, and comes in time. */
export function sanctionStaysWithinTheLaw(decided: DecidedSanction, proposal: PenaltyProposal, band: BanBand): Verdict[] {
  const { penaltyWon, adjustment, banMonths, misspentWon, governmentPaidWon, improperOn, noticeOn } = decided;
  const verdict = (rule: string, holds: boolean, clause: string, good: Verdict['text'], bad: Verdict['text'], inputs: Verdict['inputs']): Verdict => ({ rule, clause, result: holds ? 'PASS' : 'BLOCK', text: holds ? good : bad, inputs });
  const range = `${formatWon(proposal.lowestWon)} ~ ${formatWon(proposal.highestWon)}`;
  const lastDay = addYears(improperOn, SANCTION_YEARS);
  return [
    verdict('penalty-lies-within-the-table', penaltyWon >= proposal.lowestWon && penaltyWon <= proposal.highestWon, proposal.clause,
      { ko: `제재부가금 ${formatWon(penaltyWon)}원은 법정 범위(${range}원) 안입니다.`, en: `A penalty of ${formatWon(penaltyWon)} lies within the table (${range} won).` },
      { ko: `제재부가금은 ${range}원 사이여야 합니다.`, en: `The penalty has to lie between ${range} won.` },
      { penaltyWon: `${penaltyWon}`, standardWon: `${proposal.standardWon}`, lowestWon: `${proposal.lowestWon}`, highestWon: `${proposal.highestWon}` }),
    verdict('an-adjusted-penalty-says-why', penaltyWon === proposal.standardWon || adjustment !== null, proposal.clause,
      { ko: '기준액이거나 가감 사유를 적었습니다.', en: 'It is the standard, or says why it is not.' },
      { ko: `기준액 ${formatWon(proposal.standardWon)}원과 다르면 가중·감경 사유를 적어 주세요.`, en: `Say why it departs from the standard of ${formatWon(proposal.standardWon)} won.` },
      { adjusted: penaltyWon !== proposal.standardWon }),
    verdict('ban-lies-within-the-table', banMonths === 0 || (banMonths >= band.monthsFrom && banMonths <= band.monthsTo), proposal.clause,
      { ko: banMonths === 0 ? '참여제한을 하지 않습니다.' : `참여제한 ${banMonths}개월은 기준(${band.monthsFrom}~${band.monthsTo}개월) 안입니다.`, en: banMonths === 0 ? 'Participation is not banned.' : `A ban of ${banMonths} months lies within ${band.monthsFrom} to ${band.monthsTo}.` },
      { ko: `참여제한은 ${band.monthsFrom}개월부터 ${band.monthsTo}개월까지입니다.`, en: `A ban lasts ${band.monthsFrom} to ${band.monthsTo} months.` },
      { banMonths, monthsFrom: band.monthsFrom, monthsTo: band.monthsTo }),
    verdict('misuse-stays-within-what-was-paid', misspentWon <= governmentPaidWon, proposal.clause,
      { ko: `지급된 정부지원금 ${formatWon(governmentPaidWon)}원 이내입니다.`, en: `Within the ${formatWon(governmentPaidWon)} won that were paid.` },
      { ko: `지급된 정부지원금 ${formatWon(governmentPaidWon)}원보다 많습니다.`, en: `More than the ${formatWon(governmentPaidWon)} won that were paid.` },
      { misspentWon: `${misspentWon}`, governmentPaidWon: `${governmentPaidWon}` }),
    verdict('sanction-comes-in-time', noticeOn <= lastDay, '국가연구개발혁신법 제32조제5항',
      { ko: '위반행위가 있은 날부터 10년 이내입니다.', en: 'Within ten years of the act.' },
      { ko: `위반행위일부터 10년(${lastDay})이 지나 제재할 수 없습니다.`, en: `Ten years of the act were over on ${lastDay}.` },
      { improperOn, noticeOn, lastDay }),
  ];
}
