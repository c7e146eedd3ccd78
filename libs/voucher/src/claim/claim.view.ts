import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { viewSplit } from '../contract/contract.view.js';
import { viewEffect, viewMoney } from '../service/service.view.js';
import type { ClaimedServiceDto, ReturnedDto } from './claim.dto.js';
import type { ClaimedService } from './claim.service.js';
import type { Returned } from './refund.service.js';

export function viewClaimed({ result, verdicts, dryRun }: CommandOutcome<ClaimedService>): ClaimedServiceDto {
  return {
    id: result.id,
    dryRun,
    invoiceNumber: result.invoiceNumber,
    verdicts: verdicts.map(shownVerdict),
    split: viewSplit(result.split),
    toBeReleasedWon: result.toBeReleasedWon.toString(),
    money: viewMoney(result.money),
  };
}

export function viewReturned(outcome: CommandOutcome<Returned>): ReturnedDto {
  const { publicWon, selfWon, vatWon } = outcome.result.returned;
  return { ...viewEffect(outcome), returned: { publicWon: publicWon.toString(), selfWon: selfWon.toString(), vatWon: vatWon.toString() } };
}
