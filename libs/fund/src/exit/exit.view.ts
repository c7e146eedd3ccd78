import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { shownEffect } from '../obligation/obligation.view.js';
import type { ReceivedEscrow } from './escrow/escrow.service.js';
import type { ReceivedEscrowDto, RecordedExitDto } from './exit.dto.js';
import type { RecordedExit } from './exit.service.js';

export function viewRecordedExit({ result, verdicts, dryRun }: CommandOutcome<RecordedExit>): RecordedExitDto {
  const { percent, reason, ambiguous } = result.rate;
  return {
    id: dryRun ? null : result.id,
    dryRun,
    blocked: verdicts.some((verdict) => verdict.result === 'BLOCK'),
    verdicts: verdicts.map(shownVerdict),
    costWon: result.costWon.toString(),
    costAfterWon: result.costAfterWon.toString(),
    fairValueAfterWon: result.fairValueAfterWon.toString(),
    gainWon: result.gainWon.toString(),
    netWon: result.netWon.toString(),
    multiple: result.multiple,
    rate: { percent, reason, ambiguous },
    cashBeforeWon: result.cashBeforeWon.toString(),
    cashAfterWon: result.cashAfterWon.toString(),
    before: shownEffect(result.before),
    after: shownEffect(result.after),
    postings: result.postings.map(shownEntry),
  };
}

export function viewReceivedEscrow({ result, dryRun }: CommandOutcome<ReceivedEscrow>): ReceivedEscrowDto {
  return { dryRun, leftWon: result.leftWon.toString(), postings: result.postings.map(shownEntry) };
}
