import type { Verdict } from '#libs/command';
import { formatWon, shareOf, subtractWon, sumWon, truncatedPercentText, won, type Won } from '#libs/money';
import { INSTITUTION_NAMES, type Contributions, type InstitutionType, type ShareVersion } from './share.js';

/** The government bears at most its part of the whole. Whole won: the limit is floored, a share never rounds into it. */
export function governmentStaysWithinItsShare(contributions: Contributions, type: InstitutionType, version: ShareVersion): Verdict {
  const total = totalOf(contributions);
  const limit = version.limits[type].governmentAtMost;
  const most = shareOf(total, limit, 'floor');
  const over = subtractWon(contributions.governmentWon, most);
  const percent = truncatedPercentText(BigInt(limit), 10_000n) ?? '';
  return {
    rule: 'government-stays-within-its-share',
    clause: version.clause,
    result: over <= 0n ? 'PASS' : 'BLOCK',
    text:
      over <= 0n
        ? { ko: `정부지원금이 ${INSTITUTION_NAMES[type].ko} 한도(${percent}) 이내입니다.`, en: `The grant is within the ${percent} for this type of institution.` }
        : {
            ko: `정부지원금이 한도 ${formatWon(most)}원(${percent})을 ${formatWon(over)}원 초과합니다. 기관부담금을 늘리거나 지원금을 줄여 주세요.`,
            en: `The grant exceeds ${formatWon(most)} won (${percent}) by ${formatWon(over)}. Raise the own share or lower the grant.`,
          },
    inputs: { type, governmentWon: `${contributions.governmentWon}`, totalWon: `${total}`, mostWon: `${most}`, version: version.id },
  };
}

/** Of what the institution brings, enough is cash. The least is rounded up. */
export function ownShareHasItsCash(contributions: Contributions, type: InstitutionType, version: ShareVersion): Verdict {
  const own = won(contributions.ownCashWon + contributions.ownInKindWon);
  const limit = version.limits[type].cashAtLeast;
  const least = shareOf(own, limit, 'ceil');
  const lacking = subtractWon(least, contributions.ownCashWon);
  const percent = truncatedPercentText(BigInt(limit), 10_000n) ?? '';
  return {
    rule: 'own-share-has-its-cash',
    clause: version.clause,
    result: lacking <= 0n ? 'PASS' : 'BLOCK',
    text:
      lacking <= 0n
        ? { ko: `기관부담금 중 현금이 ${percent} 이상입니다.`, en: `At least ${percent} of the own share is cash.` }
        : {
            ko: `기관부담금 중 현금은 ${formatWon(least)}원(${percent}) 이상이어야 합니다. ${formatWon(lacking)}원을 현물에서 현금으로 바꾸어 주세요.`,
            en: `At least ${formatWon(least)} won (${percent}) of the own share must be cash. Turn ${formatWon(lacking)} of what is in kind into cash.`,
          },
    inputs: { type, ownCashWon: `${contributions.ownCashWon}`, ownWon: `${own}`, leastWon: `${least}`, version: version.id },
  };
}

export function judgeShares(contributions: Contributions, type: InstitutionType, version: ShareVersion): Verdict[] {
  return [governmentStaysWithinItsShare(contributions, type, version), ownShareHasItsCash(contributions, type, version)];
}

const totalOf = ({ governmentWon, ownCashWon, ownInKindWon }: Contributions): Won => sumWon([governmentWon, ownCashWon, ownInKindWon]);
