import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { MovedOutcomeDto, OutcomeClaimDto, OutcomeClaimsDto } from './outcome-claim.dto.js';
import type { MovedOutcome } from './outcome-claim.service.js';
import { openOf, OUTCOME_GROUNDS, type OutcomeClaim, type OutcomeRemittance } from './outcome-claim.js';

/** A claim as it stands on `today`. */
export function viewClaim(claim: OutcomeClaim, today: LocalDate): OutcomeClaimDto {
  const { id, agreementId, agreementNumber, number, ground, year, assetName, debtor, computedWon, amountWon, noticeOn, dueOn } = claim;
  const openWon = openOf(claim);
  const { ko, en } = OUTCOME_GROUNDS[ground];
  return {
    ...{ id, agreementId, agreementNumber, number, ground, groundName: { ko, en }, year, assetName, debtor, computedWon, amountWon, openWon: `${openWon}`, noticeOn, dueOn },
    state: openWon === 0n ? 'PAID' : dueOn < today ? 'OVERDUE' : 'OPEN',
    receipts: claim.receipts.map((receipt) => ({ ...receipt })),
  };
}

export function viewClaims(claims: readonly OutcomeClaim[], remittances: readonly OutcomeRemittance[], heldWon: bigint, today: LocalDate): OutcomeClaimsDto {
  const openWon = claims.reduce((sum, claim) => sum + openOf(claim), 0n);
  return { heldWon: `${heldWon}`, openWon: `${openWon}`, claims: claims.map((claim) => viewClaim(claim, today)), remittances: remittances.map((each) => ({ ...each })) };
}

export function viewMovedOutcome({ result, verdicts, dryRun }: CommandOutcome<MovedOutcome>): MovedOutcomeDto {
  return { ...result, dryRun, verdicts: verdicts.map(shownVerdict), entries: result.entries.map(shownEntry) };
}
