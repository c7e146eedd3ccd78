import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { viewBalances } from '../room/room.view.js';
import type { MatchingWithdrawalDto, RecordedMatchingWithdrawalDto } from './withdrawal.dto.js';
import type { RecordedWithdrawal } from './withdrawal.service.js';
import type { Withdrawal } from './withdrawal.js';

export function viewRecordedWithdrawal({ result, verdicts, dryRun }: CommandOutcome<RecordedWithdrawal>): RecordedMatchingWithdrawalDto {
  const { id, before, after, clawbackId, entries } = result;
  return {
    ...{ id: dryRun ? null : id, dryRun, before: viewBalances(before), after: viewBalances(after), clawbackWon: `${after.overReleasedWon}`, clawbackId: dryRun ? null : clawbackId },
    ...{ verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) },
  };
}

export const viewWithdrawal = ({ amountWon, countedWon, commandId: _, ...row }: Withdrawal): MatchingWithdrawalDto => ({ ...row, amountWon: amountWon.toString(), countedWon: countedWon.toString() });
