import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { FinalizedSettlement } from '../recovery/demand.service.js';
import type { DecidedGrantSettlement } from './decision/decision.service.js';
import type { AnsweredSettlement } from './objection/objection.service.js';
import type { AnsweredGrantSettlementDto, DecidedGrantSettlementDto, FinalizedGrantSettlementDto } from './settlement.dto.js';

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedGrantSettlement>): DecidedGrantSettlementDto {
  const { id, number, version, totalWon, noticeWon } = result;
  return { id: dryRun ? null : id, number, version, dryRun, totalWon, noticeWon, verdicts: verdicts.map(shownVerdict) };
}

export function viewAnswered({ result, verdicts, dryRun }: CommandOutcome<AnsweredSettlement>): AnsweredGrantSettlementDto {
  return { ...result, dryRun, next: result.next === null ? null : { ...result.next }, verdicts: verdicts.map(shownVerdict) };
}

export function viewFinalized({ result, verdicts, dryRun }: CommandOutcome<FinalizedSettlement>): FinalizedGrantSettlementDto {
  const { settlementId, recovery, entries } = result;
  return { settlementId, dryRun, recovery: recovery === null ? null : { ...recovery, id: dryRun ? null : recovery.id }, verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}
