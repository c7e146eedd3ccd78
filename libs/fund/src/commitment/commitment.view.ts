import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { CommitmentTransferDto, PartnerHoldingDto, TransferredCommitmentDto } from './commitment.dto.js';
import type { TransferredCommitment } from './commitment.service.js';
import type { CommitmentTransfer, Holding } from './commitment.js';

const shownHolding = ({ units, ...amounts }: Holding): PartnerHoldingDto => ({
  units: units.toString(),
  commitmentWon: amounts.commitmentWon.toString(),
  calledWon: amounts.calledWon.toString(),
  paidInWon: amounts.paidInWon.toString(),
  recalledWon: amounts.recalledWon.toString(),
  distributedWon: amounts.distributedWon.toString(),
});

export const viewTransfer = (transfer: CommitmentTransfer): CommitmentTransferDto => ({ ...transfer, ...shownHolding({ ...transfer, units: BigInt(transfer.units) }) });

export function viewTransferred({ result, verdicts, dryRun }: CommandOutcome<TransferredCommitment>): TransferredCommitmentDto {
  const side = ({ before, after }: TransferredCommitment['from']): TransferredCommitmentDto['from'] => ({ name: before.name, before: shownHolding(before), after: shownHolding(after) });
  return {
    id: dryRun ? null : result.id,
    dryRun,
    blocked: result.blocked,
    part: shownHolding(result.part),
    from: side(result.from),
    to: side(result.to),
    verdicts: verdicts.map(shownVerdict),
    postings: result.postings.map(shownEntry),
  };
}
