import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { PartAmountDto } from '../distribution/distribution.dto.js';
import type { PartnerAmount } from '../waterfall/waterfall.js';
import type { CarryClawbackDto } from './carry.dto.js';
import type { ClawedBackCarry } from './carry.service.js';

export function viewClawback({ result, verdicts, dryRun }: CommandOutcome<ClawedBackCarry>): CarryClawbackDto {
  const names = new Map(result.partners.map((partner) => [partner.id, partner.name]));
  const named = (parts: readonly PartnerAmount[]): PartAmountDto[] =>
    parts.map(({ partnerId, amountWon }) => ({ partnerId, partner: names.get(partnerId) ?? '', amountWon: amountWon.toString() }));
  return {
    id: dryRun ? null : result.id,
    number: result.number,
    dryRun,
    carryPaidWon: result.carryPaidWon.toString(),
    hurdleShortfallWon: result.hurdleShortfallWon.toString(),
    beyondShareWon: result.beyondShareWon.toString(),
    clawbackWon: result.clawbackWon.toString(),
    text: { ...result.text },
    fromPartners: named(result.fromPartners),
    toPartners: named(result.toPartners),
    verdicts: verdicts.map(shownVerdict),
    postings: result.postings.map(shownEntry),
  };
}
