import { quarterEnd } from '#libs/calendar';
import { formatWon, shareOf, subtractWon, sumWon, truncatedPercentText, won } from '#libs/money';
import { isOfClass } from '../obligation/mandate/deal-class.rules.js';
import type { ExposureDeal, ExposureFacts, ExposureLimit, Restriction } from './restriction.js';
import { sentence } from './sentence.js';

/** Every limit that the deal is of the class of, in the order given. Whole won: a share is floored, a limit is never rounded up. */
export function judgeExposures(facts: ExposureFacts, limits: readonly ExposureLimit[]): Restriction[] {
  return limits.filter((limit) => isOfClass(facts.deal.traits, limit.counts)).map((limit) => exposureStaysWithinLimit(facts, limit));
}

/** What stands of the class, the deal included, is at most the agreed part of the base. */
export function exposureStaysWithinLimit(facts: ExposureFacts, limit: ExposureLimit): Restriction {
  const base = limit.level === 'FUND' ? facts.committedWon : facts.generalPartnerCommittedWon;
  const standing = sumWon(facts.standing.filter((other) => countsWith(other, facts.deal, limit)).map((other) => other.amountWon));
  const cap = shareOf(base, limit.cap, 'floor');
  const after = won(standing + facts.deal.amountWon);
  const over = subtractWon(after, cap);
  const percent = truncatedPercentText(BigInt(limit.cap), 10_000n) ?? '';
  const room = over > facts.deal.amountWon ? 0n : facts.deal.amountWon - over;
  return sentence({
    rule: limit.rule,
    clause: limit.clause,
    hardness: limit.hardness,
    holds: over <= 0n,
    otherwise: limit.action,
    kept: { ko: `${limit.name.ko} 한도(${percent}) ${formatWon(cap)}원 이내입니다.`, en: `Within the limit on ${limit.name.en} of ${formatWon(cap)} won (${percent}).` },
    broken: {
      ko: `${limit.name.ko} 금액이 ${formatWon(after)}원으로 한도(${percent}) ${formatWon(cap)}원을 ${formatWon(over)}원 초과합니다. ${formatWon(won(room))}원까지 투자할 수 있습니다.`,
      en: `${capitalised(limit.name.en)} become ${formatWon(after)} won, ${formatWon(over)} over the limit of ${formatWon(cap)} (${percent}). Up to ${formatWon(won(room))} won can be invested.`,
    },
    inputs: { standingWon: `${standing}`, amountWon: `${facts.deal.amountWon}`, capWon: `${cap}`, baseWon: `${base}`, capBasisPoints: limit.cap },
  });
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function countsWith(other: ExposureDeal, deal: ExposureDeal, limit: ExposureLimit): boolean {
  if (limit.level === 'FUND' && other.fundId !== deal.fundId) return false;
  if (limit.period === 'QUARTER' && quarterEnd(other.paidOn) !== quarterEnd(deal.paidOn)) return false;
  if (limit.per !== null && other.traits[limit.per] !== deal.traits[limit.per]) return false;
  return isOfClass(other.traits, limit.counts);
}
