import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, type Won } from '#libs/money';
import type { Restriction, Waiver } from './restriction.js';

/** The deal that waivers are looked up for. */
export interface WaivedDeal {
  readonly fundId: string;
  readonly companyId: string;
  readonly amountWon: Won;
  readonly on: LocalDate;
}

/**
 * The verdicts on a deal once waivers are applied: a soft rule that blocks becomes a warning that names its waiver, a hard
 * one stays. A waiver counts on its days, for its rule, fund, company and amount, and only with `approvers` different
 * people behind it. What was broken stays on record: a waived rule never passes.
 */
export function applyWaivers(restrictions: readonly Restriction[], waivers: readonly Waiver[], deal: WaivedDeal, approvers: number): Verdict[] {
  return restrictions.map(({ hardness, verdict }) => {
    if (verdict.result === 'PASS' || hardness === 'HARD') return verdict;
    const waiver = waivers.find((each) => each.rule === verdict.rule && waiverCovers(each, deal, approvers));
    return waiver === undefined ? verdict : waived(verdict, waiver);
  });
}

/** Whether a waiver is in force and wide enough for a deal. */
export function waiverCovers(waiver: Waiver, deal: WaivedDeal, approvers: number): boolean {
  if (new Set(waiver.approvedBy).size < approvers) return false;
  if (waiver.fundId !== deal.fundId || (waiver.companyId !== null && waiver.companyId !== deal.companyId)) return false;
  if (waiver.mostWon !== null && deal.amountWon > waiver.mostWon) return false;
  return waiver.validFrom <= deal.on && deal.on <= waiver.validTo;
}

function waived(verdict: Verdict, waiver: Waiver): Verdict {
  const most = waiver.mostWon === null ? null : formatWon(waiver.mostWon);
  return {
    ...verdict,
    result: 'WARN',
    text: {
      ko: `${verdict.text.ko} 예외승인에 따라 진행할 수 있습니다(${formatOfficialDate(waiver.validTo)}까지${most === null ? '' : `, ${most}원까지`}: ${waiver.reason}).`,
      en: `${verdict.text.en} Waived until ${waiver.validTo}${most === null ? '' : `, up to ${most} won`}: ${waiver.reason}.`,
    },
    inputs: { ...verdict.inputs, waiverId: waiver.id, waivedBy: [...waiver.approvedBy], waivedTo: waiver.validTo },
  };
}
