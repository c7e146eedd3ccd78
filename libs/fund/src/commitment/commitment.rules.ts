import type { Verdict } from '#libs/command';
import { invariant } from '#libs/errors';
import { formatWon, shareOf, sumWon, won, type BasisPoints, type Won } from '#libs/money';
import type { Holder, Holding } from './commitment.js';

/**
 * What goes along with `units` of what a partner holds: the commitment exactly, of the rest the same part in whole won, rounded
 * down; the last units take all that is left. Takes no more units than there are.
 */
export function partOf(holding: Holding, units: bigint): Holding {
  invariant(units > 0n && units <= holding.units, 'a part is of what is held');
  const part = (whole: Won): Won => won((whole * units) / holding.units);
  return {
    units,
    commitmentWon: part(holding.commitmentWon),
    calledWon: part(holding.calledWon),
    paidInWon: part(holding.paidInWon),
    recalledWon: part(holding.recalledWon),
    distributedWon: part(holding.distributedWon),
  };
}

/** `sign` 1n adds, -1n takes away. */
export function movedBy(holding: Holding, part: Holding, sign: 1n | -1n): Holding {
  const moved = (key: Exclude<keyof Holding, 'units'>): Won => won(holding[key] + sign * part[key]);
  return {
    units: holding.units + sign * part.units,
    commitmentWon: moved('commitmentWon'),
    calledWon: moved('calledWon'),
    paidInWon: moved('paidInWon'),
    recalledWon: moved('recalledWon'),
    distributedWon: moved('distributedWon'),
  };
}

export interface TransferLimits {
  readonly generalPartnerMinimum: BasisPoints;
  readonly generalPartnerClause: string;
  readonly limitedPartnersMaximum: number;
  readonly limitedPartnersClause: string;
}

/** What the law asks of the partners holds after a transfer as well: 벤처투자 촉진에 관한 법률 시행령 §34. */
export function judgeTransfer(from: Holder, after: readonly Holder[], limits: TransferLimits): Verdict[] {
  return [transferorOwesNothing(from), generalPartnersKeepTheirShare(after, limits), limitedPartnersStayFew(after, limits)];
}

/** Money that was called on the units is owed by whom it was called from: calls name their partner. */
function transferorOwesNothing(from: Holder): Verdict {
  const owed = won(from.calledWon - from.paidInWon);
  const holds = owed === 0n;
  return {
    rule: 'transferor-owes-nothing',
    clause: '조합규약(지분양도)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `${from.name}에게 미납 출자금이 없습니다.`, en: `${from.name} owes nothing that was called.` }
      : { ko: `${from.name}의 미납 출자금 ${formatWon(owed)}원을 먼저 납입한 뒤 양도할 수 있습니다.`, en: `${from.name} owes ${formatWon(owed)} won that was called. Once it is paid, the units may change hands.` },
    inputs: { owedWon: `${owed}` },
  };
}

function generalPartnersKeepTheirShare(after: readonly Holder[], limits: TransferLimits): Verdict {
  const committed = sumWon(after.map((each) => each.commitmentWon));
  const general = sumWon(after.filter((each) => each.kind === 'GENERAL').map((each) => each.commitmentWon));
  const minimum = shareOf(committed, limits.generalPartnerMinimum, 'ceil');
  const holds = general >= minimum;
  const percent = limits.generalPartnerMinimum / 100;
  return {
    rule: 'general-partner-keeps-the-minimum-share',
    clause: limits.generalPartnerClause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `업무집행조합원이 약정총액의 ${percent}% 이상(${formatWon(general)}원)을 유지합니다.`, en: `The general partners keep at least ${percent} % (${formatWon(general)} won).` }
      : {
          ko: `업무집행조합원은 약정총액의 ${percent}%(${formatWon(minimum)}원) 이상을 유지해야 합니다(양도 후 ${formatWon(general)}원).`,
          en: `The general partners must keep ${percent} % (${formatWon(minimum)} won); they would hold ${formatWon(general)}.`,
        },
    inputs: { generalWon: `${general}`, minimumWon: `${minimum}` },
  };
}

function limitedPartnersStayFew(after: readonly Holder[], limits: TransferLimits): Verdict {
  const counted = after.filter((each) => each.kind === 'LIMITED' && !each.professional && each.units > 0n).length;
  const holds = counted <= limits.limitedPartnersMaximum;
  return {
    rule: 'limited-partners-stay-within-the-maximum',
    clause: limits.limitedPartnersClause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `유한책임조합원 ${counted}인으로 ${limits.limitedPartnersMaximum}인 이하입니다.`, en: `${counted} limited partners, at most ${limits.limitedPartnersMaximum}.` }
      : {
          ko: `유한책임조합원은 ${limits.limitedPartnersMaximum}인 이하여야 합니다(양도 후 ${counted}인, 특별조합원·전문투자자 제외).`,
          en: `There may be at most ${limits.limitedPartnersMaximum} limited partners (there would be ${counted}; special partners and professional investors not counted).`,
        },
    inputs: { limitedPartners: counted, maximum: limits.limitedPartnersMaximum },
  };
}
